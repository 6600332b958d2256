package org.amends.deadline;

import java.time.LocalDate;

/** Days off, besides the weekly ones. */
@FunctionalInterface
public interface Holidays {

    /** No day off. */
    Holidays NONE = day -> false;

    /** Whether this day is one. */
    boolean includes(LocalDate day);

    /** The days off of both. */
    default Holidays and(Holidays others) {
        return day -> includes(day) || others.includes(day);
    }
}
