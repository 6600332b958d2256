package org.amends.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** A day off that comes every year. */
public sealed interface HolidayRule {

    /** The day in a year, before it is moved away from a weekend. */
    LocalDate in(int year);

    /** Where it goes when it falls on a weekend. */
    Moved moved();

    /** Where a day off goes that falls on a Saturday or Sunday. */
    enum Moved {
        /** Nowhere: it is lost. */
        NO,
        /** To the next day that is neither on a weekend nor a day off (United Kingdom, Australia, Canada). */
        NEXT,
        /** From Saturday to Friday, from Sunday to Monday (federal days of the United States). */
        NEAREST
    }

    /** The same day every year; 29 February is 28 February in common years. */
    record Fixed(MonthDay day, Moved moved) implements HolidayRule {
        @Override
        public LocalDate in(int year) {
            return day.atYear(year);
        }
    }

    /** So many days after Easter Sunday of the western churches, or before it when negative. */
    record FromEaster(int days) implements HolidayRule {
        @Override
        public LocalDate in(int year) {
            return Easter.in(year).plusDays(days);
        }

        @Override
        public Moved moved() {
            return Moved.NO;
        }
    }

    /** The n-th such day of a month, counted from its end when negative: the last Monday of May is -1. */
    record NthWeekday(int nth, DayOfWeek weekday, Month month) implements HolidayRule {

        public NthWeekday {
            if (nth == 0 || nth < -5 || nth > 5) {
                throw new IllegalArgumentException("nth must be -5 to -1 or 1 to 5 but was %d.".formatted(nth));
            }
        }

        @Override
        public LocalDate in(int year) {
            return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
        }

        @Override
        public Moved moved() {
            return Moved.NO;
        }
    }

    /** The last such day of the week before a day of the year: Victoria Day is the Monday before 25 May. */
    record WeekdayBefore(DayOfWeek weekday, MonthDay day) implements HolidayRule {
        @Override
        public LocalDate in(int year) {
            return day.atYear(year).with(TemporalAdjusters.previous(weekday));
        }

        @Override
        public Moved moved() {
            return Moved.NO;
        }
    }
}
