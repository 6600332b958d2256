package org.amends.story;

import java.time.Instant;
import org.amends.relationship.BreakMode;
import org.jspecify.annotations.Nullable;

/**
 * One story as it is shown.
 *
 * @param id unique in the page
 * @param customer the customer's id, fit to be shown
 * @param chance in words
 * @param mode the leading way of breaking in words, or null
 * @param tone the class of its colour
 * @param story what happened
 * @param money what is at stake, or null where it is not known
 * @param moneyMeaning what kind of stake it is
 * @param answer what fits, in one word or two
 * @param answerMeaning and in a sentence
 * @param numbers how the chance comes about
 */
public record StoryView(
        String id,
        String customer,
        String chance,
        @Nullable String mode,
        String tone,
        Prose story,
        @Nullable String money,
        String moneyMeaning,
        String answer,
        String answerMeaning,
        Waterfall numbers) {

    /** Which money a story speaks of. */
    public enum Stake {
        /** The part of what is still to come that leaving puts at risk. */
        AT_RISK("story.risk"),
        /** All that is still to come. */
        STILL_TO_COME("story.worth");

        private final String meaning;

        Stake(String meaning) {
            this.meaning = meaning;
        }
    }

    /** Shows stories in one language at one moment. */
    public static final class Maker {

        private final Words words;
        private final Numerals numerals;
        private final StoryTeller teller;
        private final WaterfallChart waterfall;

        /**
         * @param words the language
         * @param numerals of the same language
         * @param now the moment of telling
         */
        public Maker(Words words, Numerals numerals, Instant now) {
            this.words = words;
            this.numerals = numerals;
            this.teller = new StoryTeller(words, numerals, now);
            this.waterfall = new WaterfallChart(words, numerals);
        }

        /**
         * One story as it is shown.
         *
         * @param id unique in the page
         */
        public StoryView of(String id, Story story, Stake stake) {
            BreakMode mode = story.mode();
            double amount = stake == Stake.STILL_TO_COME ? story.residualValue() : story.valueAtRisk();
            return new StoryView(
                    id,
                    Prose.shownId(story.customer().value()),
                    numerals.chance(story.leaveProbability()),
                    mode == null ? null : words.text("mode." + mode.stableName()),
                    mode == null ? "base" : mode.stableName(),
                    teller.tell(story),
                    story.residualValue() > 0
                            ? numerals.money(amount, story.facts().currency())
                            : null,
                    words.text(stake.meaning),
                    words.text("answer." + story.answer().word()),
                    words.text("answer." + story.answer().word() + ".what"),
                    waterfall.of(story, id + "-numbers"));
        }
    }
}
