package org.amends.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.amends.event.Event;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.event.Tier;
import org.amends.failure.Episode;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Test;

class RelationshipFoldTest {

    private static final String LIFE = """
            0    purchase ref=o1 amount=20.00 currency=EUR
            7    purchase ref=o2 amount=30.00 currency=EUR
            7    engagement kind=review
            10   preference_stated kind=vegetarian
            14   purchase ref=o3 amount=25.00 currency=EUR
            14.5 failure ref=o3 kind=late_delivery severity=0.5
            15   complaint ref=o3 hostility=1 motive=economic
            16   contact ref=o3
            18   reply_sent ref=o3
            19   remedy_given ref=o3 kind=refund amount=10
            19   remedy_given ref=o3 kind=apology
            20   issue_resolved ref=o3
            22   feedback ref=o3 kind=stars value=4
            30   membership_changed kind=gold
            31   attention_given kind=thanks
            40   preference_violated ref=o4 kind=vegetarian severity=0.8
            41   competitor_signal kind=price_match severity=0.7
            42   promise_made ref=p1 about=o4 due=2025-02-15T00:00:00Z
            46   promise_broken ref=p1
            50   visit kind=cancel_page
            """;

    @Test
    void theOrderOfArrivalMeansNothing() {
        List<Event> events = History.of(LIFE);
        Relationship inOrder = RelationshipFold.replay(events, Policy.standard());
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            List<Event> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(random.nextInt(10), 10 + random.nextInt(10)));
            Collections.shuffle(shuffled, random);
            assertThat(RelationshipFold.replay(shuffled, Policy.standard())).isEqualTo(inOrder);
        }
    }

    @Test
    void purchasesOfOneDayInUtcAreOneDay() {
        Purchases purchases =
                RelationshipFold.replay(History.of("""
                5.1 purchase amount=10
                5.9 purchase amount=10
                6.0 purchase amount=10
                """), Policy.standard()).purchases();

        assertThat(purchases.count()).isEqualTo(3);
        assertThat(purchases.days()).isEqualTo(2);
        assertThat(purchases.lastDay() - purchases.firstDay()).isEqualTo(1);
    }

    @Test
    void whatWasGivenBackIsSummedInTheCurrencyOfThePurchases() {
        Purchases purchases =
                RelationshipFold.replay(History.of("""
                4 return amount=7.00 currency=EUR
                5 purchase amount=30.00 currency=EUR
                6 purchase_cancelled amount=3.50 currency=EUR
                7 return amount=9.00 currency=USD
                """), Policy.standard()).purchases();

        assertThat(purchases.total()).isEqualTo(30);
        assertThat(purchases.givenBack()).isEqualTo(10.5);
    }

    @Test
    void ofTwoEventsWithOneIdTheEarliestCounts() {
        List<Event> events = History.of("""
                5 purchase id=x amount=10
                3 purchase id=x amount=99
                """);
        assertThat(RelationshipFold.replay(events, Policy.standard())
                        .purchases()
                        .total())
                .isEqualTo(99);
    }

    @Test
    void anEventOutOfOrderIsRefusedByTheFold() {
        List<Event> events = History.of("""
                5 purchase
                3 purchase
                """);
        RelationshipFold fold = new RelationshipFold(Policy.standard());
        fold.apply(events.get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fold.apply(events.get(1)))
                .withMessageContaining("Maybe replay the history instead.");
    }

    @Test
    void purchasesAreCountedAndSummedExactly() {
        Purchases purchases = replay(LIFE).purchases();
        assertThat(purchases.count()).isEqualTo(3);
        assertThat(purchases.total()).isEqualTo(75.00);
        assertThat(purchases.first()).isEqualTo(History.day(0));
        assertThat(purchases.last()).isEqualTo(History.day(14));
        assertThat(purchases.lastId()).isEqualTo(new EventId("e5"));
    }

    @Test
    void amountsInAnotherCurrencyAreNotSummed() {
        Purchases purchases = replay("""
                1 purchase amount=10 currency=EUR
                2 purchase amount=90 currency=USD
                """).purchases();
        assertThat(purchases.total()).isEqualTo(10);
        assertThat(purchases.otherCurrency()).isEqualTo(1);
    }

    @Test
    void whatFollowsAFailureFindsItByItsRef() {
        Episode episode = replay(LIFE).episodes().get(0);
        assertThat(episode.kind()).isEqualTo(FailureKind.LATE_DELIVERY);
        assertThat(episode.voice().at()).isEqualTo(History.day(15));
        assertThat(episode.contacts()).isEqualTo(2);
        assertThat(episode.repliedAt()).isEqualTo(History.day(18));
        assertThat(episode.attempt().money()).isEqualTo(10);
        assertThat(episode.attempt().interactional()).isEqualTo(0.7);
        assertThat(episode.attempt().felt()).isCloseTo(0.75, within(1e-12));
        assertThat(episode.resolvedAt()).isEqualTo(History.day(20));
    }

    @Test
    void aComplaintWithoutRefIsAboutTheLatestUnvoicedFailure() {
        List<Episode> episodes = replay("""
                1 failure kind=late_delivery
                2 complaint
                """).episodes();
        assertThat(episodes).hasSize(1);
        assertThat(episodes.get(0).voice()).isNotNull();
    }

    @Test
    void aComplaintAboutNothingKnownOpensAnEpisodeOfItsOwn() {
        List<Episode> episodes = replay("""
                1 failure kind=late_delivery
                200 complaint kind=billing_error
                """).episodes();
        assertThat(episodes)
                .extracting(Episode::kind)
                .containsExactly(FailureKind.LATE_DELIVERY, FailureKind.BILLING_ERROR);
    }

    @Test
    void anAutomaticReplyIsNoAnswer() {
        Episode episode = replay("""
                1 failure kind=late_delivery ref=a
                2 complaint ref=a
                3 reply_sent ref=a kind=automatic
                """).episodes().get(0);
        assertThat(episode.repliedAt()).isNull();
    }

    @Test
    void aBrokenPromiseAboutAFailureOpensItAgain() {
        Episode episode = replay("""
                1 failure kind=late_delivery ref=a
                2 promise_made ref=p about=a
                3 issue_resolved ref=a
                9 promise_broken ref=p
                """).episodes().get(0);
        assertThat(episode.open()).isTrue();
        assertThat(episode.brokenWords()).hasSize(1);
    }

    @Test
    void aBrokenPromiseAboutNothingKnownIsAFailureOfItsOwn() {
        assertThat(replay("9 promise_broken ref=p").episodes())
                .extracting(Episode::kind)
                .containsExactly(FailureKind.BROKEN_PROMISE);
    }

    @Test
    void whatPurchasesOnlySuggestIsNoPreference() {
        assertThat(replay("""
                1 preference_stated kind=vegan stated_by=purchases
                2 preference_stated kind=halal stated_by=agent
                """).preferences()).containsExactly("halal");
    }

    @Test
    void erasureForgetsEverythingButThatThereWasSomebody() {
        Relationship erased = replay(LIFE + "60 erased\n");
        assertThat(erased.standing()).isEqualTo(Standing.ERASED);
        assertThat(erased.purchases()).isNull();
        assertThat(erased.episodes()).isEmpty();
        assertThat(erased.preferences()).isEmpty();
        assertThat(erased.tier()).isEqualTo(Tier.NONE);
        assertThat(erased.firstSeen()).isEqualTo(History.day(60));
    }

    @Test
    void aPurchaseAfterLeavingBringsTheCustomerBack() {
        assertThat(replay("""
                1 purchase
                5 departed kind=price
                9 purchase
                """).standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void goodwillFadesByHalfInItsHalfLife() {
        Relationship relationship = replay("0 attention_given");
        assertThat(relationship.goodwill().at(History.day(270), 270)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void contributionsSumToTheLogitOfLeaving() {
        Diagnosis diagnosis = diagnose(LIFE, 60);
        double sum = diagnosis.contributions().stream()
                .mapToDouble(Contribution::logit)
                .sum();
        assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(diagnosis.leaveProbability(), within(1e-12));
        double byMode = diagnosis.base();
        for (BreakMode mode : BreakMode.values()) {
            byMode += diagnosis.contributionOf(mode);
        }
        assertThat(byMode).isCloseTo(sum, within(1e-12));
    }

    @Test
    void everyHarmNamesTheEventThatDidIt() {
        assertThat(diagnose(LIFE, 60).contributions())
                .filteredOn(contribution -> contribution.cause() == Cause.BREACH_OF_TRUST)
                .extracting(Contribution::event)
                .containsExactly(new EventId("e16"));
    }

    @Test
    void theVegetarianSentMeatIsBetrayed() {
        assertThat(diagnose(LIFE, 60).mode()).isEqualTo(BreakMode.BETRAYED_TRUST);
    }

    @Test
    void neglectIsNotSeenWhereAttentionIsNotRecorded() {
        Diagnosis diagnosis = diagnose("0 purchase", 900);
        assertThat(diagnosis.contributions()).extracting(Contribution::cause).doesNotContain(Cause.NEGLECT);
    }

    @Test
    void aFailureNobodySpokeOfMakesASilentSufferer() {
        assertThat(diagnose("1 failure kind=late_delivery severity=0.6", 20).silentSufferer())
                .isTrue();
    }

    @Test
    void aVoicedFailureDoesNot() {
        assertThat(diagnose("""
                1 failure kind=late_delivery severity=0.6
                2 complaint
                """, 20).silentSufferer()).isFalse();
    }

    @Test
    void aFailedRecoveryIsADoubleDeviation() {
        assertThat(diagnose("""
                1 failure kind=late_delivery severity=0.6 ref=a
                2 complaint ref=a
                9 remedy_given ref=a kind=credit quality=0.1
                """, 20).doubleDeviation()).isTrue();
    }

    private static Relationship replay(String history) {
        return RelationshipFold.replay(History.of(history), Policy.standard());
    }

    private static Diagnosis diagnose(String history, double day) {
        return new Diagnostician(Policy.standard())
                .diagnose(
                        replay(history),
                        new BaseOutlook(0.05, 0.08, 0.96, 4, 200),
                        Situation.at(History.day(day), Situation.QUARTER));
    }
}
