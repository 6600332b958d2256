package org.amends.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Days off that follow from rules. Where one is moved away from a weekend, both the day itself and the day it is moved to are off.
 *
 * @param rules in the order in which they are moved: Christmas before the day after it
 */
public record YearlyHolidays(List<HolidayRule> rules) implements Holidays {

    /** Copies the list. */
    public YearlyHolidays {
        rules = List.copyOf(rules);
    }

    @Override
    public boolean includes(LocalDate day) {
        // New Year's Day on a Saturday is moved into the year before it.
        return in(day.getYear()).contains(day)
                || (day.getDayOfYear() > 360 && in(day.getYear() + 1).contains(day));
    }

    /** The days off that the rules of this year give. */
    public Set<LocalDate> in(int year) {
        Set<LocalDate> days = new HashSet<>();
        rules.forEach(rule -> days.add(rule.in(year)));
        for (HolidayRule rule : rules) {
            LocalDate day = rule.in(year);
            if (isWeekend(day)) {
                LocalDate moved = moved(day, rule.moved(), days);
                days.add(moved);
            }
        }
        return days;
    }

    private static LocalDate moved(LocalDate day, HolidayRule.Moved how, Set<LocalDate> taken) {
        return switch (how) {
            case NO -> day;
            case NEAREST -> day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.minusDays(1) : day.plusDays(1);
            case NEXT -> {
                LocalDate next = day;
                while (isWeekend(next) || taken.contains(next)) {
                    next = next.plusDays(1);
                }
                yield next;
            }
        };
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
