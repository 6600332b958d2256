package org.amends.server.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.LetterPurpose;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.money.Money;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.complaint.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What like cases got, beside the plan of a case. */
@ExtendWith(SharedServer.Use.class)
class PrecedentsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<FailureKind> CHARGE = List.of(FailureKind.BILLING_ERROR);

    private final SharedServer server = SharedServer.running();
    private final Cases cases = server.part(Cases.class);
    private final String brand = "precedents-" + UUID.randomUUID();
    private final String token = server.token(Set.of(Scope.READ, Scope.WRITE), brand);
    private final CaseHeader person = cases.now("person:1");

    @Test
    void likeCasesAreNamedWhateverLanguageTheyAreIn() {
        String french = answered("fr", CHARGE, Want.ECONOMIC, "80", "80", true);
        String partly = answered(
                "ru", List.of(FailureKind.BILLING_ERROR, FailureKind.LONG_WAIT), Want.ECONOMIC, "90", "100", false);
        for (String given : List.of("85", "90", "95")) {
            String ignored = answered("es", CHARGE, Want.ECONOMIC, "75", given, true);
        }

        JsonNode precedents = propose(open("en", CHARGE, Want.ECONOMIC, "80")).get("precedents");

        assertThat(precedents.get("cases").intValue()).isEqualTo(5);
        assertThat(precedents.get("currency").stringValue()).isEqualTo("EUR");
        assertThat(precedents.get("middle_half_from").decimalValue()).isEqualByComparingTo("85");
        assertThat(precedents.get("middle_half_to").decimalValue()).isEqualByComparingTo("95");
        JsonNode last = precedents.at("/nearest/4");
        assertThat(last.get("case").stringValue()).isEqualTo(partly);
        assertThat(last.get("points").intValue()).isEqualTo(75);
        assertThat(last.get("accepted").booleanValue()).isFalse();
        JsonNode first = precedents.at("/nearest/3");
        assertThat(first.get("case").stringValue()).isEqualTo(french);
        assertThat(first.get("points").intValue()).isEqualTo(100);
        assertThat(first.at("/granted/0/element").stringValue()).isEqualTo("refund");
        assertThat(first.get("sum").decimalValue()).isEqualByComparingTo("80");
        assertThat(first.get("resolved").booleanValue()).isTrue();
    }

    @Test
    void whatIsOfAnotherSizeKindOrBrandIsNoPrecedent() {
        String ignored = answered("en", CHARGE, Want.ECONOMIC, "900", "900", true);
        ignored = answered("en", List.of(FailureKind.SAFETY), Want.ECONOMIC, "80", "80", true);
        ignored = new PrecedentsTest().answered("en", CHARGE, Want.ECONOMIC, "80", "80", true);
        ignored = open("en", CHARGE, Want.ECONOMIC, "80");
        String withdrawn = answered("en", CHARGE, Want.ECONOMIC, "80", "80", true);
        var reopened = cases.append(
                withdrawn,
                List.of(
                        new CaseEvent.Reopened(person, "wrong customer"),
                        new CaseEvent.Closed(person, CaseOutcome.WITHDRAWN)));
        assertThat(reopened.complaint().outcome()).isEqualTo(CaseOutcome.WITHDRAWN);

        JsonNode precedents = propose(open("en", CHARGE, Want.ECONOMIC, "80")).get("precedents");

        assertThat(precedents.get("cases").intValue()).isZero();
        assertThat(precedents.get("nearest").size()).isZero();
    }

    @Test
    void aDecisionKeepsThePrecedentsThatItWasMadeWith() {
        String before = answered("en", CHARGE, Want.ECONOMIC, "80", "80", true);
        String reference = open("en", CHARGE, Want.ECONOMIC, "80");
        JsonNode proposed = propose(reference);
        String ignored = answered("en", CHARGE, Want.ECONOMIC, "80", "500", true);

        JsonNode later = SharedServer.json(server.get("/v1/cases/%s/plan".formatted(reference), token));

        assertThat(proposed.at("/precedents/nearest/0/case").stringValue()).isEqualTo(before);
        assertThat(later).isEqualTo(proposed);
        assertThat(SharedServer.json(server.get(
                                "/v1/cases/%s/decisions/%s/replay"
                                        .formatted(
                                                reference,
                                                proposed.get("decision").stringValue()),
                                token))
                        .get("same")
                        .booleanValue())
                .isTrue();
    }

    private JsonNode propose(String reference) {
        return SharedServer.json(
                server.post("/v1/cases/%s/plan/propose".formatted(reference), token, "application/json", ""));
    }

    private String open(String language, List<FailureKind> failures, Want want, String loss) {
        return cases.open(
                        new Cases.NewCase(
                                "person-" + UUID.randomUUID(), brand, "phone", language, "Charged twice", null, null),
                        "person:1",
                        List.of(new CaseEvent.Assessed(
                                person,
                                new Assessment(
                                        failures,
                                        want,
                                        0.45,
                                        Hostility.CALM,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        Money.of(EUR, new BigDecimal(loss)),
                                        List.of("refund")))))
                .complaint()
                .reference();
    }

    /** A case that was answered with a refund and is closed. */
    private String answered(
            String language, List<FailureKind> failures, Want want, String loss, String given, boolean good) {
        String reference = open(language, failures, want, loss);
        String letter = UUID.randomUUID().toString();
        var ignored = cases.append(
                reference,
                List.of(
                        new CaseEvent.PlanChosen(
                                person,
                                null,
                                List.of(
                                        new ChosenElement("refund", Money.of(EUR, new BigDecimal(given)), true),
                                        new ChosenElement("apology", null, false)),
                                null,
                                null),
                        new CaseEvent.LetterQueued(person, letter, LetterPurpose.FINAL_RESPONSE),
                        new CaseEvent.LetterSent(person, letter, LetterPurpose.FINAL_RESPONSE),
                        new CaseEvent.ElementDone(person, "refund", null, "transfer 1"),
                        good
                                ? new CaseEvent.OutcomeAccepted(person)
                                : new CaseEvent.OutcomeRejected(person, "too_little")));
        if (good) {
            ignored = cases.append(
                    reference,
                    List.of(
                            new CaseEvent.Closed(person, CaseOutcome.UPHELD),
                            new CaseEvent.SurveyAnswered(person, 0.9, true)));
        }
        return reference;
    }
}
