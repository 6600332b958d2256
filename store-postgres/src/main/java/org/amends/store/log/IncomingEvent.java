package org.amends.store.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.format.event.EventData;
import org.jspecify.annotations.Nullable;

/**
 * An event made ready for the log by the thread that received it, so that the thread that writes has little left to do. Its
 * time is cut to the microsecond, which is what the log keeps.
 */
public final class IncomingEvent {

    /** In chars. An index over both must stay within what PostgreSQL allows. */
    private static final int LONGEST_NAME = 500;

    /** In chars, of all columns together. */
    private static final int LONGEST_DATA = 1_000_000;

    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");

    private final EventRow row;
    private final Event event;
    private final UUID key;
    private final String data;
    private final Outcome.@Nullable Rejected flaw;

    private IncomingEvent(EventRow row, Event event) {
        this.row = row;
        this.event = event;
        this.key = keyOf(event.id().value());
        this.data = EventData.write(row);
        this.flaw = flaw(event, data);
    }

    /**
     * An event on its way into the log.
     *
     * @param row all its columns, as received
     * @param event what {@link EventRowReader} understood of that row
     */
    public static IncomingEvent of(EventRow row, Event event) {
        Instant whole = event.time().truncatedTo(ChronoUnit.MICROS);
        if (whole.equals(event.time())) {
            return new IncomingEvent(row, event);
        }
        EventRow cut = Rows.at(row, whole);
        return new IncomingEvent(cut, Rows.event(cut));
    }

    /**
     * The row as an event on its way into the log.
     *
     * @throws IllegalArgumentException when the row is no event
     */
    public static IncomingEvent of(EventRow row) {
        return switch (EventRowReader.read(row)) {
            case RowReading.Accepted(Event event) -> of(row, event);
            case RowReading.Rejected(String column, String reason, String remedy) ->
                throw new IllegalArgumentException("%s: %s. %s".formatted(column, reason, remedy));
            case RowReading.UnknownType(String type, String nearest) ->
                throw new IllegalArgumentException("type is \"%s\". Maybe you mean %s.".formatted(type, nearest));
        };
    }

    /** The key under which the log knows an event of this id: the first 128 bits of its SHA-256. */
    public static UUID keyOf(String eventId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(eventId.getBytes(StandardCharsets.UTF_8));
            return new UUID(eight(digest, 0), eight(digest, Long.BYTES));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** What the event was understood as, its time cut to the microsecond. */
    public Event event() {
        return event;
    }

    EventRow row() {
        return row;
    }

    UUID key() {
        return key;
    }

    String data() {
        return data;
    }

    /** Empty where the company has one brand only. */
    String brand() {
        String brand = event.header().brand();
        return brand == null ? "" : brand;
    }

    String customer() {
        return event.customer().value();
    }

    /** Why no log can hold it, whatever it holds already. */
    Outcome.@Nullable Rejected flaw() {
        return flaw;
    }

    private static Outcome.@Nullable Rejected flaw(Event event, String data) {
        Outcome.Rejected flaw = unfit("event_id", event.id().value());
        flaw = flaw != null ? flaw : unfit("customer", event.customer().value());
        String brand = event.header().brand();
        flaw = flaw != null || brand == null ? flaw : unfit("brand", brand);
        if (flaw == null && data.length() > LONGEST_DATA) {
            flaw = new Outcome.Rejected(
                    "attributes",
                    "the event has %d characters".formatted(data.length()),
                    "Give at most %d, and keep longer texts elsewhere.".formatted(LONGEST_DATA));
        }
        if (flaw == null && event.time().isBefore(FIRST_TIME)) {
            flaw = new Outcome.Rejected("time", "time is %s".formatted(event.time()), "Give a time since year 1.");
        }
        return flaw;
    }

    private static Outcome.@Nullable Rejected unfit(String column, String name) {
        if (name.length() > LONGEST_NAME) {
            return new Outcome.Rejected(
                    column,
                    "%s has %d characters".formatted(column, name.length()),
                    "Give at most %d.".formatted(LONGEST_NAME));
        }
        if (name.indexOf('\0') >= 0 || !EventData.isUnicode(name)) {
            return new Outcome.Rejected(
                    column,
                    "%s holds what is no character (NUL, or half of a character)".formatted(column),
                    "Maybe the sender cut or converted the text.");
        }
        return null;
    }

    private static long eight(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = (value << 8) | (bytes[i] & 0xFF);
        }
        return value;
    }
}
