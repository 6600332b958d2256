package org.amends.guard.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import org.amends.slip.Verdict;
import org.junit.jupiter.api.Test;

/** Rule 10: what purchases show, when nothing was stated. */
class HabitsTest {

    private static final Question VEGETARIAN = Question.of("")
            .bought(
                    "30, Vegetarian sausages",
                    "25, Firm tofu",
                    "25, Meat free mince",
                    "20, Free range eggs",
                    "20, Red lentils");

    @Test
    void aClearViolationOfALongHabitIsBlocked() {
        assertThat(VEGETARIAN.name("Beef mince").list("Beef").verdict()).isEqualTo(Verdict.BLOCK);
    }

    @Test
    void aHiddenViolationIsAskedAbout() {
        assertThat(VEGETARIAN.name("Fruit gums").list("Sugar, gelatine").verdict())
                .isEqualTo(Verdict.ASK);
    }

    @Test
    void aHiddenViolationThatTheCustomerBuysIsNot() {
        Question buysGums = VEGETARIAN.bought("15, Gummy bears (gelatine)");

        assertThat(buysGums.name("Fruit gums").list("Sugar, gelatine").rules())
                .noneMatch(rule -> rule.endsWith("hidden"));
    }

    @Test
    void whatFitsTheHabitIsAllowed() {
        assertThat(VEGETARIAN
                        .name("Bean burgers")
                        .list("Beans, salt, sunflower oil")
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void unknownIngredientsUnderAConfidentHabitAreAskedAbout() {
        assertThat(VEGETARIAN.name("Ready meal").list(null).verdict()).isEqualTo(Verdict.ASK);
    }

    @Test
    void aReasonSaysThatNobodySaidSo() {
        assertThat(VEGETARIAN
                        .name("Beef mince")
                        .list("Beef")
                        .answer()
                        .verdicts()
                        .getFirst()
                        .reasons())
                .isNotEmpty()
                .allMatch(reason -> reason.rule().startsWith("inferred:"))
                .allMatch(reason -> reason.evidence().contains("Nobody said so"))
                .allMatch(reason -> reason.confidence() < 1);
    }

    @Test
    void fewPurchasesShowNothing() {
        Question few = Question.of("").bought("5, Vegetarian sausages", "4, Firm tofu", "5, Red lentils");

        assertThat(few.name("Beef mince").list("Beef").verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void mixedHouseholdsShowNothing() {
        Question mixed = VEGETARIAN.bought("20, Pork sausages", "15, Chicken breast");

        assertThat(mixed.name("Beef mince").list("Beef").verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void thatSomethingIsNeverBoughtShowsNothing() {
        Question household = Question.of("")
                .bought("40, Semi skimmed milk", "30, Wholemeal bread", "30, Bananas", "30, Chicken breast");

        assertThat(household.name("Red wine").list("Wine").verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(household.name("Peanut butter").list("Peanuts, salt").verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void thatPorkIsNeverBoughtIsAtMostAQuestion() {
        Question household = Question.of("").bought("60, Chicken breast", "50, Beef mince", "40, Lamb chops");

        assertThat(household.name("Pork chops").list("Pork").verdict()).isNotEqualTo(Verdict.BLOCK);
    }

    @Test
    void petFoodShowsNothingOfPeople() {
        Question cat = VEGETARIAN.bought("40, Cat food with chicken");

        assertThat(cat.name("Beef mince").list("Beef").verdict()).isEqualTo(Verdict.BLOCK);
    }

    @Test
    void whatIsStatedIsNotInferredOnceMore() {
        Question stated = Question.of("vegetarian").bought("60, Vegetarian sausages", "60, Firm tofu");

        assertThat(stated.name("Beef mince").list("Beef").rules())
                .filteredOn(rule -> rule.contains("vegetarian"))
                .noneMatch(rule -> rule.startsWith("inferred:"));
    }
}
