package org.amends.server.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.money.Money;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.complaint.Cases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class PlanApiTest {

    private static final String JSON = "application/json";
    private static final String LEFT_OUT = "{\"elements\":[{\"element\":\"apology\"}],\"because\":\"words will do\"}";

    private final SharedServer server = SharedServer.running();
    private final String ann = server.token(Set.of(Scope.READ, Scope.WRITE));
    private final String ben = server.token(Set.of(Scope.READ, Scope.WRITE));
    private final String lead = server.token(Set.of(Scope.READ, Scope.WRITE, Scope.ADMIN));
    private final Cases cases = server.part(Cases.class);

    @Test
    void aWrongChargeIsPaidBackFirst() {
        JsonNode proposal = propose(wrongCharge());

        assertThat(proposal.at("/proposal/plan/0/element").stringValue()).isEqualTo("refund");
        assertThat(proposal.at("/proposal/plan/0/amount").decimalValue()).isEqualByComparingTo("80");
        assertThat(proposal.get("currency").stringValue()).isEqualTo("EUR");
    }

    @Test
    void aDecisionIsWorkedOutAgainToTheSameBytes() {
        String reference = wrongCharge();
        String decision = propose(reference).get("decision").stringValue();

        JsonNode replayed =
                SharedServer.json(server.get("/v1/cases/%s/decisions/%s/replay".formatted(reference, decision), ann));

        assertThat(replayed.get("same").booleanValue()).isTrue();
    }

    @Test
    void whatIsOwedCannotBeLeftOut() {
        String reference = wrongCharge();
        JsonNode ignored = propose(reference);

        assertThat(server.post("/v1/cases/%s/plan/choose".formatted(reference), ann, JSON, LEFT_OUT)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void choosingOtherwiseNeedsAReason() {
        String reference = wrongCharge();
        JsonNode ignored = propose(reference);

        assertThat(choose(reference, 20, null).statusCode()).isEqualTo(400);
        assertThat(choose(reference, 20, "waited long").statusCode()).isEqualTo(200);
    }

    @Test
    void sayingHowMuchIsOwedDoesNotDepartFromAProposalThatCouldNotKnowIt() {
        String reference = wrongCharge(Happenings.of(server).buysMonthly(3).customer(), null);
        JsonNode proposed = propose(reference).at("/proposal/plan");
        assertThat(proposed.at("/0/element").stringValue()).isEqualTo("refund");
        assertThat(proposed.at("/0").has("amount")).isFalse();
        String others = proposed.valueStream()
                .skip(1)
                .map(each -> ",{\"element\":%s,\"owed\":%s%s}"
                        .formatted(
                                each.get("element"),
                                each.get("owed"),
                                each.has("amount") ? ",\"currency\":\"EUR\",\"amount\":" + each.get("amount") : ""))
                .collect(Collectors.joining());

        HttpResponse<String> chosen =
                server.post("/v1/cases/%s/plan/choose".formatted(reference), ann, JSON, """
                {"elements":[{"element":"refund","amount":12,"currency":"EUR","owed":true}%s]}""".formatted(others));

        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
    }

    @Test
    void aLargeGestureWaitsForASecondPerson() {
        String reference = wrongCharge();
        JsonNode ignored = propose(reference);

        assertThat(SharedServer.json(choose(reference, 39, "waited long"))
                        .get("approval")
                        .stringValue())
                .isEqualTo("not_needed");
        assertThat(SharedServer.json(choose(reference, 70, "waited long"))
                        .get("approval")
                        .stringValue())
                .isEqualTo("waiting");
        assertThat(server.post("/v1/cases/%s/plan/approve".formatted(reference), ann, JSON, "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(server.post("/v1/cases/%s/plan/approve".formatted(reference), ben, JSON, "")
                        .body())
                .contains("ABOVE_LIMIT");
        assertThat(SharedServer.json(server.post("/v1/cases/%s/plan/approve".formatted(reference), lead, JSON, ""))
                        .get("approval")
                        .stringValue())
                .isEqualTo("approved");
    }

    @Test
    void theProposalIsOfThisCaseAlone() {
        String customer = Happenings.of(server).buysMonthly(3).customer();
        String first = wrongCharge(customer, "80");
        String second = wrongCharge(customer, "7");

        assertThat(propose(second).at("/proposal/plan/0/amount").decimalValue()).isEqualByComparingTo("7");
        assertThat(propose(first).at("/proposal/plan/0/amount").decimalValue()).isEqualByComparingTo("80");
    }

    private HttpResponse<String> choose(String reference, int credit, String because) {
        return server.post("/v1/cases/%s/plan/choose".formatted(reference), ann, JSON, """
                {"elements":[{"element":"refund","amount":80,"currency":"EUR","owed":true},{"element":"apology"},
                 {"element":"compensation","amount":%d,"currency":"EUR"}]%s}
                """.formatted(
                        credit, because == null ? "" : ",\"because\":\"%s\"".formatted(because)));
    }

    private JsonNode propose(String reference) {
        return SharedServer.json(server.post("/v1/cases/%s/plan/propose".formatted(reference), ann, JSON, ""));
    }

    private String wrongCharge() {
        return wrongCharge(Happenings.of(server).buysMonthly(3).customer(), "80");
    }

    private String wrongCharge(String customer, @Nullable String loss) {
        CaseHeader person = cases.now("person:1");
        return cases.open(
                        new Cases.NewCase(customer, "", "phone", "en", "Charged twice", null, null),
                        "person:1",
                        List.of(new CaseEvent.Assessed(
                                person,
                                new Assessment(
                                        List.of(FailureKind.BILLING_ERROR),
                                        Want.ECONOMIC,
                                        0.45,
                                        Hostility.CALM,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        loss == null
                                                ? null
                                                : Money.of(Currency.getInstance("EUR"), new BigDecimal(loss)),
                                        List.of("refund")))))
                .complaint()
                .reference();
    }
}
