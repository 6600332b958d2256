package org.amends.server.automation.run;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rule on a case.
 *
 * @param number in the order in which they came
 * @param version of the rule's definition, 0 when the rule is gone
 * @param occasion what set it off: {@code event:} and its number in the log of the case, or a clock, a wait, a promise
 * @param done names of what happened to the case
 * @param letter that was drafted, or null
 * @param reason why not, or why not all, or null
 */
public record Run(
        long number,
        String rule,
        int version,
        String reference,
        String occasion,
        Instant at,
        RunResult result,
        List<String> done,
        @Nullable UUID letter,
        @Nullable String reason) {
    public Run {
        done = List.copyOf(done);
    }
}
