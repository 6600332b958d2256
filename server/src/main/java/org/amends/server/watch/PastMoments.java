package org.amends.server.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The moments of the past that are worked out from histories: the ends (UTC) of the last seven days, of the weeks before them for
 * half a year, and now.
 *
 * @param days each day with a picture, ascending
 * @param now the present, which is compared with the last of them
 */
record PastMoments(List<LocalDate> days, Instant now) {

    /** So many of the last moments are compared one with the next: a week of days, and now. */
    static final int COMPARED = 8;

    private static final int DAYS = 7;
    private static final int WEEKS = 26;

    static PastMoments before(Instant now) {
        LocalDate today = WatchCursor.day(now);
        List<LocalDate> days = new ArrayList<>();
        for (int week = WEEKS; week > 1; week--) {
            days.add(today.minusWeeks(week));
        }
        for (int day = DAYS; day > 0; day--) {
            days.add(today.minusDays(day));
        }
        return new PastMoments(days, now);
    }

    /** All of them, ascending; the last is now. */
    List<Instant> all() {
        List<Instant> moments = new ArrayList<>();
        for (LocalDate day : days) {
            moments.add(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        moments.add(now);
        return moments;
    }
}
