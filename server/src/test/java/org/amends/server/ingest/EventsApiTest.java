package org.amends.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.store.log.LogReader;
import org.amends.store.log.StoredRelationship;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class EventsApiTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String PLAIN = "application/json";

    private static SharedServer server;
    private static String token;

    private final String customer = "c-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        server = SharedServer.running();
        token = server.token(Set.of(Scope.INGEST));
    }

    private static HttpResponse<String> post(String type, String body, String... headers) {
        return server.post("/v1/events", token, type, body, headers);
    }

    private String cloudEvent(String id) {
        return """
                {"specversion":"1.0","id":"%s","source":"/shops/lyon","type":"org.amends.purchase","subject":"%s",\
                "time":"2026-02-01T10:00:00Z","datacontenttype":"application/json",\
                "data":{"ref":"o-1","amount":12.50,"currency":"EUR"}}""".formatted(id, customer);
    }

    private String columns(String id, String more) {
        return """
                {"event_id":"%s","customer":"%s","time":"2026-02-01T10:00:00Z","type":"visit"%s}""".formatted(id, customer, more);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private StoredRelationship stored() {
        return server.part(LogReader.class).find(customer, "");
    }

    @Test
    void answersASingleCloudEventWithItsPositionOnceItIsInTheLog() {
        String id = id();

        HttpResponse<String> answer = post(STRUCTURED, cloudEvent(id));

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode json = SharedServer.json(answer);
        assertThat(json.get("id").stringValue()).isEqualTo(id);
        assertThat(json.get("status").stringValue()).isEqualTo("accepted");
        assertThat(stored().foldedTo()).isEqualTo(json.get("position").longValue());
    }

    @Test
    void answersARepeatedEventAsADuplicateAtItsFirstPosition() {
        String id = id();
        long first = SharedServer.json(post(STRUCTURED, cloudEvent(id)))
                .get("position")
                .longValue();

        HttpResponse<String> again = post(STRUCTURED, cloudEvent(id));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(SharedServer.json(again).get("status").stringValue()).isEqualTo("duplicate");
        assertThat(SharedServer.json(again).get("position").longValue()).isEqualTo(first);
    }

    @Test
    void readsACloudEventFromHeadersAndBody() {
        HttpResponse<String> answer = post(
                PLAIN,
                "{\"amount\":5,\"currency\":\"EUR\"}",
                "ce-specversion",
                "1.0",
                "ce-id",
                id(),
                "ce-source",
                "/shops/lyon",
                "ce-type",
                "org.amends.purchase",
                "ce-subject",
                customer,
                "ce-time",
                "2026-02-01T10:00:00Z");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(server.part(LogReader.class)
                        .page(stored().id(), null, 1)
                        .getFirst()
                        .row()
                        .amount())
                .isEqualByComparingTo("5");
    }

    @Test
    void tellsOfEachEventOfABatchWhatBecameOfIt() {
        String first = id();
        String body =
                "[%s,%s,%s]".formatted(cloudEvent(first), cloudEvent(first), columns(id(), ",\"severity\":\"x\""));

        HttpResponse<String> answer = post(BATCH, body);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = SharedServer.json(answer);
        assertThat(json.get("accepted").intValue()).isEqualTo(1);
        assertThat(json.get("duplicate").intValue()).isEqualTo(1);
        assertThat(json.get("rejected").intValue()).isEqualTo(1);
        JsonNode refused = json.get("results").get(2);
        assertThat(refused.get("status").stringValue()).isEqualTo("rejected");
        assertThat(refused.get("problem").get("place").stringValue()).isEqualTo("severity");
        assertThat(refused.get("problem").get("detail").stringValue()).contains("\"x\"");
        assertThat(refused.get("problem").get("remedy").stringValue()).isNotBlank();
    }

    @Test
    void refusesABatchOfWhichNothingCanBeTaken() {
        HttpResponse<String> answer = post(PLAIN, "[{\"type\":\"visit\"},{\"type\":\"purchas\"}]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(SharedServer.json(answer).get("results").size()).isEqualTo(2);
    }

    @Test
    void takesAnEmptyBatch() {
        assertThat(post(PLAIN, "[]").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsColumnsThatItDoesNotKnowAsAttributes() {
        assertThat(post(PLAIN, columns(id(), ",\"channel\":\"app\"")).statusCode())
                .isEqualTo(201);

        assertThat(server.part(LogReader.class)
                        .page(stored().id(), null, 1)
                        .getFirst()
                        .row()
                        .attributes())
                .containsEntry("channel", "app");
    }

    @Test
    void refusesAnEventOfTheFuture() {
        String time = Instant.now().plus(3, ChronoUnit.DAYS).toString();

        HttpResponse<String> answer = post(PLAIN, columns(id(), "").replace("2026-02-01T10:00:00Z", time));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(SharedServer.json(answer).get("place").stringValue()).isEqualTo("time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"event_id":"a","event_id":"b"}         | 400 | Duplicate
            {"event_id":"a"                         | 400 | Line 1
            {"event_id":"a"} x                      | 400 | Line 1
            {"amount":NaN}                          | 400 | NaN
            []]                                     | 400 | Line 1
            ''                                      | 400 | there is nothing
            3                                       | 422 | the event is 3
            {"event_id":"a\\u0000b","customer":"c","time":"2026-02-01T10:00:00Z","type":"visit"} | 422 | U+0000
            {"event_id":"a","customer":"c","time":"2026-02-01T10:00:00Z","type":"visit","x":"\\ud83d"} | 422 | half a character
            {"event_id":"a","customer":"c","time":"2026-02-01T10:00:00Z","type":"purchase","amount":1e999} | 422 | too large
            {"event_id":"a","customer":"c","time":"2026-02-01T10:00:00Z","type":"erased"} | 422 | erased
            {"event_id":"a","customer":"c","time":"0001-01-01T10:00:00Z","type":"visit"} | 422 | 1900
            """)
    void refusesWhatIsBrokenWithItsPlace(String body, int status, String told) {
        HttpResponse<String> answer = post(PLAIN, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains(told);
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 100_000})
    void refusesJsonThatIsTooDeep(int depth) {
        HttpResponse<String> answer = post(PLAIN, "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] latin = columns(id(), ",\"channel\":\"café\"").getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> answer = server.post("/v1/events", token, PLAIN, latin);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("0xE9");
    }

    @Test
    void refusesMoreThanTenThousandEventsAtATime() {
        assertThat(post(PLAIN, "[" + "{},".repeat(10_000) + "{}]").statusCode()).isEqualTo(413);
    }

    @Test
    void refusesABodyOfMoreThanTenMebibytes() {
        assertThat(post(PLAIN, " ".repeat(10 * 1024 * 1024 + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesAnEventThatIsTooLong() {
        HttpResponse<String> answer = post(PLAIN, columns(id(), ",\"x\":\"%s\"".formatted("y".repeat(300_000))));

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void refusesContentOfAnotherType() {
        assertThat(post("text/plain", "hello").statusCode()).isEqualTo(415);
        assertThat(post("application/json;charset=ISO-8859-1", "{}").statusCode())
                .isEqualTo(415);
    }

    @Test
    void readsABodyCompressedByGzip() throws IOException {
        HttpResponse<String> answer = server.post(
                "/v1/events",
                token,
                PLAIN,
                gzip(columns(id(), "").getBytes(StandardCharsets.UTF_8)),
                "Content-Encoding",
                "gzip");

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void refusesAFewBytesThatBecomeVeryMany() throws IOException {
        byte[] bomb = gzip(new byte[64 << 20]);

        HttpResponse<String> answer = server.post("/v1/events", token, PLAIN, bomb, "Content-Encoding", "gzip");

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesWhatIsNotCompressedAsItSays() {
        HttpResponse<String> answer = server.post(
                "/v1/events", token, PLAIN, "{}".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void takesEventsOfTheTokensBrandsOnly() {
        String ofLyon = server.token(Set.of(Scope.INGEST), "lyon");

        HttpResponse<String> own = server.post("/v1/events", ofLyon, PLAIN, columns(id(), ",\"brand\":\"lyon\""));
        HttpResponse<String> other = server.post("/v1/events", ofLyon, PLAIN, columns(id(), ",\"brand\":\"nice\""));

        assertThat(own.statusCode()).isEqualTo(201);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(SharedServer.json(other).get("place").stringValue()).isEqualTo("brand");
    }

    @Test
    void letsNobodyInWithoutTheScope() {
        String reader = server.token(Set.of(Scope.READ));

        assertThat(server.post("/v1/events", reader, PLAIN, columns(id(), "")).statusCode())
                .isEqualTo(403);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
