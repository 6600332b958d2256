package org.amends.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.ReplyKind;
import org.amends.event.Want;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What published studies found, as the default policy must show it. Each group names its study. */
class OracleTest {

    private static final Diagnostician DIAGNOSTICIAN = new Diagnostician(Policy.standard());

    @Nested
    class DeMatosHenriqueRossi2007 {

        @Test
        void anExcellentRecoveryOfAMildFirstFailureLiftsSatisfaction() {
            assertThat(facts("fail=service_outage:0.3:10:closed:excellent:no")
                            .paradox()
                            .satisfactionLift())
                    .isPositive();
        }

        @Test
        void itDoesNotLiftLoyalty() {
            assertThat(facts("fail=service_outage:0.3:10:closed:excellent:no")
                            .paradox()
                            .loyaltyLift())
                    .isZero();
        }
    }

    @Nested
    class Magnini2007 {

        @Test
        void theParadoxIsPossibleWhenMildFirstUnstableAndUncontrolled() {
            assertThat(paradox("fail=late_delivery:0.3:10:closed:excellent:no")).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "fail=late_delivery:0.7:10:closed:excellent:no",
                    "fail=late_delivery:0.3:10:closed:excellent:yes",
                    "fail=quality_decline:0.3:10:closed:excellent:no",
                    "fail=late_delivery:0.3:10:closed:good:no",
                    "fail=late_delivery:0.3:10:open:none:no",
                })
        void breakingAnyConditionRulesItOut(String facts) {
            assertThat(paradox(facts)).isFalse();
        }
    }

    @Nested
    class MaxhamNetemeyer2002 {

        @Test
        void thereIsNoParadoxAfterASecondFailure() {
            assertThat(paradox(
                            "fail=late_delivery:0.3:10:closed:excellent:no fail=rude_contact:0.2:90:closed:excellent"))
                    .isFalse();
        }

        @Test
        void aSimilarEarlierFailureAttenuatesRecoveryMoreThanADissimilarOne() {
            String now = "fail=late_delivery:0.5:10:open:none ";
            assertThat(facts(now + "fail=late_delivery:0.5:30:closed:good").recoveryPower())
                    .isLessThan(facts(now + "fail=defective_product:0.5:30:closed:good")
                            .recoveryPower());
        }

        @Test
        void failuresCloseInTimeAttenuateRecoveryMore() {
            String now = "fail=late_delivery:0.5:10:open:none ";
            assertThat(power(now + "fail=late_delivery:0.5:20:closed:excellent"))
                    .isLessThan(power(now + "fail=late_delivery:0.5:300:closed:excellent"));
        }

        @Test
        void badThenGoodIsBetterThanGoodThenBad() {
            double badThenGood = leave("fail=late_delivery:0.5:10:closed:good fail=late_delivery:0.5:90:closed:poor");
            double goodThenBad = leave("fail=late_delivery:0.5:10:closed:poor fail=late_delivery:0.5:90:closed:good");
            assertThat(badThenGood).isLessThan(goodThenBad);
        }
    }

    @Nested
    class KnoxVanOest2014 {

        @ParameterizedTest
        @ValueSource(doubles = {0.2, 0.5, 0.9})
        void hassleFreeOutlivesRecoveredOutlivesUnrecovered(double severity) {
            double hassleFree = leave("");
            double recovered = leave("fail=late_delivery:%s:10:closed:excellent complained".formatted(severity));
            double unrecovered = leave("fail=late_delivery:%s:10:open:none complained".formatted(severity));
            assertThat(hassleFree).isLessThan(recovered);
            assertThat(recovered).isLessThan(unrecovered);
        }

        @Test
        void complaintsAreForgottenFasterThanPurchases() {
            assertThat(Policy.standard().get(Parameter.COMPLAINT_HALF_LIFE))
                    .isLessThan(Policy.standard().get(Parameter.GOODWILL_HALF_LIFE));
        }

        @Test
        void earlierPurchasesMitigate() {
            assertThat(leave("orders=40 fail=late_delivery:0.6:10:open:none"))
                    .isLessThan(leave("orders=1 fail=late_delivery:0.6:10:open:none"));
        }
    }

    @Nested
    class GregoireTrippLegoux2009 {

        @Test
        void revengeFallsWithTimeAndIsStillThereAfterTwoMonths() {
            double never = retaliation("");
            double atOnce = retaliation("fail=rude_contact:0.8:1:open:none");
            double later = retaliation("fail=rude_contact:0.8:60:open:none");
            assertThat(later).isLessThan(atOnce).isGreaterThan(1.25 * never);
        }

        @Test
        void avoidanceRisesWithTime() {
            assertThat(facts("fail=rude_contact:0.8:90:open:none").avoidance())
                    .isGreaterThan(facts("fail=rude_contact:0.8:1:open:none").avoidance());
        }

        @Test
        void revengeFallsSlowerInStrongRelationships() {
            double strong = share("trust=0.9 self=0.9 tenure=10 tier=gold");
            double weak = share("trust=0.1 self=0.1 tenure=0");
            assertThat(strong).isGreaterThan(weak);
        }

        @Test
        void revengeOverABrokenPromiseFallsSlowerInStrongRelationshipsToo() {
            String strong = "trust=0.9 self=0.8 tenure=10 complained ";
            String weak = "trust=0.3 self=0.1 tenure=0.5 complained ";
            String soon = "fail=broken_promise:0.8:5:open:none";
            String later = "fail=broken_promise:0.8:65:open:none";
            assertThat(retaliation(strong + later) / retaliation(strong + soon))
                    .isGreaterThan(retaliation(weak + later) / retaliation(weak + soon));
        }

        @Test
        void avoidanceRisesFasterInStrongRelationships() {
            assertThat(facts("trust=0.9 self=0.9 tenure=10 tier=gold fail=rude_contact:0.8:30:open:none")
                            .avoidance())
                    .isGreaterThan(facts("trust=0.1 self=0.1 tenure=0 fail=rude_contact:0.8:30:open:none")
                            .avoidance());
        }

        /** How much of the odds that the failure adds is left after ninety days. */
        private double share(String who) {
            double none = logit(retaliation(who));
            double atOnce = logit(retaliation(who + " fail=late_delivery:0.6:0:open:none"));
            double later = logit(retaliation(who + " fail=late_delivery:0.6:90:open:none"));
            return (later - none) / (atOnce - none);
        }
    }

    @Nested
    class JohnsonMatearThomson2011 {

        @Test
        void selfRelevanceRaisesRetaliationAfterExitEvenWithoutIncident() {
            assertThat(retaliation("left self=0.9")).isGreaterThan(2 * retaliation("left self=0.1"));
        }

        @Test
        void trustWithoutSelfRelevanceLowersIt() {
            assertThat(retaliation("left self=0.1 trust=0.9")).isLessThan(retaliation("left self=0.1 trust=0.1"));
        }

        @Test
        void aSelfRelevantExCustomerIsNotInvitedBack() {
            assertThat(facts("left self=0.9").answer()).isEqualTo(Answer.PART);
        }

        @Test
        void anyOtherMayBeInvited() {
            assertThat(facts("left self=0.2").answer()).isEqualTo(Answer.INVITE);
        }
    }

    @Nested
    class VonWangenheimBayon2007 {

        @Test
        void goldMembersLoseMoreAfterAFailure() {
            String failure = " fail=late_delivery:0.7:10:open:none";
            double gold = logit(leave("tier=gold" + failure)) - logit(leave("tier=gold"));
            double none = logit(leave("tier=none" + failure)) - logit(leave("tier=none"));
            assertThat(gold).isGreaterThan(none);
        }

        @Test
        void anUpgradeDoesNotCompensateAFailure() {
            assertThat(leave("tier=gold fail=late_delivery:0.5:10:open:none")).isGreaterThan(leave("tier=none"));
        }
    }

    @Nested
    class HogreveBilsteinMandl2017 {

        @Test
        void insideTheZoneOfToleranceExpectationDoesNotRise() {
            assertThat(expectation("response=1")).isEqualTo(expectation("response=0"));
        }

        @Test
        void beyondItExpectationRisesAndThenFalls() {
            assertThat(expectation("response=30")).isGreaterThan(expectation("response=5"));
            assertThat(expectation("response=30")).isGreaterThan(expectation("response=200"));
        }

        @Test
        void updatesOrAnExplanationHelpAndBothTogetherDoNot() {
            double neither = afterMessages();
            double updates = afterMessages(ReplyKind.STATUS_UPDATE);
            double explanation = afterMessages(ReplyKind.EXPLANATION);
            double both = afterMessages(ReplyKind.STATUS_UPDATE, ReplyKind.EXPLANATION);
            assertThat(updates).isLessThan(neither);
            assertThat(explanation).isLessThan(neither);
            assertThat(both).isGreaterThan(updates).isGreaterThan(explanation);
        }

        private double expectation(String waiting) {
            return facts("fail=late_delivery:0.5:10:open:none complained " + waiting)
                    .expectation();
        }

        /** A complaint answered after twenty days, with these messages on the nineteenth. */
        private double afterMessages(ReplyKind... messages) {
            Instant failed = Instant.parse("2026-01-01T00:00:00Z");
            RelationshipFold fold = new RelationshipFold(Policy.standard());
            fold.apply(new Event.Failure(header("1", failed), "o", FailureKind.LATE_DELIVERY, 0.5, null, null, null));
            fold.apply(new Event.Complaint(header("2", failed), "o", null, null, null, Want.UNKNOWN, Hostility.CALM));
            for (ReplyKind message : messages) {
                fold.apply(new Event.ReplySent(header(message.name(), failed.plusSeconds(19 * 86_400)), "o", message));
            }
            fold.apply(new Event.ReplySent(header("9", failed.plusSeconds(20 * 86_400)), "o", ReplyKind.ANSWER));
            return DIAGNOSTICIAN
                    .diagnose(
                            fold.relationship(),
                            new BaseOutlook(0.05, 0.05, 1, 1, 100),
                            Situation.at(failed.plusSeconds(21 * 86_400), Situation.QUARTER))
                    .expectation();
        }
    }

    @Nested
    class Huang2018 {

        @Test
        void aFasterFirstReplyIsNeverWorse() {
            double before = 0;
            for (double days : List.of(0.0, 0.01, 0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 90.0, 365.0)) {
                double leaving = leave("fail=late_delivery:0.5:10:open:none complained response=" + days);
                assertThat(leaving).as("%s days", days).isGreaterThanOrEqualTo(before);
                before = leaving;
            }
        }
    }

    @Nested
    class Morgeson2020 {

        @Test
        void recoveryCountsMoreInCompetitiveMarkets() {
            assertThat(power("fail=late_delivery:0.5:10:open:none substitutes=many"))
                    .isGreaterThan(power("fail=late_delivery:0.5:10:open:none substitutes=none"));
        }

        @Test
        void recoveryCountsMoreForSatisfiedCustomers() {
            assertThat(power("fail=late_delivery:0.5:10:open:none trust=0.9"))
                    .isGreaterThan(power("fail=late_delivery:0.5:10:open:none trust=0.1"));
        }
    }

    @Nested
    class WirtzMcCollKennedy2010 {

        @Test
        void claimsAreLessOpportunisticInRelationships() {
            assertThat(facts("tenure=10 trust=0.9 self=0.8").opportunism())
                    .isLessThan(facts("tenure=0").opportunism());
        }

        @Test
        void claimsAreMoreOpportunisticWhenHandlingWasUnfair() {
            assertThat(facts("fail=late_delivery:0.5:10:open:poor").opportunism())
                    .isGreaterThan(
                            facts("fail=late_delivery:0.5:10:closed:excellent").opportunism());
        }

        @Test
        void generosityNeitherDetersThemNorLiftsSatisfaction() {
            String failure = "fail=late_delivery:0.3:10:closed:excellent:no loss=100 ";
            assertThat(facts(failure + "offer=3").opportunism())
                    .isEqualTo(facts(failure + "offer=1").opportunism());
            assertThat(facts(failure + "offer=3").paradox().satisfactionLift())
                    .isEqualTo(facts(failure + "offer=1").paradox().satisfactionLift());
        }
    }

    @Nested
    class Tarp1979 {

        @ParameterizedTest
        @ValueSource(doubles = {0.2, 0.5, 0.9})
        void unresolvedLosesMoreThanResolvedMoreThanResolvedQuickly(double severity) {
            double unresolved = leave("fail=billing_error:%s:40:open:none complained response=20".formatted(severity));
            double resolved = leave("fail=billing_error:%s:40:closed:good complained response=20".formatted(severity));
            double quickly = leave("fail=billing_error:%s:40:closed:good complained response=1".formatted(severity));
            assertThat(unresolved).isGreaterThan(resolved);
            assertThat(resolved).isGreaterThan(quickly);
        }

        @ParameterizedTest
        @ValueSource(strings = {"open:none", "closed:none", "closed:good", "closed:excellent", "open:poor"})
        void severityLowersEveryLevelOfRetention(String handling) {
            double before = 0;
            for (double severity = 0; severity <= 1.0; severity += 0.1) {
                double leaving = leave("fail=billing_error:%s:40:%s complained".formatted(severity, handling));
                assertThat(leaving).as("severity %s", severity).isGreaterThan(before);
                before = leaving;
            }
        }
    }

    private static EventHeader header(String id, Instant time) {
        return new EventHeader(new EventId(id), new CustomerId("c"), null, time);
    }

    private static Diagnosis facts(String line) {
        return DIAGNOSTICIAN.diagnose(Facts.of(line), Situation.QUARTER);
    }

    private static double leave(String line) {
        return facts(line).leaveProbability();
    }

    private static double retaliation(String line) {
        return facts(line).retaliationRisk();
    }

    private static double power(String line) {
        return facts(line).recoveryPower();
    }

    private static boolean paradox(String line) {
        return facts(line).paradox().possible();
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
