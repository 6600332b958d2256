package org.amends.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedServer.Use.class)
class GuardApiTest {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final SharedServer server = SharedServer.running();
    private final String token = server.token(Set.of(Scope.GUARD));

    private static String request(String beginning) {
        return """
                {"id": "r", %s "ordered": {"name": "Rice with lentils", "price": 2.00}, "candidates": [
                    {"id": "almonds", "name": "Rice with almonds", "ingredients": "rice, almonds", "price": 2.00},
                    {"id": "plain", "name": "Rice", "ingredients": "rice", "price": 2.00}]}""".formatted(beginning).replace("\n", " ");
    }

    private JsonNode ask(String body, String... headers) {
        String[] patient = headers.length > 0 ? headers : new String[] {Patience.HEADER, "20000"};
        HttpResponse<String> answer = server.post("/v1/guard/verdicts", token, JSON, body, patient);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SharedServer.json(answer);
    }

    private static String verdict(JsonNode answer, int candidate) {
        return answer.at("/verdicts/" + candidate + "/verdict").asString();
    }

    private static String lastRule(JsonNode answer, int candidate) {
        JsonNode reasons = answer.at("/verdicts/" + candidate + "/reasons");
        return reasons.get(reasons.size() - 1).get("rule").asString();
    }

    @Test
    void answersOneRequest() {
        JsonNode answer = ask(request("\"stated\": [\"nut_allergy\"],"));

        assertThat(answer.get("id").asString()).isEqualTo("r");
        assertThat(verdict(answer, 0)).isEqualTo("BLOCK");
        assertThat(verdict(answer, 1)).isEqualTo("ALLOW");
        assertThat(answer.get("best").asString()).isEqualTo("plain");
    }

    @Test
    void answersAnArrayInItsOrder() {
        JsonNode answers =
                ask("[%s, 7, %s]".formatted(request("\"stated\": [\"nut_allergy\"],"), request("\"stated\": [],")));

        assertThat(answers.size()).isEqualTo(3);
        assertThat(verdict(answers.get(0), 0)).isEqualTo("BLOCK");
        assertThat(answers.get(1).has("error")).isTrue();
        assertThat(verdict(answers.get(2), 0)).isNotEqualTo("BLOCK");
    }

    @Test
    void answersLineByLineBrokenOnesToo() {
        String lines = request("\"stated\": [\"nut_allergy\"],") + "\n{\"id\": \n" + request("\"stated\": [],") + "\n";

        HttpResponse<String> answer = server.post("/v1/guard/verdicts", token, LINES, lines, Patience.HEADER, "20000");

        JsonMapper mapper = new JsonMapper();
        assertThat(answer.statusCode()).isEqualTo(200);
        String[] all = answer.body().split("\n");
        assertThat(all).hasSize(3);
        assertThat(verdict(mapper.readTree(all[0]), 0)).isEqualTo("BLOCK");
        assertThat(mapper.readTree(all[1]).get("error").get("place").asString()).startsWith("column");
        assertThat(mapper.readTree(all[2]).get("id").asString()).isEqualTo("r");
    }

    @Test
    void asksAboutWhatABadRequestNames() {
        JsonNode answer =
                ask("{\"id\": \"r\", \"statd\": [\"vegan\"], \"candidates\": [{\"id\": \"x\", \"name\": \"Ham\"}]}");

        assertThat(verdict(answer, 0)).isEqualTo("ASK");
        assertThat(lastRule(answer, 0)).isEqualTo("bad_input");
        assertThat(answer.at("/error/remedy").asString()).isEqualTo("Maybe stated.");
    }

    @Test
    void refusesOnlyWhatIsNoJson() {
        HttpResponse<String> answer = server.post("/v1/guard/verdicts", token, JSON, "vegan, please");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(SharedServer.json(answer).get("type").asString()).isEqualTo("/problems/no-json");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            deadlineMs, rule
            0,          deadline_passed
            -5,         deadline_passed
            soon,       deadline_passed
            """)
    void asksWhenTheDeadlineHasPassed(String deadlineMs, String rule) {
        JsonNode answer = ask(request("\"stated\": [],"), Patience.HEADER, deadlineMs);

        assertThat(verdict(answer, 0)).isEqualTo("ASK");
        assertThat(verdict(answer, 1)).isEqualTo("ASK");
        assertThat(lastRule(answer, 1)).isEqualTo(rule);
        assertThat(answer.get("best").isNull()).isTrue();
    }

    @Test
    void answersAtTheDeadlineHoweverMuchThereIsToDo() {
        StringBuilder candidates = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            candidates
                    .append(i == 0 ? "" : ",")
                    .append("{\"id\": \"c")
                    .append(i)
                    .append("\", \"name\": \"Soup\", \"ingredients\": \"")
                    .append("water, salt, carrots %d (carrots, water), "
                            .formatted(i)
                            .repeat(150))
                    .append("\"}");
        }
        String body = "{\"id\": \"big\", \"stated\": [\"vegan\"], \"candidates\": [" + candidates + "]}";

        JsonNode answer = ask(body, Patience.HEADER, "1");

        assertThat(answer.get("verdicts").size()).isEqualTo(1_000);
        assertThat(lastRule(answer, 999)).isEqualTo("deadline_passed");
        // What nobody waits for any more does not hold up the next.
        assertThat(verdict(ask(request("\"stated\": [\"nut_allergy\"],"), Patience.HEADER, "20000"), 0))
                .isEqualTo("BLOCK");
    }

    @Test
    void knowsWhatACustomerStated() {
        Happenings customer = Happenings.of(server)
                .event("preference_stated", 30, null, "nut_allergy", null, null)
                .event("preference_stated", 20, null, "halal", null, null)
                .event("preference_withdrawn", 10, null, "halal", null, null);

        JsonNode answer = ask(request("\"customer\": \"%s\",".formatted(customer.customer())));

        assertThat(verdict(answer, 0)).isEqualTo("BLOCK");
        assertThat(lastRule(answer, 0)).startsWith("nut_allergy:");
        assertThat(verdict(answer, 1)).isEqualTo("ALLOW");
    }

    @Test
    void joinsWhatIsKnownWithWhatTheRequestTells() {
        Happenings customer = Happenings.of(server).event("preference_stated", 30, null, "no_alcohol", null, null);

        JsonNode answer =
                ask(request("\"customer\": \"%s\", \"stated\": [\"nut_allergy\"],".formatted(customer.customer())));

        assertThat(verdict(answer, 0)).isEqualTo("BLOCK");
    }

    @Test
    void learnsFromPurchasesThatNameProducts() {
        Happenings customer = Happenings.of(server);
        String[] bought = {"Tofu", "Vegetarian burger", "Lentil soup"};
        for (int i = 0; i < 120; i++) {
            var unused = customer.event(
                    "purchase", 150 - i, "o" + i, "food", null, "3.00", Map.of("product", bought[i % bought.length]));
        }

        JsonNode answer = ask(
                "{\"id\": \"r\", \"customer\": \"%s\", ".formatted(customer.customer())
                        + "\"candidates\": [{\"id\": \"a\", \"name\": \"Pea soup with ham\", \"ingredients\": \"peas, ham\"}]}");

        assertThat(verdict(answer, 0)).isEqualTo("BLOCK");
        assertThat(answer.at("/verdicts/0/reasons/0/rule").asString()).startsWith("inferred:");
    }

    @Test
    void asksAboutWhatAnotherSystemOnlySuspects() {
        Happenings customer = Happenings.of(server)
                .event("preference_stated", 30, null, "nut_allergy", null, null, Map.of("stated_by", "purchases"));

        JsonNode answer = ask(request("\"customer\": \"%s\",".formatted(customer.customer())));

        assertThat(verdict(answer, 0)).isEqualTo("ASK");
        assertThat(lastRule(answer, 0)).startsWith("suggested:nut_allergy");
        assertThat(answer.get("best").asString()).isEqualTo("plain");
    }

    @Test
    void asksForACustomerOfWhomNothingIsKnown() {
        JsonNode answer = ask(request("\"customer\": \"nobody-knows\","));

        assertThat(verdict(answer, 1)).isEqualTo("ASK");
        assertThat(lastRule(answer, 1)).isEqualTo("customer_unknown");
    }

    @Test
    void answersForAnUnknownCustomerByTheNeedsThatTheRequestTells() {
        JsonNode answer = ask(request("\"customer\": \"nobody-knows\", \"stated\": [\"nut_allergy\"],"));

        assertThat(verdict(answer, 0)).isEqualTo("BLOCK");
        assertThat(verdict(answer, 1)).isEqualTo("ALLOW");
    }

    @Test
    void keepsWhatIsKnownFromWhoeverMayNotSeeTheBrand() {
        Happenings customer = new Happenings(server, "of-north-" + System.nanoTime(), "north")
                .event("preference_stated", 30, null, "nut_allergy", null, null);

        HttpResponse<String> answer = server.post(
                "/v1/guard/verdicts",
                server.token(Set.of(Scope.GUARD), "south"),
                JSON,
                request("\"customer\": \"%s\",".formatted(customer.customer())));

        assertThat(verdict(SharedServer.json(answer), 1)).isEqualTo("ASK");
        assertThat(answer.body()).doesNotContain("nut_allergy").contains("customer_unknown");
    }

    @Test
    void answersOnlyWhoeverMayAsk() {
        assertThat(server.post("/v1/guard/verdicts", server.token(Set.of(Scope.INGEST)), JSON, request(""))
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.post("/v1/guard/verdicts", server.token(Set.of(Scope.READ)), JSON, request(""))
                        .statusCode())
                .isEqualTo(200);
    }
}
