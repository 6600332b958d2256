package org.amends.cli.simulate;

import java.util.TreeMap;
import org.amends.event.EventRow;
import org.amends.event.EventRows;
import org.amends.insight.simulation.Told;
import org.jspecify.annotations.Nullable;

/** How a history is written down. Attributes are in the order of their names, so that the same events give the same bytes. */
enum HistoryFormat {
    /** The event columns, attributes as a JSON object. */
    CSV,
    /** The same, made from the CSV by DuckDB. */
    PARQUET,
    /** One CloudEvent a line, the event columns as its data. */
    NDJSON;

    /** The name of the events file that is written first. */
    String rawFile() {
        return this == NDJSON ? "events.ndjson" : "events.csv";
    }

    void header(Lines out) {
        if (this != NDJSON) {
            out.add("event_id,customer,brand,time,type,ref,amount,currency,kind,severity,text,attributes\n");
        }
    }

    void append(Lines out, Told told, String source) {
        EventRow row = EventRows.of(told.event());
        switch (this) {
            case CSV, PARQUET -> csv(out, row, told);
            case NDJSON -> cloudEvent(out, row, told, source);
        }
    }

    private static void csv(Lines out, EventRow row, Told told) {
        field(out, row.eventId());
        field(out, row.customer());
        field(out, row.brand());
        field(out, row.time());
        field(out, row.type());
        field(out, row.ref());
        field(out, row.amount() == null ? null : row.amount().toPlainString());
        field(out, row.currency());
        field(out, row.kind());
        field(out, row.severity());
        field(out, told.text());
        if (!row.attributes().isEmpty() || told.language() != null) {
            Lines json = new Lines(256);
            attributes(json, row, told);
            out.csv(json.text());
        }
        out.add('\n');
    }

    private static void field(Lines out, @Nullable Object value) {
        if (value != null) {
            out.csv(value.toString());
        }
        out.add(',');
    }

    private static void attributes(Lines out, EventRow row, Told told) {
        TreeMap<String, String> sorted = new TreeMap<>(row.attributes());
        if (told.language() != null) {
            sorted.put("language", told.language());
        }
        char before = '{';
        for (var attribute : sorted.entrySet()) {
            out.add(before);
            out.json(attribute.getKey());
            out.add(':');
            out.json(attribute.getValue());
            before = ',';
        }
        out.add('}');
    }

    private static void cloudEvent(Lines out, EventRow row, Told told, String source) {
        out.add("{\"specversion\":\"1.0\"");
        member(out, "id", row.eventId());
        member(out, "source", source);
        member(out, "type", "org.amends." + row.type());
        member(out, "subject", row.customer());
        member(out, "time", row.time());
        out.add(",\"datacontenttype\":\"application/json\",\"data\":{\"event_id\":");
        out.json(String.valueOf(row.eventId()));
        member(out, "customer", row.customer());
        member(out, "brand", row.brand());
        member(out, "time", row.time());
        member(out, "type", row.type());
        member(out, "ref", row.ref());
        number(out, "amount", row.amount() == null ? null : row.amount().toPlainString());
        member(out, "currency", row.currency());
        member(out, "kind", row.kind());
        number(out, "severity", row.severity());
        member(out, "text", told.text());
        if (!row.attributes().isEmpty() || told.language() != null) {
            out.add(",\"attributes\":");
            attributes(out, row, told);
        }
        out.add("}}\n");
    }

    private static void member(Lines out, String name, @Nullable Object value) {
        if (value != null) {
            name(out, name);
            out.json(value.toString());
        }
    }

    private static void number(Lines out, String name, @Nullable Object value) {
        if (value != null) {
            name(out, name);
            out.add(value.toString());
        }
    }

    private static void name(Lines out, String name) {
        out.add(",\"");
        out.add(name);
        out.add("\":");
    }
}
