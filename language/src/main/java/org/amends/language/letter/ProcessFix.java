package org.amends.language.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was changed so that the failure does not happen again. All wordings are whole sentences.
 *
 * @param found the cause
 * @param changed what is different now
 * @param since since when
 * @param checked how it is known that it works, or null
 */
public record ProcessFix(
        Wording found,
        Wording changed,
        LocalDate since,
        @Nullable Wording checked) {}
