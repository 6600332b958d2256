package org.amends.guard.substitution;

import java.util.List;
import org.amends.preference.StatedPreference;
import org.jspecify.annotations.Nullable;

/**
 * What the guard is asked.
 *
 * @param id repeated in the answer
 * @param locale of the shop, for example {@code fr-FR}: the language in which labels are expected first
 * @param history what the customer bought before
 * @param stated what the customer said that they need
 * @param ordered what was ordered; null where a product is looked at by itself
 * @param candidates what might be sent instead
 */
public record SubstitutionRequest(
        String id,
        @Nullable String locale,
        List<Purchase> history,
        List<StatedPreference> stated,
        @Nullable Product ordered,
        List<Candidate> candidates) {
    public SubstitutionRequest {
        history = List.copyOf(history);
        stated = List.copyOf(stated);
        candidates = List.copyOf(candidates);
    }
}
