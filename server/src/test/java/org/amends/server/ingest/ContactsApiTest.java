package org.amends.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.Complaint;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.complaint.Cases;
import org.amends.server.message.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class ContactsApiTest {

    private static final String BROKEN = "The lamp arrived broken, for the second time. I want my money back.";

    private final SharedServer server = SharedServer.running();
    private final String token = server.token(Set.of(Scope.INGEST));
    private final String id = UUID.randomUUID().toString();

    private HttpResponse<String> send(String json, String... headers) {
        return server.post("/v1/contacts", token, "application/json", json, headers);
    }

    private Complaint complaint(JsonNode answer) {
        return server.part(Cases.class).state(answer.get("case").stringValue()).orElseThrow();
    }

    @Test
    void opensACaseForAComplaintByTelephone() {
        HttpResponse<String> answer = send("""
                {"id": "%s", "channel": "phone", "address": "+33 1 23 45 67 89", "name": "Ana Sol", "language": "en",
                 "text": "%s", "time": "2026-03-01T09:30:00+01:00"}""".formatted(id, BROKEN));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode json = SharedServer.json(answer);
        assertThat(json.get("id").stringValue()).isEqualTo(id);
        assertThat(json.get("opened").booleanValue()).isTrue();
        assertThat(complaint(json).channel()).isEqualTo("phone");
    }

    @Test
    void takesTheSameIdOnce() {
        String contact = "{\"id\": \"%s\", \"text\": \"%s\"}".formatted(id, BROKEN);

        JsonNode first = SharedServer.json(send(contact));
        HttpResponse<String> second = send(contact);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(SharedServer.json(second).get("status").stringValue()).isEqualTo("duplicate");
        assertThat(SharedServer.json(second).get("case")).isEqualTo(first.get("case"));
    }

    @Test
    void answersARepeatedRequestAsBefore() {
        String contact = "{\"text\": \"%s\"}".formatted(BROKEN);
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = send(contact, "Idempotency-Key", key);
        HttpResponse<String> second = send(contact, "Idempotency-Key", key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void keepsFiles() {
        String content = Base64.getEncoder().encodeToString("a bill".getBytes(StandardCharsets.UTF_8));

        JsonNode json = SharedServer.json(send("""
                {"text": "%s", "files": [{"name": "bill.txt", "type": "text/plain", "content": "%s"}]}""".formatted(BROKEN, content)));

        UUID message = UUID.fromString(json.get("message").stringValue());
        assertThat(server.part(Messages.class).bytes(message, 0).orElseThrow())
                .asString()
                .isEqualTo("a bill");
    }

    @Test
    void countsAMentionInPublicAsCriticismOfItsCustomer() {
        String customer = "c-" + id;

        HttpResponse<String> answer = send("""
                {"channel": "public", "source": "https://reviews.example.com/17", "author": "ana17",
                 "customer": "%s", "text": "%s"}""".formatted(customer, BROKEN));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(server.part(JdbcClient.class)
                        .sql("""
                        select count(*) from event e join relationship r on r.id = e.relationship
                        where r.customer = ? and e.type = 'public_criticism'""")
                        .param(customer)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void saysOfEachOfManyWhatIsWrongWithItAndTakesTheOthers() {
        HttpResponse<String> answer = send("""
                [{"id": "a%1$s", "text": "%2$s"}, {"id": "b%1$s", "text": ""}, {"id": "c%1$s", "text": "x", "colour": "red"},
                 {"id": "d%1$s", "text": "x", "time": "yesterday"}, {"text": "x", "channel": "public"},
                 {"text": "x", "reference": "AM-1999-0000001"}]""".formatted(id, BROKEN));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode results = SharedServer.json(answer).get("results");
        assertThat(results.get(0).get("status").stringValue()).isEqualTo("accepted");
        assertThat(results.get(1).get("place").stringValue()).isEqualTo("text");
        assertThat(results.get(2).get("place").stringValue()).isEqualTo("colour");
        assertThat(results.get(3).get("place").stringValue()).isEqualTo("time");
        assertThat(results.get(4).get("place").stringValue()).isEqualTo("source");
        assertThat(results.get(5).get("place").stringValue()).isEqualTo("reference");
    }

    @Test
    void sendsNothingForABrandThatTheTokenDoesNotCover() {
        String narrow = server.token(Set.of(Scope.INGEST), "north");

        HttpResponse<String> answer = server.post(
                "/v1/contacts",
                narrow,
                "application/json",
                "{\"text\": \"%s\", \"brand\": \"south\"}".formatted(BROKEN));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(SharedServer.json(answer).get("place").stringValue()).isEqualTo("brand");
    }

    @Test
    void takesATableAndKeepsTheRowsThatWereLeftOutInAFile() {
        String table = "id,channel,address,text,time\n"
                + "1%s,letter,ana@example.com,\"%s\",2026-03-01T09:30:00Z\n".formatted(id, BROKEN)
                + "2%s,pigeon,ana@example.com,Coo,\n".formatted(id)
                + "3%s,letter,ana@example.com,,\n".formatted(id);

        HttpResponse<String> answer = server.post("/v1/contacts?name=letters.csv", token, "text/csv", table);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode run = SharedServer.json(answer);
        assertThat(run.get("accepted").intValue()).isEqualTo(1);
        assertThat(run.get("rejected").intValue()).isEqualTo(2);
        String left = server.get(run.get("rejected_rows").stringValue(), token).body();
        assertThat(left).contains("pigeon", "text is empty");
        assertThat(SharedServer.json(server.post("/v1/contacts", token, "text/csv", table))
                        .get("duplicate")
                        .intValue())
                .isEqualTo(1);
    }
}
