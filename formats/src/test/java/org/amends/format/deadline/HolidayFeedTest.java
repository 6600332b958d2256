package org.amends.format.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HolidayFeedTest {

    @Test
    void readsSingleDaysSpansAndRepetitions() {
        HolidayFeed feed = feed("""
                BEGIN:VEVENT
                UID:1
                DTSTART;VALUE=DATE:20260316
                DTEND;VALUE=DATE:20260318
                SUMMARY:Two days of stocktaking
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                DTSTART;VALUE=DATE:20240624
                RRULE:FREQ=YEARLY
                SUMMARY:Midsummer
                END:VEVENT
                BEGIN:VEVENT
                UID:3
                DTSTART;VALUE=DATE:20250505
                RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1MO
                EXDATE;VALUE=DATE:20270503
                SUMMARY:First Monday of May
                END:VEVENT
                BEGIN:VEVENT
                UID:4
                DTSTART;VALUE=DATE:20260401
                STATUS:CANCELLED
                END:VEVENT
                """);

        assertThat(feed.days())
                .contains(
                        LocalDate.of(2026, 3, 16),
                        LocalDate.of(2026, 3, 17),
                        LocalDate.of(2030, 6, 24),
                        LocalDate.of(2026, 5, 4))
                .doesNotContain(LocalDate.of(2026, 3, 18), LocalDate.of(2027, 5, 3), LocalDate.of(2026, 4, 1));
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> HolidayFeed.read("days.ics", "Christmas: 25 December"))
                .withMessageContaining("no iCalendar");
    }

    @Test
    void anEndlessCalendarIsRefused() {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> feed("""
                        BEGIN:VEVENT
                        UID:1
                        DTSTART:20260101T000000
                        RRULE:FREQ=SECONDLY
                        END:VEVENT
                        """))
                .withMessageContaining("more than");
    }

    private static HolidayFeed feed(String events) {
        return HolidayFeed.read(
                "days.ics",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n" + events.replace("\n", "\r\n")
                        + "END:VCALENDAR\r\n");
    }
}
