package org.amends.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {

    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** Counted by hand, with a calendar on the wall. Times are local. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        rule,                                   zone,             from,             span, end,              holidays
        eight weeks from a Monday,              Europe/London,    2026-03-02T10:00, 8w,   2026-04-27T23:59:59, 2026-04-03 2026-04-06
        third business day from a Monday,       Europe/London,    2026-03-02T10:00, 3b,   2026-03-05T17:00, ''
        third business day over Easter,         Europe/London,    2026-04-02T16:00, 3b,   2026-04-09T17:00, 2026-04-03 2026-04-06
        received on a Saturday,                 Europe/London,    2026-03-07T12:00, 3b,   2026-03-11T17:00, ''
        fifteen business days,                  Europe/Paris,     2026-04-20T09:00, 15b,  2026-05-13T17:00, 2026-05-01 2026-05-08
        thirty-five business days,              Europe/Paris,     2026-04-20T09:00, 35b,  2026-06-12T17:00, 2026-05-01 2026-05-08 2026-05-14 2026-05-25
        one month from 31 January,              Europe/Madrid,    2026-01-31T23:30, 1m,   2026-02-28T23:59:59, ''
        one month from 31 January of leap year, Europe/Madrid,    2028-01-31T08:00, 1m,   2028-02-29T23:59:59, ''
        two months from 30 December,            Europe/Paris,     2026-12-30T08:00, 2m,   2027-02-28T23:59:59, ''
        ten days of Russian law,                Europe/Moscow,    2026-03-02T15:00, 10d,  2026-03-12T23:59:59, ''
        24 hours over the change to summer,     Europe/Berlin,    2026-03-28T12:00, 24h,  2026-03-29T13:00, ''
        a day over the change to summer,        Europe/Berlin,    2026-03-28T12:00, 1d,   2026-03-29T23:59:59, ''
        48 hours over the change to winter,     Europe/Berlin,    2026-10-24T12:00, 48h,  2026-10-26T11:00, ''
        midnight in another zone,               America/Toronto,  2026-07-01T23:59, 10d,  2026-07-11T23:59:59, ''
        """)
    void endsOnTheDayThatPeopleCount(
            String rule, ZoneId zone, LocalDateTime from, String span, LocalDateTime end, String holidays) {
        Counting counting = new Counting(calendar(zone, days(holidays)), Pauses.NONE);

        Instant ended = counting.end(from.atZone(zone).toInstant(), span(span), false);

        assertThat(LocalDateTime.ofInstant(ended, zone)).as(rule).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        from,             span, end,              why
        2026-03-02T10:00, 5d,   2026-03-09T23:59:59, Saturday goes to Monday
        2026-03-03T10:00, 3d,   2026-03-06T23:59:59, Friday stays
        2026-01-31T10:00, 1m,   2026-03-02T23:59:59, 28 February 2026 is a Saturday
        2026-11-25T10:00, 1m,   2026-12-28T23:59:59, Christmas goes over the weekend to Monday
        """)
    void aLastDayOffGoesToTheNextBusinessDayWhereTheRulesSaySo(
            LocalDateTime from, String span, LocalDateTime end, String why) {
        ZoneId zone = ZoneId.of("Europe/Brussels");
        Counting counting = new Counting(calendar(zone, days("2026-12-25")), Pauses.NONE);

        Instant ended = counting.end(from.atZone(zone).toInstant(), span(span), true);

        assertThat(LocalDateTime.ofInstant(ended, zone)).as(why).isEqualTo(end);
    }

    @Test
    void aPauseMovesTheEndByThePause() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Counting counting = new Counting(calendar(zone, Set.of()), pause(zone, "2026-03-03T10:00", "2026-03-05T09:00"));
        Instant start = at(zone, "2026-03-02T10:00");

        assertThat(counting.end(start, new Span.CalendarDays(10), false)).isEqualTo(at(zone, "2026-03-14T23:59:59"));
        assertThat(counting.end(start, new Span.BusinessDays(3), false)).isEqualTo(at(zone, "2026-03-09T17:00"));
        assertThat(counting.end(start, new Span.Hours(48), false)).isEqualTo(at(zone, "2026-03-06T09:00"));
    }

    @Test
    void aPauseOnTheFirstDayMovesTheEndToo() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Counting counting = new Counting(calendar(zone, Set.of()), pause(zone, "2026-03-02T11:00", "2026-03-06T09:00"));
        Instant start = at(zone, "2026-03-02T10:00");

        assertThat(counting.end(start, new Span.CalendarDays(14), false)).isEqualTo(at(zone, "2026-03-20T23:59:59"));
        assertThat(counting.end(start, new Span.BusinessDays(3), false)).isEqualTo(at(zone, "2026-03-11T17:00"));
    }

    @Test
    void aPauseOverAWeekendMovesNoBusinessDay() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Counting counting = new Counting(calendar(zone, Set.of()), pause(zone, "2026-03-06T18:00", "2026-03-09T08:00"));

        assertThat(counting.end(at(zone, "2026-03-05T10:00"), new Span.BusinessDays(3), false))
                .isEqualTo(at(zone, "2026-03-10T17:00"));
    }

    @Test
    void aClockThatStandsStillHasNoEnd() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Counting counting = new Counting(
                calendar(zone, Set.of()), new Pauses(List.of(new Pauses.Still(at(zone, "2026-03-03T10:00"), null))));

        assertThat(counting.end(at(zone, "2026-03-02T10:00"), new Span.BusinessDays(3), false))
                .isNull();
        assertThat(counting.end(at(zone, "2026-03-02T10:00"), new Span.Hours(24), false))
                .as("ran out at the moment of the pause")
                .isEqualTo(at(zone, "2026-03-03T10:00"));
    }

    @Test
    void businessThatNeverOpensIsRefused() {
        BusinessCalendar never =
                new BusinessCalendar(ZoneId.of("UTC"), WEEK, LocalTime.of(9, 0), LocalTime.of(17, 0), day -> true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Counting(never, Pauses.NONE).end(Instant.EPOCH, new Span.BusinessDays(1), false))
                .withMessageContaining("closed for a year");
    }

    /** Compared with a counter that walks minute by minute over the wall clock and knows nothing of dates. */
    @Test
    void agreesWithAWalkThroughTheMinutes() {
        SplittableRandom random = new SplittableRandom(20260301);
        List<String> zones = List.of("Europe/London", "America/New_York", "Europe/Moscow", "Australia/Lord_Howe");
        for (int i = 0; i < 300; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Set<LocalDate> off = Set.of(
                    LocalDate.of(2026, 3, 1 + random.nextInt(31)), LocalDate.of(2026, 4, 1 + random.nextInt(30)));
            Instant start = LocalDate.of(2026, 3, 1)
                    .plusDays(random.nextInt(40))
                    .atTime(random.nextInt(24), random.nextInt(60))
                    .atZone(zone)
                    .toInstant();
            Pauses pauses = pauses(random, start);
            boolean business = random.nextBoolean();
            int count = 1 + random.nextInt(12);
            BusinessCalendar calendar = calendar(zone, off);
            Span span = business ? new Span.BusinessDays(count) : new Span.CalendarDays(count);

            assertThat(new Counting(calendar, pauses).end(start, span, false))
                    .as("case %d: %s from %s in %s, off %s, %s", i, span, start, zone, off, pauses)
                    .isEqualTo(walked(start, count, business, calendar, pauses));
        }
    }

    private static Pauses pauses(SplittableRandom random, Instant start) {
        List<Pauses.Still> spans = new ArrayList<>();
        Instant from = start;
        for (int i = random.nextInt(3); i > 0; i--) {
            from = from.plus(Duration.ofMinutes(random.nextInt(6_000)));
            Instant until = from.plus(Duration.ofMinutes(1 + random.nextInt(6_000)));
            spans.add(new Pauses.Still(from, until));
            from = until;
        }
        return new Pauses(spans);
    }

    private static Instant walked(
            Instant start, int count, boolean business, BusinessCalendar calendar, Pauses pauses) {
        LocalDate first = LocalDate.ofInstant(start, calendar.zone());
        boolean begins = !business
                || (calendar.isBusinessDay(first)
                        && !LocalDateTime.ofInstant(start, calendar.zone())
                                .toLocalTime()
                                .isAfter(calendar.closes()));
        int wanted = begins ? count + 1 : count;
        Instant minute = start;
        int seen = 0;
        while (true) {
            LocalDateTime before = LocalDateTime.ofInstant(minute.minusSeconds(60), calendar.zone());
            LocalDateTime here = LocalDateTime.ofInstant(minute, calendar.zone());
            boolean dayEnds = !before.toLocalDate().equals(here.toLocalDate());
            boolean closes = here.toLocalTime().equals(calendar.closes());
            LocalDate day = business ? here.toLocalDate() : before.toLocalDate();
            boolean ends = business
                    ? closes
                            && calendar.workingDays().contains(day.getDayOfWeek())
                            && !calendar.holidays().includes(day)
                    : dayEnds;
            Instant end = business ? minute : minute.minusSeconds(1);
            if (ends && !day.isBefore(first) && !pauses.covers(end)) {
                seen++;
                if (seen == wanted) {
                    return end;
                }
            }
            minute = minute.plusSeconds(60);
        }
    }

    private static BusinessCalendar calendar(ZoneId zone, Set<LocalDate> holidays) {
        return new BusinessCalendar(zone, WEEK, LocalTime.of(9, 0), LocalTime.of(17, 0), holidays::contains);
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Pauses pause(ZoneId zone, String from, String until) {
        return new Pauses(List.of(new Pauses.Still(at(zone, from), at(zone, until))));
    }

    private static Set<LocalDate> days(@Nullable String text) {
        Set<LocalDate> days = new java.util.HashSet<>();
        for (String day : text == null ? new String[0] : text.split(" ", -1)) {
            if (!day.isBlank()) {
                days.add(LocalDate.parse(day));
            }
        }
        return days;
    }

    private static Span span(String text) {
        int count = Integer.parseInt(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'h' -> new Span.Hours(count);
            case 'd' -> new Span.CalendarDays(count);
            case 'b' -> new Span.BusinessDays(count);
            case 'w' -> new Span.Weeks(count);
            case 'm' -> new Span.Months(count);
            default -> throw new IllegalArgumentException(text);
        };
    }
}
