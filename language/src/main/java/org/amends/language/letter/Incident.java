package org.amends.language.letter;

import java.time.LocalDate;
import org.amends.event.FailureKind;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One failure that the letter speaks of, by date and name.
 *
 * @param date the day it happened, or null where nobody knows it
 * @param promised the day that had been promised, for lateness and broken promises
 * @param order the reference of the order, invoice, contract or call
 * @param object the product or service, a noun in the nominative, for example "coffee machine"
 * @param amount the sum at issue
 * @param detail whole sentences on what happened, for what the kind alone does not say
 * @param failedRecovery whether it happened when the company should have been putting an earlier failure right
 */
public record Incident(
        FailureKind kind,
        @Nullable LocalDate date,
        @Nullable LocalDate promised,
        @Nullable String order,
        @Nullable Wording object,
        @Nullable Money amount,
        @Nullable Wording detail,
        boolean failedRecovery) {}
