package org.amends.deadline;

import java.util.Set;
import org.amends.complaint.ClockStart;
import org.jspecify.annotations.Nullable;

/**
 * One thing that rules require within a time.
 *
 * @param within the time
 * @param from what it is counted from; where that is not known, from the receipt
 * @param extension by how much a reply that says why and when moves the end; null where nothing does
 * @param pausable whether the clock may stand still, for example while the customer is asked something
 * @param onBusinessDay whether the time never ends on a day on which business is closed, but on the next business day
 * @param round which answers it is about
 * @param elements of a plan, by name, of which one carried out settles a {@link DutyKind#REDRESS} or {@link DutyKind#REPORT};
 *     empty for the other kinds
 */
public record Duty(
        DutyKind kind,
        Span within,
        ClockStart from,
        @Nullable Extension extension,
        boolean pausable,
        boolean onBusinessDay,
        Round round,
        Set<String> elements) {

    /** Copies the set. */
    public Duty {
        elements = Set.copyOf(elements);
    }

    /** Which answers a duty is about. */
    public enum Round {
        /** The first one. */
        FIRST,
        /** Each one after the customer did not accept the one before. */
        LATER,
        EACH
    }

    /**
     * What a valid holding reply does.
     *
     * @param to the time that holds then, counted from the same moment; null where the reply settles the duty and the day that
     *     it names is a promise
     */
    public record Extension(@Nullable Span to) {}

    /** Whether it is about the answer of this number, counted from 1. */
    boolean isOf(int number) {
        return switch (round) {
            case FIRST -> number == 1;
            case LATER -> number > 1;
            case EACH -> true;
        };
    }
}
