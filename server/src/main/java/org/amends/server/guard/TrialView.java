package org.amends.server.guard;

import java.util.List;
import org.amends.preference.Need;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a substitution is tried.
 *
 * @param tried what was typed in
 * @param needs all that can be ticked
 * @param results a verdict for each candidate; null while nothing was asked
 */
public record TrialView(
        TriedRequest tried, List<Need> needs, @Nullable List<Result> results) {

    /**
     * A verdict with the words that caused it.
     *
     * @param verdict its name
     * @param tone how it is coloured
     * @param ingredients null where they are not known
     * @param whyNotBest null for the best
     */
    public record Result(
            MarkedText name,
            @Nullable MarkedText ingredients,
            String verdict,
            String tone,
            boolean best,
            List<String> reasons,
            @Nullable String whyNotBest) {}
}
