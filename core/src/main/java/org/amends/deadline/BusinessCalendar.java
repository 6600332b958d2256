package org.amends.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * When business is open.
 *
 * @param zone in which days begin and end
 * @param workingDays of the week; at least one
 * @param opens the time of day
 * @param closes the time of day, after it opens
 * @param holidays days off besides the weekly ones
 */
public record BusinessCalendar(
        ZoneId zone, Set<DayOfWeek> workingDays, LocalTime opens, LocalTime closes, Holidays holidays) {

    /** A year with its leap day; no country closes for so long. */
    private static final int LONGEST_BREAK_DAYS = 366;

    /** @throws IllegalArgumentException when no day is a working day, or business closes before it opens */
    public BusinessCalendar {
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("workingDays must name at least one day of the week but was empty.");
        }
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("opens must be before closes but was %s, %s.".formatted(opens, closes));
        }
        workingDays = Collections.unmodifiableSet(EnumSet.copyOf(workingDays));
    }

    /** Whether business is open on this day. */
    public boolean isBusinessDay(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek()) && !holidays.includes(day);
    }

    /** The day, or the first after it on which business is open. */
    LocalDate businessDayFrom(LocalDate day) {
        LocalDate next = day;
        for (int i = 0; i < LONGEST_BREAK_DAYS; i++) {
            if (isBusinessDay(next)) {
                return next;
            }
            next = next.plusDays(1);
        }
        throw new IllegalArgumentException("Business is closed for a year from %s on.".formatted(day));
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The last second of this day: what is due then is due on this day, in whatever way it is written. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    Instant closeOf(LocalDate day) {
        return day.atTime(closes).atZone(zone).toInstant();
    }
}
