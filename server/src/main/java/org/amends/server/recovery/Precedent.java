package org.amends.server.recovery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An earlier case like the one that is decided, and what it got.
 *
 * @param reference of the case
 * @param points how alike it is, of 100
 * @param answeredAt when the company's answer left
 * @param failures stable names of what it was about, the chief one first
 * @param granted what it got, in the order of its plan
 * @param currency of the sums, an ISO 4217 code, or null where there are none
 * @param accepted whether the customer accepted the outcome, or null where they said nothing
 * @param resolved whether the customer felt afterwards that it is resolved, or null where they were not asked or said nothing
 */
public record Precedent(
        String reference,
        int points,
        Instant answeredAt,
        List<String> failures,
        List<Grant> granted,
        @Nullable String currency,
        @Nullable Boolean accepted,
        @Nullable Boolean resolved) {

    /** Copies its lists. */
    public Precedent {
        failures = List.copyOf(failures);
        granted = List.copyOf(granted);
    }

    /**
     * Something that was granted.
     *
     * @param element the name of the element
     * @param amount its money in the main unit, or null where it is no money
     */
    public record Grant(String element, @Nullable BigDecimal amount) {}

    /** The money in it, in the main unit. */
    public BigDecimal sum() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Grant each : granted) {
            BigDecimal amount = each.amount();
            sum = amount == null ? sum : sum.add(amount);
        }
        return sum;
    }
}
