package org.amends.server.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its customer sees it.
 *
 * @param reference by which people name it
 * @param key with which the page was opened, for its forms
 * @param link the address of the page, where it is to be written down; null otherwise
 * @param notice what was done just now, in words, or null
 * @param whole whether all that concerns the customer is shown
 * @param steps how far it is
 * @param now what comes next, and by when
 * @param talk what was said, oldest first
 * @param promises what was promised, and what became of it
 * @param given what was done to put it right
 * @param mayAnswer whether the customer may say what they think of the answer
 * @param mayRate whether they are asked how it was
 * @param preferences what they stated, or null where it is not shown
 * @param draft what they wrote and is not taken yet
 * @param ticket by which a form is known when it comes back
 * @param company what the page says of the company
 */
public record StatusView(
        String reference,
        String key,
        @Nullable String link,
        @Nullable String notice,
        boolean whole,
        List<Step> steps,
        Now now,
        List<Said> talk,
        List<Promise> promises,
        List<String> given,
        boolean mayAnswer,
        boolean mayRate,
        @Nullable List<Stated> preferences,
        Draft draft,
        String ticket,
        Addressee company) {

    /**
     * One step.
     *
     * @param name of its text
     * @param day when it was reached, in words; null when it was not
     * @param iso the same for machines
     * @param current whether it is where the case is
     */
    public record Step(
            String name, @Nullable String day, @Nullable String iso, boolean current) {}

    /**
     * What comes next.
     *
     * @param tone of its frame, by name: plain, late, or done where nothing is left
     * @param title in a few words
     * @param told in sentences
     */
    public record Now(String tone, String title, String told) {}

    /**
     * Something that was said.
     *
     * @param ours whether the company said it
     * @param who said it, in words
     * @param day when, in words
     * @param iso the same for machines
     * @param text what was said; null where it is not shown
     * @param language of the text, ISO 639-1
     * @param files that came with it, in words
     */
    public record Said(
            boolean ours,
            String who,
            String day,
            String iso,
            @Nullable String text,
            String language,
            List<String> files) {}

    /**
     * Something that was promised.
     *
     * @param tone of its badge: {@code good}, {@code bad} or {@code quiet}
     * @param told what became of it, in words
     */
    public record Promise(String what, String tone, String told) {}

    /** A preference in words, and as events write it. */
    public record Stated(String words, String text) {}

    /**
     * What was typed and came back.
     *
     * @param text typed
     * @param fault what is amiss, in a sentence, or null
     */
    public record Draft(String text, @Nullable String fault) {

        /** Nothing. */
        static final Draft NONE = new Draft("", null);
    }
}
