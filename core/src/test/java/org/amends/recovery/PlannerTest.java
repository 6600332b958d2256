package org.amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.amends.policy.Element;
import org.amends.policy.Policy;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.Facts;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Diagnostician DIAGNOSTICIAN = new Diagnostician(Policy.standard());
    private static final Planner PLANNER = new Planner(Policy.standard());
    private static final List<String> KINDS = List.of(
            "late_delivery",
            "billing_error",
            "defective_product",
            "rude_contact",
            "privacy_breach",
            "safety",
            "unfair_policy");

    @Test
    void whereNothingIsWrongNothingIsDone() {
        assertThat(plan("").elements()).isEmpty();
    }

    @Test
    void aLateParcelWhoseBuyerWantsMoneyIsMadeGoodFirstAndRegrettedThen() {
        assertThat(plan("fail=late_delivery:0.5:5:open:none complained want=economic loss=40")
                        .elements())
                .extracting(PlanElement::element)
                .containsExactly(
                        Element.REDO_SERVICE,
                        Element.PRICE_REDUCTION,
                        Element.COMPENSATION,
                        Element.APOLOGY,
                        Element.EXPLANATION);
    }

    @Test
    void theVegetarianOfTenYearsIsAnsweredInPersonAndKnownFromThenOn() {
        assertThat(plan("tenure=10 self=0.8 tier=gold fail=preference_violation:0.8:2:open:none complained want=esteem")
                        .elements())
                .extracting(PlanElement::element)
                .containsExactly(
                        Element.PERSONAL_APOLOGY,
                        Element.EXPLANATION,
                        Element.VOICE,
                        Element.PREFERENCE_FIX,
                        Element.STATUS_GESTURE,
                        Element.PROCESS_FIX_REPORT);
    }

    @Test
    void afterAFailedRecoveryApologyAndCompensationDoMoreThanEither() {
        Plan plan = plan("fail=late_delivery:0.6:5:open:poor complained loss=50 want=both");

        assertThat(plan.rejected())
                .filteredOn(each -> List.of("apology_only", "money_only").contains(each.name()))
                .hasSize(2)
                .allMatch(each -> each.effect().quality() < plan.effect().quality());
    }

    @Test
    void theIntervalHoldsTheEffect() {
        PlanEffect effect =
                plan("fail=late_delivery:0.6:5:open:none complained loss=50").effect();

        assertThat(effect.stays()).isBetween(effect.staysAtLeast(), effect.staysAtMost());
    }

    @Test
    void agentsDecideSmallGesturesAloneAndNobodyPartsAlone() {
        Policy policy = Policy.standard();
        List<PlanElement> small = List.of(new PlanElement(Element.CREDIT, 20.0, false, PlanReason.EXPECTATION));
        List<PlanElement> large = List.of(new PlanElement(Element.CREDIT, 80.0, false, PlanReason.EXPECTATION));
        List<PlanElement> owed = List.of(new PlanElement(Element.REFUND, 9000.0, true, PlanReason.OWED));
        List<PlanElement> parting = List.of(new PlanElement(Element.CLEAN_EXIT, null, false, PlanReason.PARTING));

        assertThat(Approval.needed(policy, Approval.Role.AGENT, small, 0)).isNull();
        assertThat(Approval.needed(policy, Approval.Role.AGENT, large, 0)).isEqualTo(Approval.Ground.ABOVE_LIMIT);
        assertThat(Approval.needed(policy, Approval.Role.LEAD, large, 0)).isNull();
        assertThat(Approval.needed(policy, Approval.Role.AGENT, owed, 9000)).isNull();
        assertThat(Approval.needed(policy, Approval.Role.LEAD, parting, 0)).isEqualTo(Approval.Ground.PARTING);
    }

    /** Whoever the customer is, and however they speak, what is owed for the same failure and loss is the same. */
    @Test
    void whatIsOwedFollowsFromFailureAndLossAlone() {
        Random random = new Random(31);
        for (int i = 0; i < 500; i++) {
            String failure = failure(random);
            assertThat(owed(plan(failure + person(random))))
                    .as(failure)
                    .isEqualTo(owed(plan(failure + person(random))));
        }
    }

    @Test
    void moreLossNeverMakesAPlanCheaper() {
        Random random = new Random(32);
        for (int i = 0; i < 500; i++) {
            String rest =
                    "fail=" + KINDS.get(random.nextInt(KINDS.size())) + ":0.6:5:open:none complained" + person(random);
            double loss = random.nextInt(200);
            assertThat(plan(rest + " loss=" + (loss + 10)).cost())
                    .as("%s loss=%s", rest, loss)
                    .isGreaterThanOrEqualTo(plan(rest + " loss=" + loss).cost());
        }
    }

    @Test
    void noPlanGivesMoreThanOneAndAHalfTimesTheLoss() {
        Random random = new Random(33);
        for (int i = 0; i < 500; i++) {
            String facts = failure(random) + person(random);
            double loss = Facts.of(facts).lossAmount();
            if (loss > 0) {
                assertThat(plan(facts).cost()).as(facts).isLessThanOrEqualTo(1.5 * loss + 1e-9);
            }
        }
    }

    @Test
    void theSamePlightGivesTheSamePlan() {
        String facts = "fail=rude_contact:0.7:3:open:poor complained hostility=2 want=both loss=12";

        assertThat(plan(facts)).isEqualTo(plan(facts));
    }

    private static List<PlanElement> owed(Plan plan) {
        return plan.elements().stream()
                .filter(PlanElement::owed)
                .sorted(java.util.Comparator.comparing(PlanElement::element))
                .toList();
    }

    private static String failure(Random random) {
        return String.format(
                Locale.ROOT,
                "fail=%s:%.2f:5:open:none complained loss=%d",
                KINDS.get(random.nextInt(KINDS.size())),
                0.1 + 0.9 * random.nextDouble(),
                random.nextInt(300));
    }

    private static String person(Random random) {
        return String.format(
                Locale.ROOT,
                " tenure=%d self=%.2f trust=%.2f tier=%s hostility=%d want=%s value=%d%s",
                random.nextInt(20),
                random.nextDouble(),
                random.nextDouble(),
                List.of("none", "silver", "gold").get(random.nextInt(3)),
                random.nextInt(4),
                List.of("economic", "esteem", "both", "unknown").get(random.nextInt(4)),
                random.nextInt(10_000),
                random.nextBoolean() ? " vulnerable" : "");
    }

    private static Plan plan(String facts) {
        return PLANNER.plan(DIAGNOSTICIAN.plight(Facts.of(facts), Duration.ofDays(90)));
    }
}
