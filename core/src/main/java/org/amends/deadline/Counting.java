package org.amends.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts spans. A day counts when the clock runs at its end: at midnight for days, weeks and months, when business closes for
 * business days. So a pause from Monday to Wednesday moves the end by two days, and one over a weekend moves no business day.
 */
final class Counting {

    private final BusinessCalendar calendar;
    private final Pauses pauses;

    Counting(BusinessCalendar calendar, Pauses pauses) {
        this.calendar = calendar;
        this.pauses = pauses;
    }

    /**
     * The last moment of the time; null while that is not known, since the clock stands still.
     *
     * @param onBusinessDay whether a last day on which business is closed is not the last one, but the next business day
     */
    @Nullable
    Instant end(Instant start, Span span, boolean onBusinessDay) {
        return switch (span) {
            case Span.Hours(int count) -> pauses.after(start, Duration.ofHours(count));
            case Span.BusinessDays(int count) -> businessDays(start, count);
            case Span.CalendarDays(int count) -> days(start, count, onBusinessDay);
            case Span.Weeks(int count) -> days(start, 7 * count, onBusinessDay);
            case Span.Months(int count) -> {
                LocalDate day = calendar.dayOf(start);
                yield days(start, (int) ChronoUnit.DAYS.between(day, day.plusMonths(count)), onBusinessDay);
            }
        };
    }

    private @Nullable Instant days(Instant start, int count, boolean onBusinessDay) {
        LocalDate day = calendar.dayOf(start).minusDays(1);
        // The day on which it begins is passed over once the clock runs at its end.
        int left = count + 1;
        while (left > 0) {
            day = day.plusDays(1);
            Instant end = calendar.endOf(day);
            if (pauses.openBefore(end)) {
                return null;
            }
            left -= pauses.covers(end) ? 0 : 1;
        }
        return calendar.endOf(onBusinessDay ? calendar.businessDayFrom(day) : day);
    }

    private @Nullable Instant businessDays(Instant start, int count) {
        LocalDate first = calendar.dayOf(start);
        boolean begins = calendar.isBusinessDay(first) && !start.isAfter(calendar.closeOf(first));
        LocalDate day = begins ? first.minusDays(1) : first;
        int left = begins ? count + 1 : count;
        while (left > 0) {
            day = calendar.businessDayFrom(day.plusDays(1));
            Instant close = calendar.closeOf(day);
            if (pauses.openBefore(close)) {
                return null;
            }
            left -= pauses.covers(close) ? 0 : 1;
        }
        return calendar.closeOf(day);
    }
}
