package org.amends.server.relationship;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer stated, as their page shows it.
 *
 * @param stated what holds now
 * @param suggested what purchases suggest and nobody stated
 * @param needs what can be stated, to choose from
 */
public record PreferencesView(List<Row> stated, List<Row> suggested, List<Choice> needs) {

    /**
     * One line.
     *
     * @param words in the reader's language
     * @param text as events and programs write it
     * @param source who said so, in words
     * @param day since when, in words
     * @param iso the same for machines
     * @param until until when, in words; null without end
     */
    public record Row(
            String words,
            String text,
            String source,
            String day,
            String iso,
            @Nullable String until) {}

    /** A need that can be stated: as programs write it, and in words. */
    public record Choice(String text, String words) {}
}
