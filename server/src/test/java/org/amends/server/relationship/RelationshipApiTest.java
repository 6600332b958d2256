package org.amends.server.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class RelationshipApiTest {

    private final SharedServer server = SharedServer.running();
    private final String token = server.token(Set.of(Scope.READ));

    private Happenings failed() {
        return Happenings.of(server)
                .buysMonthly(12)
                .event("failure", 3, "o-1", "late_delivery", 0.8, "40.00")
                .event("complaint", 2, "o-1", "late_delivery", 0.8, null);
    }

    @Test
    void contributionsSumToTheLogitOfTheProbability() {
        JsonNode told = json("/v1/relationships/%s/contributions".formatted(failed().customer()));

        double sum = 0;
        for (JsonNode item : told.get("items")) {
            sum += item.get("logit").doubleValue();
        }
        assertThat(sum).isCloseTo(told.get("logit").doubleValue(), within(1e-12));
        assertThat(1 / (1 + Math.exp(-sum)))
                .isCloseTo(told.get("leave_probability").doubleValue(), within(1e-12));
    }

    @Test
    void theTimelineIsReadInPagesTheLatestFirst() {
        String customer = failed().customer();

        List<String> types = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json("/v1/relationships/%s/timeline?limit=4%s".formatted(customer, next));
            page.get("items").forEach(item -> types.add(item.get("type").stringValue()));
            next = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        } while (next != null);

        assertThat(types)
                .hasSize(15)
                .startsWith("purchase", "complaint", "failure")
                .endsWith("purchase");
    }

    @Test
    void whatIfChangesTheAnswerAndStoresNothing() {
        String customer = failed().customer();

        JsonNode answer = SharedServer.json(
                server.post("/v1/relationships/%s/what-if".formatted(customer), token, "application/json", """
                {"events": [
                    {"type": "remedy_given", "ref": "o-1", "kind": "refund", "amount": 40, "currency": "EUR",
                     "attributes": {"quality": 0.9}},
                    {"type": "issue_resolved", "ref": "o-1"}],
                 "facts": {"trust": 0.9}}"""));

        assertThat(answer.get("after").get("leave_probability").doubleValue())
                .isLessThan(answer.get("before").get("leave_probability").doubleValue());
        assertThat(json("/v1/relationships/%s/timeline".formatted(customer))
                        .get("items")
                        .size())
                .isEqualTo(15);
    }

    @Test
    void whatIfNamesWhatCannotBeSupposed() {
        HttpResponse<String> answer = server.post(
                "/v1/relationships/%s/what-if".formatted(failed().customer()),
                token,
                "application/json",
                "{\"facts\": {\"trusst\": 0.9}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(SharedServer.json(answer).get("place").stringValue()).isEqualTo("facts.trusst");
        assertThat(SharedServer.json(answer).get("remedy").stringValue()).contains("trust");
    }

    @Test
    void theRiskRoseWithTheFailure() {
        JsonNode items = json("/v1/relationships/%s/history?weeks=8".formatted(failed().customer()))
                .get("items");

        assertThat(items.size()).isEqualTo(9);
        assertThat(items.get(8).get("logits").get("acute_failure").doubleValue())
                .isGreaterThan(items.get(7).get("logits").get("acute_failure").doubleValue());
    }

    @Test
    void listsGoOnWhereTheyEndedInEveryOrder() {
        String prefix = "listed-" + UUID.randomUUID();
        for (int i = 0; i < 7; i++) {
            Happenings each = new Happenings(server, prefix + "-" + i, null);
            var unused = each.buysMonthly(i + 1);
        }
        Happenings.until(
                "all are listed",
                () -> json("/v1/relationships?customer=" + prefix).get("items").size() == 7);

        // Nobody moves within the list while it is read.
        Happenings.until(
                "the watch rests",
                () -> server.part(JdbcClient.class)
                        .sql(
                                "select position >= (select position from log_head) and round_ended_at is not null from watch")
                        .query(Boolean.class)
                        .single());

        for (RelationshipSort sort : RelationshipSort.values()) {
            List<String> customers = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = json(
                        "/v1/relationships?limit=3&customer=%s&sort=%s%s".formatted(prefix, sort.stableName(), next));
                page.get("items")
                        .forEach(item -> customers.add(item.get("customer").stringValue()));
                next = page.get("next").isNull()
                        ? null
                        : "&cursor=" + page.get("next").stringValue();
            } while (next != null);
            assertThat(customers).as(sort.stableName()).hasSize(7).doesNotHaveDuplicates();
        }
    }

    @Test
    void aForeignCursorAndAnUnknownParameterAreNamed() {
        assertThat(get("/v1/relationships?cursor=abc").statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = get("/v1/relationships?min_rsik=0.4");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(SharedServer.json(unknown).get("remedy").stringValue()).contains("min_risk");
    }

    @Test
    void whoHasTheSameAlreadyIsToldSo() {
        String path = "/v1/relationships?customer=nobody-" + UUID.randomUUID();
        String tag = get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = server.get(path, token, "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void brandsThatACallerMayNotSeeAreNotThere() {
        Happenings somebody = new Happenings(server, "branded-" + UUID.randomUUID(), "north");
        var unused = somebody.buysMonthly(1);
        String south = server.token(Set.of(Scope.READ), "south");

        assertThat(get("/v1/relationships/" + somebody.customer()).statusCode()).isEqualTo(200);
        assertThat(server.get("/v1/relationships/" + somebody.customer(), south).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> get(String path) {
        return server.get(path, token);
    }

    private JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SharedServer.json(answer);
    }
}
