package org.amends.format.deadline;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amends.deadline.BusinessCalendar;
import org.amends.deadline.HolidayRule;
import org.amends.deadline.HolidayRule.Moved;
import org.amends.deadline.YearlyHolidays;
import org.jspecify.annotations.Nullable;

/** Calendars of business days by country, for example {@code GB}, {@code FR} or {@code CA-QC}. */
public final class CountryCalendars {

    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Map<String, BusinessCalendar> calendars;

    private CountryCalendars(Map<String, BusinessCalendar> calendars) {
        this.calendars = Map.copyOf(calendars);
    }

    /** Those that come with Amends: the days off of whole countries. */
    public static CountryCalendars standard() {
        return read("calendars.yaml", Shipped.text("calendars.yaml"));
    }

    /**
     * The calendars of a file.
     *
     * @param file its name, for messages
     * @throws PackFormatException when it is none; the message names the place and the remedy
     */
    public static CountryCalendars read(String file, String yaml) {
        PackNode root = PackNode.root(file, yaml);
        Map<String, PackNode> fields = root.fields(Set.of("check", "calendars"));
        Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
        root.need(fields, "calendars")
                .entries()
                .forEach((country, calendar) -> calendars.put(country, calendar(calendar)));
        return new CountryCalendars(calendars);
    }

    /** The calendar of a country; of the country that a part belongs to where the part has none; else of the European Union. */
    public BusinessCalendar of(String country) {
        BusinessCalendar exact = calendars.get(country);
        if (exact != null) {
            return exact;
        }
        BusinessCalendar whole = calendars.get(country.length() > 2 ? country.substring(0, 2) : country);
        if (whole != null) {
            return whole;
        }
        BusinessCalendar union = calendars.get("EU");
        if (union == null) {
            throw new IllegalStateException("There is no calendar \"EU\" to fall back on.");
        }
        return union;
    }

    /** The countries and parts of countries that have one. */
    public Set<String> countries() {
        return calendars.keySet();
    }

    private static BusinessCalendar calendar(PackNode node) {
        Map<String, PackNode> fields = node.fields(Set.of("zone", "working_days", "opens", "closes", "holidays"));
        Set<DayOfWeek> working = EnumSet.noneOf(DayOfWeek.class);
        PackNode days = fields.get("working_days");
        if (days != null) {
            days.list().forEach(each -> working.add(weekday(each)));
        }
        List<HolidayRule> rules = new ArrayList<>();
        node.need(fields, "holidays").list().forEach(each -> rules.add(rule(each)));
        return new BusinessCalendar(
                node.need(fields, "zone").value(ZoneId::of, "Maybe Europe/Madrid."),
                working.isEmpty() ? WEEK : working,
                time(fields.get("opens"), LocalTime.of(9, 0)),
                time(fields.get("closes"), LocalTime.of(17, 0)),
                new YearlyHolidays(rules));
    }

    private static LocalTime time(@Nullable PackNode node, LocalTime otherwise) {
        return node == null ? otherwise : node.value(LocalTime::parse, "Maybe \"17:00\".");
    }

    private static HolidayRule rule(PackNode node) {
        Map<String, PackNode> fields =
                node.fields(Set.of("day", "moved", "easter", "nth", "weekday", "month", "before"));
        PackNode day = fields.get("day");
        PackNode easter = fields.get("easter");
        PackNode nth = fields.get("nth");
        if (day != null) {
            PackNode moved = fields.get("moved");
            return new HolidayRule.Fixed(monthDay(day), moved == null ? Moved.NO : moved(moved));
        }
        if (easter != null) {
            return new HolidayRule.FromEaster(easter.value(Integer::valueOf, "Maybe -2 for Good Friday."));
        }
        DayOfWeek weekday = weekday(node.need(fields, "weekday"));
        if (nth != null) {
            return new HolidayRule.NthWeekday(
                    nth.value(Integer::valueOf, "Maybe 1, or -1 for the last."),
                    weekday,
                    node.need(fields, "month").value(text -> Month.of(Integer.parseInt(text)), "Maybe 5 for May."));
        }
        return new HolidayRule.WeekdayBefore(weekday, monthDay(node.need(fields, "before")));
    }

    private static MonthDay monthDay(PackNode node) {
        return node.value(text -> MonthDay.parse("--" + text), "Maybe \"12-25\".");
    }

    private static Moved moved(PackNode node) {
        return node.value(text -> Moved.valueOf(text.toUpperCase(Locale.ROOT)), "Maybe no, next or nearest.");
    }

    private static DayOfWeek weekday(PackNode node) {
        return node.value(text -> DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT)), "Maybe monday.");
    }
}
