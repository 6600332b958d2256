package org.amends.language.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A promise that the letter makes.
 *
 * @param what what will be done, an infinitive without "to": "replace the valve", "remplacer la vanne"
 * @param owner who will do it, or null for the one who signs
 * @param due the last day
 * @param proof a whole sentence on how the customer will know that it was done, or null
 */
public record Promise(
        Wording what,
        @Nullable Person owner,
        LocalDate due,
        @Nullable Wording proof) {}
