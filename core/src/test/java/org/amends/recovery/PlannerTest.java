package org.amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.amends.event.FailureKind;
import org.amends.policy.Confidence;
import org.amends.policy.Element;
import org.amends.policy.FailureProfile;
import org.amends.policy.FailureType;
import org.amends.policy.Policy;
import org.amends.policy.RemedyProfile;
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

    @Test
    void whatACompanyDoesNotOfferIsNoGesture() {
        String rude = "fail=rude_contact:0.9:3:open:none complained want=both";
        String late = "fail=late_delivery:0.5:5:open:none complained want=economic loss=40";
        Policy frugal = policy(List.of(), List.of(withheld(Element.GIFT), withheld(Element.COMPENSATION)));

        assertThat(plan(rude).has(Element.GIFT)).isTrue();
        assertThat(plan(late).has(Element.COMPENSATION)).isTrue();
        assertThat(plan(frugal, rude).elements())
                .isEqualTo(without(plan(rude).elements(), Element.GIFT))
                .isNotEmpty();
        assertThat(plan(frugal, late).elements())
                .isEqualTo(without(plan(late).elements(), Element.COMPENSATION))
                .isNotEmpty();
    }

    @Test
    void whatIsOwedIsGivenEvenWhereItIsNotOffered() {
        Policy stern = policy(List.of(), List.of(withheld(Element.REFUND), withheld(Element.STATUTORY_REMEDY)));

        assertThat(owed(plan(stern, "fail=billing_error:0.5:5:open:none complained loss=40")))
                .containsExactly(new PlanElement(Element.REFUND, 40.0, true, PlanReason.OWED));
    }

    @Test
    void ofTheTwoApologiesTheOneThatIsOfferedIsMade() {
        String rude = "fail=rude_contact:0.7:3:open:none complained want=esteem";
        String late = "fail=late_delivery:0.3:5:open:none complained want=economic loss=40";
        Policy impersonal = policy(List.of(), List.of(withheld(Element.PERSONAL_APOLOGY)));
        Policy personal = policy(List.of(), List.of(withheld(Element.APOLOGY)));
        Policy silent = policy(List.of(), List.of(withheld(Element.APOLOGY), withheld(Element.PERSONAL_APOLOGY)));

        assertThat(plan(impersonal, rude).has(Element.APOLOGY)).isTrue();
        assertThat(plan(personal, late).has(Element.PERSONAL_APOLOGY)).isTrue();
        assertThat(plan(silent, rude).elements())
                .extracting(PlanElement::element)
                .isNotEmpty()
                .doesNotContain(Element.APOLOGY, Element.PERSONAL_APOLOGY);
    }

    @Test
    void theEffectFollowsTheCatalogueOfThePolicy() {
        String rude = "fail=rude_contact:0.5:3:open:none complained want=esteem";
        RemedyProfile worn = new RemedyProfile(
                Element.PERSONAL_APOLOGY, true, 0, 0.1, 0, "own surveys: nobody believes it", Confidence.SIZE);

        assertThat(plan(policy(List.of(), List.of(worn)), rude).effect().interactional())
                .isLessThan(plan(rude).effect().interactional());
    }

    @Test
    void aCompanyMayOweARefundForALateDelivery() {
        Policy prompt = policy(List.of(owing(FailureKind.LATE_DELIVERY, Element.REFUND)), List.of());

        assertThat(owed(plan(prompt, "fail=late_delivery:0.5:5:open:none complained loss=40")))
                .containsExactly(new PlanElement(Element.REFUND, 40.0, true, PlanReason.OWED));
        assertThat(owed(plan(prompt, "fail=late_delivery:0.5:5:open:none complained")))
                .containsExactly(new PlanElement(Element.REFUND, null, true, PlanReason.OWED));
    }

    @Test
    void aKindThatACompanyAddsSaysWhatIsOwed() {
        FailureKind coldFood = new FailureKind("cold_food");
        Policy kitchen = policy(List.of(owing(coldFood, Element.REDO_SERVICE, Element.EXPLANATION)), List.of());

        assertThat(owed(plan(kitchen, "fail=cold_food:0.5:1:open:none complained loss=12")))
                .containsExactly(
                        new PlanElement(Element.STATUTORY_REMEDY, 12.0, true, PlanReason.OWED),
                        new PlanElement(Element.REDO_SERVICE, null, true, PlanReason.OWED),
                        new PlanElement(Element.EXPLANATION, null, true, PlanReason.OWED));
    }

    @Test
    void theLossIsOwedOnceHoweverManyWaysOfPayingItAreListed() {
        Policy airline = policy(
                List.of(owing(
                        FailureKind.SERVICE_OUTAGE, Element.REFUND, Element.COMPENSATION, Element.PRICE_REDUCTION)),
                List.of());

        assertThat(owed(plan(airline, "fail=service_outage:0.8:1:open:none complained loss=200")))
                .containsExactly(
                        new PlanElement(Element.REFUND, 200.0, true, PlanReason.OWED),
                        new PlanElement(Element.COMPENSATION, null, true, PlanReason.OWED));
    }

    @Test
    void aPartingIsCleanAndWithoutWhatIsNotOffered() {
        String gone = "fail=late_delivery:0.6:5:open:none complained loss=40 self=0.9 left";
        Policy bare = policy(List.of(), List.of(withheld(Element.NAMED_CONTACT)));

        assertThat(plan(gone).parts()).isTrue();
        assertThat(plan(bare, gone).elements())
                .isEqualTo(without(plan(gone).elements(), Element.NAMED_CONTACT))
                .extracting(PlanElement::element)
                .contains(Element.CLEAN_EXIT);
    }

    private static Policy policy(List<FailureProfile> failures, List<RemedyProfile> remedies) {
        return new Policy("own", Map.of(), failures, remedies);
    }

    private static RemedyProfile withheld(Element element) {
        RemedyProfile row = Policy.standard().remedy(element);
        return new RemedyProfile(
                element,
                false,
                row.distributive(),
                row.interactional(),
                row.procedural(),
                row.evidence(),
                row.confidence());
    }

    private static FailureProfile owing(FailureKind kind, Element... owed) {
        return new FailureProfile(
                kind, FailureType.SERVICE, 0.5, true, false, 0, 0.3, List.of(owed), "own cases", Confidence.CHOSEN);
    }

    private static List<PlanElement> without(List<PlanElement> elements, Element element) {
        return elements.stream().filter(each -> each.element() != element).toList();
    }

    private static Plan plan(Policy policy, String facts) {
        return new Planner(policy).plan(new Diagnostician(policy).plight(Facts.of(facts), Duration.ofDays(90)));
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
