package org.amends.server.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class CustomerPreferencesTest {

    private final SharedServer server = SharedServer.running();
    private final String token = server.token(Set.of(Scope.READ, Scope.WRITE, Scope.ADMIN));

    @Test
    void whatIsStatedIsShownWithSourceAndDateAndIsInTheRelationship() {
        Happenings somebody = Happenings.of(server).buysMonthly(1);

        HttpResponse<String> stated = state(somebody, """
                {"preference": "Allergic to nuts", "stated_by": "agent", "valid_until": "2999-01-01T00:00:00Z"}""");

        assertThat(stated.statusCode()).as(stated.body()).isEqualTo(201);
        JsonNode shown = preferences(somebody).get("preferences").get(0);
        assertThat(shown.get("preference").stringValue()).isEqualTo("nut_allergy");
        assertThat(shown.get("stated_by").stringValue()).isEqualTo("agent");
        assertThat(shown.get("stated_at").stringValue()).startsWith("20");
        assertThat(shown.get("valid_until").stringValue()).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(inRelationship(somebody)).containsExactly("nut_allergy");
    }

    @Test
    void aLaterStatementCorrectsAnEarlierOneAndBothStayInTheHistory() {
        Happenings somebody = Happenings.of(server).buysMonthly(1);
        assertThat(state(somebody, "{\"preference\": \"language:fr\"}").statusCode())
                .isEqualTo(201);
        assertThat(state(somebody, "{\"preference\": \"language:en\"}").statusCode())
                .isEqualTo(201);

        JsonNode answer = preferences(somebody);

        assertThat(texts(answer.get("preferences"))).containsExactly("language:en");
        assertThat(texts(answer.get("history"))).containsExactly("language:fr", "language:en");
        assertThat(answer.get("history").get(0).get("replaced_by").stringValue())
                .isEqualTo("language:en");
        assertThat(inRelationship(somebody)).containsExactly("language:en");
    }

    @Test
    void whatIsWithdrawnHoldsNoMoreHoweverItWasWritten() {
        Happenings somebody =
                Happenings.of(server).buysMonthly(1).event("preference_stated", 9, null, "Nut-Allergy", null, null);
        assertThat(texts(preferences(somebody).get("preferences"))).containsExactly("nut_allergy");

        assertThat(withdraw(somebody, "nut allergy").statusCode()).isEqualTo(204);

        assertThat(texts(preferences(somebody).get("preferences"))).isEmpty();
        assertThat(preferences(somebody).get("history").get(0).get("ended_at").isNull())
                .isFalse();
        assertThat(inRelationship(somebody)).isEmpty();
    }

    @Test
    void wordsThatNobodyUnderstandsAreKept() {
        Happenings somebody = Happenings.of(server).buysMonthly(1);

        assertThat(state(somebody, "{\"preference\": \"nothing blue, please\"}").statusCode())
                .isEqualTo(201);

        assertThat(texts(preferences(somebody).get("preferences"))).containsExactly("nothing blue, please");
    }

    @Test
    void whatPurchasesSuggestIsNoStatement() {
        Happenings somebody = Happenings.of(server)
                .buysMonthly(1)
                .event("preference_stated", 3, null, "vegan", null, null, Map.of("stated_by", "purchases"));

        JsonNode answer = preferences(somebody);

        assertThat(texts(answer.get("preferences"))).isEmpty();
        assertThat(texts(answer.get("history"))).isEmpty();
        assertThat(texts(answer.get("suggested"))).containsExactly("vegan");
        assertThat(inRelationship(somebody)).isEmpty();
        assertThat(withdraw(somebody, "vegan").statusCode()).isEqualTo(204);
        assertThat(texts(preferences(somebody).get("suggested"))).isEmpty();
    }

    @Test
    void whatMergedCustomersStatedIsOne() {
        Happenings one = Happenings.of(server).buysMonthly(1).event("preference_stated", 9, null, "halal", null, null);
        Happenings other = Happenings.of(server).buysMonthly(1);
        assertThat(server.post(
                                "/v1/customers/" + one.customer() + "/merge",
                                token,
                                "application/json",
                                "{\"into\":\"%s\"}".formatted(other.customer()))
                        .statusCode())
                .isEqualTo(200);

        assertThat(texts(preferences(other).get("preferences"))).containsExactly("halal");
        assertThat(withdraw(other, "halal").statusCode()).isEqualTo(204);
        assertThat(texts(preferences(one).get("preferences"))).isEmpty();
    }

    @Test
    void whoIsRestrictedIsNotTold() {
        Happenings somebody = Happenings.of(server).buysMonthly(1);
        assertThat(server.post("/v1/customers/" + somebody.customer() + "/restrict", token, "application/json", "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(server.get(path(somebody), token).statusCode()).isEqualTo(403);
        assertThat(state(somebody, "{\"preference\": \"vegan\"}").statusCode()).isEqualTo(201);
    }

    @Test
    void eachChangeIsAudited() {
        Happenings somebody = Happenings.of(server).buysMonthly(1);
        assertThat(state(somebody, "{\"preference\": \"kosher\"}").statusCode()).isEqualTo(201);
        assertThat(withdraw(somebody, "kosher").statusCode()).isEqualTo(204);

        assertThat(server.part(JdbcClient.class)
                        .sql("select action from audit_entry join audit_content using (sequence)"
                                + " where subject = ? order by sequence")
                        .param("customer:/" + somebody.customer())
                        .query(String.class)
                        .list())
                .containsExactly("preference.stated", "preference.withdrawn");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
        body                                                    | place
        {}                                                      | preference
        {"preference": " "}                                     | preference
        {"preference": "vegan", "stated_by": "purchases"}       | stated_by
        {"preference": "vegan", "stated_by": "a cousin"}        | stated_by
        {"preference": "vegan", "valid_until": "in May"}        | valid_until
        {"preference": "vegan", "valid_until": "2020-01-01T00:00:00Z"} | valid_until
        {"preference": "vegan", "valid_from": "2027-01-01T00:00:00Z", "valid_until": "2026-01-01T00:00:00Z"} | valid_until
        """)
    void whatCannotBeKeptIsRefusedWithThePlace(String body, String place) {
        Happenings somebody = Happenings.of(server).buysMonthly(1);

        HttpResponse<String> refused = state(somebody, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(SharedServer.json(refused).get("place").stringValue()).isEqualTo(place);
        assertThat(texts(preferences(somebody).get("history"))).isEmpty();
    }

    @Test
    void nothingIsSaidOfWhomNobodyKnowsOrWhatNobodyStated() {
        Happenings somebody = Happenings.of(server).buysMonthly(1);

        assertThat(server.get("/v1/customers/nobody-" + UUID.randomUUID() + "/preferences", token)
                        .statusCode())
                .isEqualTo(404);
        assertThat(withdraw(somebody, "nothing blue").statusCode()).isEqualTo(404);
        assertThat(withdraw(somebody, "vegan").statusCode()).isEqualTo(204);
    }

    @Test
    void aTokenOfAnotherBrandSeesNothing() {
        Happenings somebody = new Happenings(server, "person-" + UUID.randomUUID(), "north").buysMonthly(1);
        String south = server.token(Set.of(Scope.READ, Scope.WRITE), "south");

        assertThat(server.get(path(somebody), south).statusCode()).isEqualTo(404);
        assertThat(server.post(path(somebody), south, "application/json", "{\"preference\": \"vegan\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String path(Happenings somebody) {
        return "/v1/customers/" + somebody.customer() + "/preferences";
    }

    private HttpResponse<String> state(Happenings somebody, String body) {
        return server.post(path(somebody), token, "application/json", body);
    }

    private HttpResponse<String> withdraw(Happenings somebody, String preference) {
        String asked = "?preference=" + URLEncoder.encode(preference, StandardCharsets.UTF_8);
        return server.send(
                server.request(path(somebody) + asked, token).DELETE().build());
    }

    private JsonNode preferences(Happenings somebody) {
        HttpResponse<String> answer = server.get(path(somebody), token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SharedServer.json(answer);
    }

    private List<String> inRelationship(Happenings somebody) {
        JsonNode answer = SharedServer.json(server.get("/v1/relationships/" + somebody.customer(), token));
        return StreamSupport.stream(answer.get("preferences").spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static List<String> texts(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(each -> each.get("preference").stringValue())
                .toList();
    }
}
