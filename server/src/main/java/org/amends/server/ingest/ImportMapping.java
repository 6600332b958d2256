package org.amends.server.ingest;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.amends.format.table.EventMapping;
import org.amends.format.table.EventMappingJson;
import org.amends.server.problem.Problem;

/**
 * How a file is read.
 *
 * @param columns which of its columns is which of an event's
 * @param zone in which times are that name none
 */
record ImportMapping(EventMapping columns, ZoneId zone) {

    static ImportMapping of(EventMapping columns) {
        return new ImportMapping(columns, ZoneOffset.UTC);
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Problem.invalid("zone", "\"%s\"".formatted(name), "Use a name such as Europe/Paris, or UTC.");
        }
    }

    /** On one line. */
    String text() {
        return zone.getId() + " " + EventMappingJson.write(columns);
    }

    static ImportMapping ofText(String text) {
        int blank = text.indexOf(' ');
        return new ImportMapping(EventMappingJson.read(text.substring(blank + 1)), ZoneId.of(text.substring(0, blank)));
    }
}
