package org.amends.server.guard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as the ledger keeps it. What tells of a person is null once they are erased.
 *
 * @param question the number of the question
 * @param place of the candidate in it, from 0
 * @param rules those that it runs against
 * @param reasons why, strictest first
 * @param outcome what became of it; null until it is told
 * @param outcomeBy who told
 * @param wrong whether it was reported to have been wrong
 * @param eventId the event that tells of the violation; null where there is none
 */
record LedgerLine(
        long question,
        int place,
        Instant at,
        String brand,
        @Nullable String request,
        @Nullable String customer,
        @Nullable String ordered,
        boolean best,
        @Nullable String candidate,
        @Nullable String name,
        @Nullable BigDecimal price,
        Verdict verdict,
        List<String> rules,
        List<Evidence> reasons,
        @Nullable SentOutcome outcome,
        @Nullable String outcomeBy,
        boolean wrong,
        @Nullable String eventId) {

    LedgerLine {
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
    }

    /** A rule with the words that caused it. */
    record Evidence(String rule, String evidence) {}

    boolean isMissed() {
        return verdict != Verdict.ALLOW;
    }

    /** Where one's place is among all, for reading on from there. */
    String cursor() {
        return question + "-" + place;
    }
}
