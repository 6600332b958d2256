package org.amends.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.event.EventRow;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.store.log.LogReader;
import org.amends.store.log.LoggedEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class SegmentApiTest {

    private static SharedServer server;
    private static String token;

    private final String user = "u-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        server = SharedServer.running();
        token = server.token(Set.of(Scope.INGEST));
    }

    private static HttpResponse<String> post(String call, String body) {
        return server.post("/v1/segment/" + call, token, "application/json", body);
    }

    private List<EventRow> rows() {
        LogReader log = server.part(LogReader.class);
        return log.page(log.find(user, "").id(), null, 10).stream()
                .map(LoggedEvent::row)
                .toList();
    }

    private String track(String event, String properties) {
        return """
                {"messageId":"%s","userId":"%s","event":"%s","timestamp":"2026-02-01T10:00:00Z","properties":%s}""".formatted(UUID.randomUUID(), user, event, properties);
    }

    @Test
    void takesAnOrderAsAPurchaseWithTheWriteKeyAsUserName() {
        String key = Base64.getEncoder().encodeToString((token + ":").getBytes(StandardCharsets.US_ASCII));

        HttpResponse<String> answer = server.send(HttpRequest.newBuilder(server.at("/v1/segment/track"))
                .header("Authorization", "Basic " + key)
                .header("Content-Type", "application/json")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                track(
                                        "Order Completed",
                                        "{\"order_id\":\"o-7\",\"total\":27.5,\"currency\":\"USD\",\"products\":[{\"category\":\"fruit\"}]}")))
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        EventRow row = rows().getFirst();
        assertThat(row.type()).isEqualTo("purchase");
        assertThat(row.ref()).isEqualTo("o-7");
        assertThat(row.amount()).isEqualByComparingTo("27.5");
        assertThat(row.kind()).isEqualTo("fruit");
    }

    @Test
    void takesANameThatItDoesNotKnowAsAVisit() {
        assertThat(post("track", track("Button Clicked", "{\"label\":\"buy\"}")).statusCode())
                .isEqualTo(200);

        EventRow row = rows().getFirst();
        assertThat(row.type()).isEqualTo("visit");
        assertThat(row.kind()).isEqualTo("button_clicked");
        assertThat(row.attributes()).containsEntry("label", "buy");
    }

    @Test
    void takesANameOfOurOwnWithPropertiesAsColumns() {
        assertThat(post("track", track("Complaint", "{\"kind\":\"late_delivery\",\"severity\":0.4}"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(rows().getFirst().kind()).isEqualTo("late_delivery");
    }

    @Test
    void correctsTheTimeOfASenderWhoseClockIsWrong() {
        Instant wrong = Instant.parse("2020-01-01T00:00:00Z");
        String body = """
                {"messageId":"%s","userId":"%s","event":"Seen","originalTimestamp":"%s","sentAt":"%s"}""".formatted(UUID.randomUUID(), user, wrong, wrong.plusSeconds(30));

        assertThat(post("track", body).statusCode()).isEqualTo(200);

        assertThat(Duration.between(rows().getFirst().time(), Instant.now()))
                .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(90));
    }

    @Test
    void takesTraitsAsPreferencesAndMembership() {
        String body = """
                {"messageId":"%s","userId":"%s","timestamp":"2026-02-01T10:00:00Z",
                 "traits":{"tier":"gold","preferences":{"vegan":true,"newsletter":false}}}""".formatted(UUID.randomUUID(), user);

        assertThat(post("identify", body).statusCode()).isEqualTo(200);

        assertThat(rows())
                .extracting(EventRow::type)
                .containsExactlyInAnyOrder("visit", "membership_changed", "preference_stated", "preference_withdrawn");
    }

    @Test
    void tellsOfEachCallOfABatch() {
        String body = """
                {"batch":[
                  {"type":"page","userId":"%1$s","messageId":"%2$s","name":"Cancel Subscription"},
                  {"type":"alias","userId":"%1$s","previousId":"x"},
                  {"type":"track","event":"Order Completed","properties":{}},
                  {"type":"dance","userId":"%1$s"}]}""".formatted(user, UUID.randomUUID());

        HttpResponse<String> answer = post("batch", body);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = SharedServer.json(answer);
        assertThat(json.get("accepted").intValue()).isEqualTo(1);
        assertThat(json.get("ignored").intValue()).isEqualTo(1);
        assertThat(json.get("rejected").intValue()).isEqualTo(2);
        assertThat(rows().getFirst().kind()).isEqualTo("cancel_page");
    }

    @Test
    void knowsARepeatedCallWithoutMessageId() {
        String body = "{\"userId\":\"%s\",\"event\":\"Seen\",\"timestamp\":\"2026-02-01T10:00:00Z\"}".formatted(user);

        assertThat(SharedServer.json(post("track", body)).get("status").stringValue())
                .isEqualTo("accepted");
        assertThat(SharedServer.json(post("track", body)).get("status").stringValue())
                .isEqualTo("duplicate");
    }

    @Test
    void knowsNoOtherCalls() {
        assertThat(post("dance", "{}").statusCode()).isEqualTo(404);
    }
}
