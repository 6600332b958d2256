package org.amends.format.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.amends.event.EventRow;
import org.amends.event.RowReading.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What a log will not keep, however well it reads: text that cannot be stored or shown, times that cannot be, and names longer
 * than any company gives. Everything that comes from outside passes through here.
 */
public final class EventLimits {

    /** The longest identifier, reference or kind, in characters. */
    public static final int LONGEST_NAME = 256;

    /** The longest value of an attribute, in characters. */
    public static final int LONGEST_VALUE = 65_536;

    /** The most attributes of one event. */
    public static final int MOST_ATTRIBUTES = 200;

    /** How far ahead of this machine's clock an event may lie: other clocks and zones are wrong by hours. */
    public static final Duration AHEAD = Duration.ofDays(1);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private EventLimits() {}

    /**
     * The first thing about a row that goes beyond what is kept, or null when nothing does. Whether its time is still to come is
     * another question, since it depends on a clock: see {@link #ahead}.
     */
    public static @Nullable Rejected exceeded(EventRow row) {
        Rejected name = firstOf(
                name("event_id", row.eventId()),
                name("customer", row.customer()),
                name("brand", row.brand()),
                name("type", row.type()),
                name("ref", row.ref()),
                name("kind", row.kind()));
        return firstOf(name, time(row.time()), attributes(row.attributes()));
    }

    private static @Nullable Rejected firstOf(@Nullable Rejected... findings) {
        for (Rejected finding : findings) {
            if (finding != null) {
                return finding;
            }
        }
        return null;
    }

    private static @Nullable Rejected name(String column, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_NAME) {
            return new Rejected(
                    column,
                    "%s has %d characters".formatted(column, text.length()),
                    "It has at most %d.".formatted(LONGEST_NAME));
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return new Rejected(
                        column,
                        "%s has the control character U+%04X".formatted(column, (int) text.charAt(i)),
                        "Take it out.");
            }
        }
        return unpaired(column, text);
    }

    private static @Nullable Rejected time(@Nullable Instant time) {
        return time != null && time.isBefore(EARLIEST)
                ? new Rejected("time", "time is %s".formatted(time), "Maybe the unit is wrong: it is before 1900.")
                : null;
    }

    /**
     * Why an event of this time has not happened yet, or null when it may have.
     *
     * @param now the moment of arrival
     */
    public static @Nullable Rejected ahead(@Nullable Instant time, Instant now) {
        return time != null && time.isAfter(now.plus(AHEAD))
                ? new Rejected(
                        "time",
                        "time is %s, which is to come".formatted(time),
                        "An event has happened. Maybe the clock or the order of day and month is wrong.")
                : null;
    }

    private static @Nullable Rejected attributes(Map<String, String> attributes) {
        if (attributes.size() > MOST_ATTRIBUTES) {
            return new Rejected(
                    "attributes",
                    "there are %d attributes".formatted(attributes.size()),
                    "An event has at most %d.".formatted(MOST_ATTRIBUTES));
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            Rejected wrong =
                    firstOf(name("attributes", attribute.getKey()), value(attribute.getKey(), attribute.getValue()));
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable Rejected value(String name, String text) {
        if (text.length() > LONGEST_VALUE) {
            return new Rejected(
                    name,
                    "%s has %d characters".formatted(name, text.length()),
                    "A value has at most %d.".formatted(LONGEST_VALUE));
        }
        return text.indexOf('\0') >= 0
                ? new Rejected(name, "%s has the character NUL".formatted(name), "Take it out.")
                : unpaired(name, text);
    }

    /** Half of a pair of UTF-16 surrogates is no character; UTF-8 cannot write it. */
    private static @Nullable Rejected unpaired(String column, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            return new Rejected(
                    column,
                    "%s has half a character (U+%04X)".formatted(column, (int) c),
                    "Maybe the text was cut in the middle of an emoji.");
        }
        return null;
    }
}
