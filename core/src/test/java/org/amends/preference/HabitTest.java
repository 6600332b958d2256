package org.amends.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.amends.preference.Habit.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HabitTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        need,         signs, supports, neutral, against, verdict,   ground
        VEGETARIAN,   10,    40,       50,      0,       CONFIDENT, KEPT_THROUGHOUT
        VEGETARIAN,   3,     25,       52,      0,       CONFIDENT, KEPT_THROUGHOUT
        VEGETARIAN,   3,     25,       51,      0,       POSSIBLE,  NOT_ENOUGH_EVIDENCE
        VEGETARIAN,   3,     24,       60,      0,       POSSIBLE,  NOT_ENOUGH_EVIDENCE
        VEGETARIAN,   2,     60,       60,      0,       POSSIBLE,  NOT_ENOUGH_EVIDENCE
        VEGETARIAN,   1,     0,        14,      0,       POSSIBLE,  NOT_ENOUGH_EVIDENCE
        VEGETARIAN,   14,    0,        0,       0,       NONE,      TOO_FEW_PURCHASES
        VEGETARIAN,   0,     100,      100,     0,       NONE,      MERE_ABSENCE
        VEGETARIAN,   20,    80,       50,      1,       POSSIBLE,  ONE_COUNTER_EXAMPLE
        VEGETARIAN,   20,    80,       50,      2,       NONE,      MIXED_HOUSEHOLD
        VEGAN,        20,    10,       20,      1,       NONE,      MIXED_HOUSEHOLD
        HALAL,        30,    30,       40,      0,       CONFIDENT, KEPT_THROUGHOUT
        GLUTEN_FREE,  30,    0,        60,      0,       CONFIDENT, KEPT_THROUGHOUT
        NO_PORK,      0,     20,       60,      0,       POSSIBLE,  MERE_ABSENCE
        NO_PORK,      0,     2,        90,      0,       NONE,      MERE_ABSENCE
        NO_PORK,      0,     13,       1,       0,       NONE,      TOO_FEW_PURCHASES
        NO_PORK,      0,     60,       60,      1,       NONE,      MIXED_HOUSEHOLD
        NO_ALCOHOL,   30,    30,       40,      0,       NONE,      NEVER_INFERRED
        PEANUT_ALLERGY, 30,  30,       40,      0,       NONE,      NEVER_INFERRED
        """)
    void isJudgedByItsPurchases(
            Need need, long signs, long supports, long neutral, long against, Verdict verdict, Habit.Ground ground) {
        Habit habit = habit(need, signs, supports, neutral, against);

        assertThat(habit.verdict()).isEqualTo(verdict);
        assertThat(habit.ground()).isEqualTo(ground);
        assertThat(habit.purchases()).isEqualTo(signs + supports + neutral + against);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        supports, against, confidence, lowerBound
        28,       0,       0.9529,     0.9019
        27,       0,       0.9477,     0.8985
        80,       0,       0.9998,     0.9637
        15,       0,       0.8147,     0.8293
        """)
    void believesWhatTheCountsSay(long supports, long against, double confidence, double lowerBound) {
        Habit habit = habit(Need.VEGETARIAN, 0, supports, 0, against);

        assertThat(habit.share()).isEqualTo(new Beta(1 + supports, 1 + against));
        assertThat(habit.confidence()).isCloseTo(confidence, within(5e-5));
        assertThat(habit.lowerBound()).isCloseTo(lowerBound, within(5e-5));
    }

    @Test
    void namesThePurchasesItRestsOn() {
        JudgedPurchase soup = new JudgedPurchase("lentil soup", 30, Bearing.SUPPORT);
        JudgedPurchase tofu = new JudgedPurchase("smoked tofu", 12, Bearing.SIGN);
        JudgedPurchase ham = new JudgedPurchase("ham", 1, Bearing.CONTRADICTION);
        JudgedPurchase never = new JudgedPurchase("seitan", 0, Bearing.SIGN);
        JudgedPurchase apples = new JudgedPurchase("apples", 60, Bearing.NEUTRAL);

        Habit habit = Habit.of(Need.VEGETARIAN, List.of(soup, ham, never, tofu, apples));

        assertThat(habit.supporting()).containsExactly(tofu, soup);
        assertThat(habit.contradicting()).containsExactly(ham);
    }

    @Test
    void isInferredOnlyWhereSomethingMayBeMadeOfIt() {
        assertThat(habit(Need.VEGAN, 30, 30, 30, 0).inferred())
                .satisfies(inferred -> assertThat(inferred.isConfident()).isTrue())
                .satisfies(inferred -> assertThat(inferred.need()).isEqualTo(Need.VEGAN));
        assertThat(habit(Need.VEGAN, 3, 3, 30, 0).inferred())
                .satisfies(inferred -> assertThat(inferred.isConfident()).isFalse());
        Habit none = habit(Need.VEGAN, 3, 3, 30, 3);
        assertThat(none.inferred()).isNull();
        assertThatThrownBy(() -> new InferredPreference(none))
                .hasMessage("Nothing is inferred of vegan: MIXED_HOUSEHOLD.");
    }

    @ParameterizedTest
    @EnumSource
    void isNeverConfidentAgainstTheRules(Need need) {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 2_000; i++) {
            long signs = random.nextLong(0, 40);
            long supports = random.nextLong(0, 120);
            long neutral = random.nextLong(0, 120);
            long against = random.nextInt(3) > 0 ? 0 : random.nextLong(0, 20);

            Habit habit = habit(need, signs, supports, neutral, against);

            if (habit.verdict() == Verdict.CONFIDENT) {
                assertThat(against).as("case %d", i).isZero();
                assertThat(signs).as("case %d", i).isGreaterThanOrEqualTo(3);
                assertThat(habit.purchases()).as("case %d", i).isGreaterThanOrEqualTo(80);
                assertThat(need.isAllergy()).isFalse();
            }
            if (habit.purchases() < 15 || against > 1) {
                assertThat(habit.verdict()).as("case %d", i).isEqualTo(Verdict.NONE);
            }
        }
    }

    @Test
    void aFurtherCounterExampleNeverStrengthens() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 1_000; i++) {
            long signs = random.nextLong(0, 40);
            long supports = random.nextLong(0, 120);
            long against = random.nextLong(0, 3);

            Habit habit = habit(Need.HALAL, signs, supports, 80, against);
            Habit weaker = habit(Need.HALAL, signs, supports, 80, against + 1);

            assertThat(weaker.verdict()).isLessThanOrEqualTo(habit.verdict());
            assertThat(weaker.confidence()).isLessThanOrEqualTo(habit.confidence());
            assertThat(weaker.lowerBound()).isLessThanOrEqualTo(habit.lowerBound());
        }
    }

    private static Habit habit(Need need, long signs, long supports, long neutral, long against) {
        List<JudgedPurchase> purchases = new ArrayList<>();
        purchases.add(new JudgedPurchase("sign", signs, Bearing.SIGN));
        purchases.add(new JudgedPurchase("support", supports, Bearing.SUPPORT));
        purchases.add(new JudgedPurchase("neutral", neutral, Bearing.NEUTRAL));
        purchases.add(new JudgedPurchase("against", against, Bearing.CONTRADICTION));
        return Habit.of(need, purchases);
    }
}
