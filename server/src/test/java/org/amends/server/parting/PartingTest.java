package org.amends.server.parting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.access.Role;
import org.amends.server.access.Scope;
import org.amends.server.access.person.People;
import org.amends.server.complaint.Cases;
import org.amends.server.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class PartingTest {

    private final SharedServer server = SharedServer.running();
    private final String brand = "parting-" + UUID.randomUUID();
    private final String token = server.token(Set.of(Scope.READ, Scope.WRITE, Scope.ADMIN), brand);
    private final String customer = "person-" + UUID.randomUUID();
    private final Happenings happenings = new Happenings(server, customer, brand);
    private final Caller second = server.part(People.class)
            .add("second-" + UUID.randomUUID(), "Second", Set.of(Role.LEAD), BrandScope.ALL, Instant.now());
    private final Cases cases = server.part(Cases.class);

    private String opened() {
        var unused = happenings.buysMonthly(6);
        return cases.open(
                        new Cases.NewCase(customer, brand, "email", "en", "Never again", null, null),
                        CaseHeader.CUSTOMER,
                        List.of())
                .complaint()
                .reference();
    }

    private HttpResponse<String> post(String path, String body) {
        return server.post(path, token, "application/json", body);
    }

    private void withoutCoolingOff() {
        HttpResponse<String> set = server.send(server.request(
                        "/v1/parting-terms", token, "Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"brand\": \"" + brand + "\", \"cooling_off_days\": 0}"))
                .build());
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    }

    private String confirmed() {
        withoutCoolingOff();
        String reference = opened();
        assertThat(post("/v1/cases/" + reference + "/parting", "{\"reason\": \"Trust is gone.\"}")
                        .statusCode())
                .isEqualTo(200);
        var unused = server.part(Partings.class).confirm(reference, second);
        return reference;
    }

    private HttpResponse<String> step(String reference, String step) {
        return post(
                "/v1/cases/" + reference + "/parting/steps",
                "{\"step\": \"" + step + "\", \"proof\": \"transfer 4711\"}");
    }

    private String parted() {
        String reference = confirmed();
        for (String step : List.of("settle_owed", "pay_out", "hand_over_data", "cancel", "farewell", "silence")) {
            assertThat(step(reference, step).statusCode()).as(step).isEqualTo(200);
        }
        return reference;
    }

    private Complaint complaint(String reference) {
        return cases.state(reference).orElseThrow();
    }

    private JsonNode items(String path) {
        return SharedServer.json(server.get(path, token)).get("items");
    }

    @Test
    void endsWithEveryStepDoneAndTheCaseClosed() {
        String reference = parted();

        assertThat(complaint(reference).outcome()).isEqualTo(CaseOutcome.PARTED);
        JsonNode told = items("/v1/suppressions").get(0);
        assertThat(told.get("customer").stringValue()).isEqualTo(customer);
        assertThat(told.get("suppressed").booleanValue()).isTrue();
        assertThat(told.get("case").stringValue()).isEqualTo(reference);
        Happenings.until(
                "the relationship is parted",
                () -> server.get("/v1/relationships/" + customer + "?brand=" + brand, token)
                        .body()
                        .contains("\"parted\""));
    }

    @Test
    void nothingIsDoneWhileTheCoolingOffRuns() {
        String reference = opened();
        assertThat(post("/v1/cases/" + reference + "/parting", "{\"reason\": \"Trust is gone.\"}")
                        .statusCode())
                .isEqualTo(200);
        var confirmed = server.part(Partings.class).confirm(reference, second);

        assertThat(confirmed.complaint().parting()).isNotNull();
        HttpResponse<String> refused = step(reference, "settle_owed");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("COOLING_OFF");
        assertThat(server.get("/v1/cases/" + reference + "/parting/data", token).statusCode())
                .isEqualTo(409);
    }

    @Test
    void neitherAProgramNorWhoeverProposedItConfirms() {
        String reference = opened();
        var unused = server.part(Partings.class).propose(reference, "Trust is gone.", second);

        assertThatThrownBy(() -> server.part(Partings.class).confirm(reference, second))
                .isInstanceOf(Problem.class)
                .satisfies(refused -> assertThat(((Problem) refused).detail().getProperties())
                        .containsEntry("refusal", "SAME_PERSON"));
        assertThat(post("/v1/cases/" + reference + "/parting/confirm", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsOwedComesFirst() {
        String reference = confirmed();
        CaseHeader now = cases.now(second.actor());
        var unused = cases.append(
                reference,
                List.of(
                        new CaseEvent.Assessed(now, Assessment.UNKNOWN),
                        new CaseEvent.PlanChosen(
                                now, null, List.of(new ChosenElement("refund", null, true)), null, null)));

        assertThat(step(reference, "settle_owed").body()).contains("OWED_OPEN");

        unused = cases.append(reference, List.of(new CaseEvent.ElementDone(now, "refund", null, "transfer 1")));
        assertThat(step(reference, "settle_owed").statusCode()).isEqualTo(200);
    }

    @Test
    void handsOverEverythingThatIsKnown() {
        String reference = confirmed();

        HttpResponse<String> data = server.get("/v1/cases/" + reference + "/parting/data", token);

        assertThat(data.headers().firstValue("content-disposition").orElse("")).contains("attachment");
        assertThat(data.body()).contains(customer, "purchase", reference);
    }

    @Test
    void whateverIsSentAfterwardsIsABreachUntilTheCustomerComesBack() {
        var unused = parted();
        String cursor = SharedServer.json(server.get("/v1/suppressions", token))
                .get("cursor")
                .stringValue();
        var sent = happenings.event("attention_given", 0, null, "newsletter", null, null);
        server.part(SilenceWatch.class).look();

        assertThat(items("/v1/suppressions/breaches").get(0).get("customer").stringValue())
                .isEqualTo(customer);
        assertThat(items("/v1/suppressions?since=" + cursor)).isEmpty();

        var ignored = sent.event("returned", 0, null, null, null, null);
        server.part(SilenceWatch.class).look();

        JsonNode lifted = items("/v1/suppressions?since=" + cursor).get(0);
        assertThat(lifted.get("suppressed").booleanValue()).isFalse();
        assertThat(lifted.get("lifted_because").stringValue()).isEqualTo("returned");
    }

    @Test
    void somebodyWhoSawThemComeBackOpensTheDoor() {
        var unused = parted();
        String asked =
                "{\"customer\": \"%s\", \"brand\": \"%s\", \"proof\": \"ordered by phone\"}".formatted(customer, brand);

        assertThat(post("/v1/suppressions/returned", asked).statusCode()).isEqualTo(204);
        assertThat(post("/v1/suppressions/returned", asked).statusCode()).isEqualTo(404);
    }

    @Test
    void helpsToMoveOnByWhatWasValued() {
        var unused = happenings.event("preference_stated", 10, null, "gluten_free", null, null);
        String reference = opened();
        for (String one : List.of(
                "{\"name\": \"Aardvark\", \"qualities\": [\"cheap\"], \"brand\": \"%s\"}".formatted(brand),
                "{\"name\": \"Bakery of grain\", \"qualities\": [\"Gluten free\"], \"brand\": \"%s\"}"
                        .formatted(brand))) {
            assertThat(post("/v1/alternatives", one).statusCode()).isEqualTo(201);
        }

        JsonNode first = items("/v1/cases/" + reference + "/alternatives").get(0);

        assertThat(first.at("/alternative/name").stringValue()).isEqualTo("Bakery of grain");
        assertThat(first.at("/matched/0").stringValue()).isEqualTo("gluten_free");
    }

    @Test
    void showsOnWhomPartingsFall() {
        var unused = parted();

        JsonNode groups =
                SharedServer.json(server.get("/v1/partings/fairness", token)).get("groups");

        assertThat(groups).hasSize(4);
        JsonNode vulnerable = groups.get(2);
        assertThat(vulnerable.get("group").stringValue()).isEqualTo("vulnerable");
        assertThat(vulnerable.get("finding").stringValue()).isEqualTo("too_few");
        assertThat(vulnerable.at("/others/parted").intValue()).isEqualTo(1);
    }
}
