package org.amends.format.deadline;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.amends.deadline.Holidays;
import org.jspecify.annotations.Nullable;

/**
 * Days off from iCalendar (RFC 5545), repeated ones among them. Each day that an event touches is off; what events are called
 * does not matter.
 *
 * @param days within {@link #FIRST} and {@link #LAST}
 */
public record HolidayFeed(Set<LocalDate> days) implements Holidays {

    /** Repeated events are followed from here on. */
    public static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    /** And until here. */
    public static final LocalDate LAST = LocalDate.of(2059, 12, 31);

    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_DAYS = 20_000;
    private static final int MOST_STEPS = 200_000;

    /** Copies the set. */
    public HolidayFeed {
        days = Set.copyOf(days);
    }

    @Override
    public boolean includes(LocalDate day) {
        return days.contains(day);
    }

    /**
     * The days of a file.
     *
     * @param file its name, for messages
     * @throws PackFormatException when it is no iCalendar, or holds no day
     */
    public static HolidayFeed read(String file, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw wrong(file, "%d characters".formatted(text.length()), "Maybe a calendar of days off only.");
        }
        List<ICalendar> calendars = Biweekly.parse(text).all();
        Reading reading = new Reading(file);
        calendars.forEach(calendar -> calendar.getEvents().forEach(reading::add));
        if (reading.days.isEmpty()) {
            throw wrong(
                    file,
                    calendars.isEmpty() ? "no iCalendar" : "no day off between %s and %s".formatted(FIRST, LAST),
                    "Maybe export the calendar as .ics, beginning with BEGIN:VCALENDAR.");
        }
        return new HolidayFeed(reading.days);
    }

    private static PackFormatException wrong(String file, String found, String remedy) {
        return new PackFormatException(file, 1, 1, found, remedy);
    }

    private static final class Reading {

        private final String file;
        private final Set<LocalDate> days = new HashSet<>();
        private int steps;

        Reading(String file) {
            this.file = file;
        }

        void add(VEvent event) {
            DateStart start = event.getDateStart();
            if (start == null || start.getValue() == null || Status.cancelled().equals(event.getStatus())) {
                return;
            }
            long length = length(event, start.getValue());
            // Days without a time are read in the zone of the machine, and written back in it.
            DateIterator moments = event.getDateIterator(TimeZone.getDefault());
            while (moments.hasNext()) {
                LocalDate day = day(moments.next());
                if (day.isAfter(LAST)) {
                    return;
                }
                for (long i = 0; i < length; i++) {
                    keep(day.plusDays(i));
                }
            }
        }

        private void keep(LocalDate day) {
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                days.add(day);
            }
            if (++steps > MOST_STEPS || days.size() > MOST_DAYS) {
                throw wrong(file, "more than %d days".formatted(MOST_DAYS), "Maybe a calendar of days off only.");
            }
        }

        /** In days, at least one. */
        private static long length(VEvent event, ICalDate start) {
            Date end = event.getDateEnd() == null ? null : event.getDateEnd().getValue();
            Duration lasts =
                    event.getDuration() == null ? null : event.getDuration().getValue();
            return Math.max(1, Math.min(366, length(day(start), end, lasts, start.hasTime())));
        }

        private static long length(LocalDate start, @Nullable Date end, @Nullable Duration lasts, boolean timed) {
            if (end != null) {
                long days = ChronoUnit.DAYS.between(start, day(end));
                return timed ? days + 1 : days;
            }
            return lasts == null ? 1 : (lasts.toMillis() + 86_399_999) / 86_400_000;
        }

        private static LocalDate day(Date moment) {
            return LocalDate.ofInstant(moment.toInstant(), ZoneId.systemDefault());
        }
    }
}
