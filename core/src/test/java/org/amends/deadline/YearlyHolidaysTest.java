package org.amends.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import org.amends.deadline.HolidayRule.Fixed;
import org.amends.deadline.HolidayRule.FromEaster;
import org.amends.deadline.HolidayRule.Moved;
import org.amends.deadline.HolidayRule.NthWeekday;
import org.amends.deadline.HolidayRule.WeekdayBefore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearlyHolidaysTest {

    /** Easter Sundays as printed in almanacs, the earliest and the latest possible among them. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "1818-03-22",
        "2038-04-25",
        "1981-04-19",
        "2049-04-18",
        "2000-04-23"
    })
    void easterFallsOnTheDayOfTheAlmanac(LocalDate sunday) {
        assertThat(new FromEaster(0).in(sunday.getYear())).isEqualTo(sunday);
    }

    /** Bank holidays of England as the government announced them. */
    @ParameterizedTest
    @CsvSource({
        "2021-12-27, true",
        "2021-12-28, true",
        "2021-12-29, false",
        "2022-12-26, true",
        "2022-12-27, true",
        "2022-12-28, false",
        "2026-12-25, true",
        "2026-12-28, true",
        "2026-12-29, false",
        "2027-12-27, true",
        "2027-12-28, true"
    })
    void christmasOnAWeekendIsMovedToTheNextFreeDays(LocalDate day, boolean off) {
        YearlyHolidays england = new YearlyHolidays(
                List.of(new Fixed(MonthDay.of(12, 25), Moved.NEXT), new Fixed(MonthDay.of(12, 26), Moved.NEXT)));

        assertThat(england.includes(day)).isEqualTo(off);
    }

    @Test
    void aNewYearOnASaturdayIsMovedIntoTheOldYear() {
        YearlyHolidays federal = new YearlyHolidays(List.of(new Fixed(MonthDay.of(1, 1), Moved.NEAREST)));

        assertThat(federal.includes(LocalDate.of(2027, 12, 31))).isTrue();
        assertThat(federal.includes(LocalDate.of(2026, 12, 31))).isFalse();
    }

    @Test
    void weekdaysAreCountedFromBothEndsOfAMonth() {
        assertThat(new NthWeekday(-1, DayOfWeek.MONDAY, Month.MAY).in(2026)).isEqualTo("2026-05-25");
        assertThat(new NthWeekday(4, DayOfWeek.THURSDAY, Month.NOVEMBER).in(2026))
                .isEqualTo("2026-11-26");
        assertThat(new WeekdayBefore(DayOfWeek.MONDAY, MonthDay.of(5, 25)).in(2026))
                .isEqualTo("2026-05-18");
    }
}
