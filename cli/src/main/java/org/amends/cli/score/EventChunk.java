package org.amends.cli.score;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amends.cli.history.JsonObject;
import org.amends.event.EventRow;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** A chunk of the stream of events: its rows as event rows. */
final class EventChunk {

    private static final long MICROS_A_SECOND = 1_000_000;
    private static final String SEPARATOR = "\u001e";
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXXXX][XXX][X]")
            .toFormatter(java.util.Locale.ROOT);

    private final @Nullable DuckDBReadableVector[] columns;
    private final Codebook codebook;
    private final int rows;

    /** @param places where each column of {@link EventQuery} stands; -1 where it is not there */
    EventChunk(DuckDBDataChunkReader chunk, int[] places, Codebook codebook) {
        this.codebook = codebook;
        this.rows = (int) chunk.rowCount();
        this.columns = new DuckDBReadableVector[places.length];
        for (int i = 0; i < places.length; i++) {
            columns[i] = places[i] < 0 ? null : chunk.vector(places[i]);
        }
    }

    /** How many rows it has. */
    int rows() {
        return rows;
    }

    /** The number of the relationship that a row belongs to. */
    long relationship(int row) {
        return always(EventQuery.RELATIONSHIP).getLong(row);
    }

    /** Where a row came from. */
    long place(int row) {
        return always(EventQuery.PLACE).getLong(row);
    }

    String customer(int row) {
        return always(EventQuery.CUSTOMER).getString(row);
    }

    @Nullable
    String brand(int row) {
        return coded(EventQuery.BRAND, codebook.brands(), row);
    }

    /**
     * The row for the reader of event rows.
     *
     * @throws IllegalArgumentException when its attributes are no JSON object
     */
    EventRow row(int row, String customer, @Nullable String brand) {
        DuckDBReadableVector amount = columns[EventQuery.AMOUNT];
        DuckDBReadableVector severity = columns[EventQuery.SEVERITY];
        long micros = always(EventQuery.MICROS).getLong(row);
        return new EventRow(
                always(EventQuery.EVENT_ID).getString(row),
                customer,
                brand,
                Instant.ofEpochSecond(
                        Math.floorDiv(micros, MICROS_A_SECOND), Math.floorMod(micros, MICROS_A_SECOND) * 1000),
                codebook.types().get(always(EventQuery.TYPE).getInt(row)),
                text(EventQuery.REF, row),
                amount == null ? null : amount.getBigDecimal(row),
                coded(EventQuery.CURRENCY, codebook.currencies(), row),
                coded(EventQuery.KIND, codebook.kinds(), row),
                severity == null || severity.isNull(row) ? null : severity.getDouble(row),
                attributes(row));
    }

    private @Nullable String coded(int column, @Nullable List<String> values, int row) {
        DuckDBReadableVector vector = columns[column];
        if (vector == null) {
            return null;
        }
        if (values == null) {
            return vector.getString(row);
        }
        return vector.isNull(row) ? null : values.get(vector.getInt(row));
    }

    private @Nullable String text(int column, int row) {
        DuckDBReadableVector vector = columns[column];
        return vector == null ? null : vector.getString(row);
    }

    private DuckDBReadableVector always(int column) {
        return Objects.requireNonNull(columns[column]);
    }

    private Map<String, String> attributes(int row) {
        String json = text(EventQuery.ATTRIBUTES, row);
        String loose = text(EventQuery.LOOSE, row);
        if (json == null && loose == null) {
            return Map.of();
        }
        Map<String, String> attributes = json == null ? new HashMap<>() : JsonObject.members(json);
        if (loose != null) {
            for (String each : loose.split(SEPARATOR, -1)) {
                int equals = each.indexOf('=');
                attributes.put(each.substring(0, equals), each.substring(equals + 1));
            }
        }
        attributes.computeIfPresent("due", (name, due) -> instantText(due.strip()));
        return attributes;
    }

    /** A time as the reader of event rows takes it; what is no time stays as it is, for the reader to refuse. */
    private static String instantText(String text) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        try {
            if (iso.length() == 10) {
                return LocalDate.parse(iso)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toString();
            }
            TemporalAccessor time = WITH_OFFSET.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime zoned
                    ? zoned.toInstant().toString()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeParseException noTime) {
            return text;
        }
    }
}
