package org.amends.server.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.amends.event.EventRow;
import org.amends.event.RowReading.Rejected;
import org.amends.format.event.EventLimits;
import org.amends.format.table.EventRowMaker;
import org.amends.format.table.TextRow;
import org.jspecify.annotations.Nullable;

/** Shows a row of a table as it would be understood. */
final class ImportLook {

    private ImportLook() {}

    static Imports.LookedRow row(TextRow row, EventRowMaker maker, Understanding understanding, Instant now) {
        return switch (row) {
            case TextRow.Malformed(long line, String place, String reason, String value, String remedy) ->
                new Imports.LookedRow(line, Map.of(), new ImportRejection(line, place, value, reason, remedy));
            case TextRow.Fields(long line, Map<String, String> fields) ->
                switch (maker.row(fields)) {
                    case EventRowMaker.Reading.Refused(Rejected why, String value) ->
                        new Imports.LookedRow(line, Map.of(), rejection(line, value, why));
                    case EventRowMaker.Reading.Row(EventRow made) ->
                        new Imports.LookedRow(
                                line, columns(made), refusal(line, made, maker, fields, understanding, now));
                };
        };
    }

    private static @Nullable ImportRejection refusal(
            long line,
            EventRow made,
            EventRowMaker maker,
            Map<String, String> fields,
            Understanding understanding,
            Instant now) {
        Rejected why = understanding.row(made) instanceof Sent.Refused(String ignored, Rejected refused)
                ? refused
                : EventLimits.ahead(made.time(), now);
        return why == null ? null : rejection(line, maker.valueAt(fields, why.column()), why);
    }

    private static ImportRejection rejection(long line, String value, Rejected why) {
        return new ImportRejection(line, why.column(), value, why.reason(), why.remedy());
    }

    private static Map<String, String> columns(EventRow row) {
        Map<String, String> columns = new LinkedHashMap<>();
        put(columns, "event_id", row.eventId());
        put(columns, "customer", row.customer());
        put(columns, "time", row.time());
        put(columns, "type", row.type());
        put(columns, "ref", row.ref());
        BigDecimal amount = row.amount();
        put(columns, "amount", amount == null ? null : amount.toPlainString());
        put(columns, "currency", row.currency());
        put(columns, "kind", row.kind());
        put(columns, "severity", row.severity());
        put(columns, "brand", row.brand());
        put(columns, "attributes", row.attributes().isEmpty() ? null : new TreeMap<>(row.attributes()));
        return columns;
    }

    private static void put(Map<String, String> columns, String name, @Nullable Object value) {
        if (value != null) {
            columns.put(name, value.toString());
        }
    }
}
