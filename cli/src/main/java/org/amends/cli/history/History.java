package org.amends.cli.history;

import java.util.List;
import java.util.Map;

/**
 * A history that is ready to be queried.
 *
 * @param relation the table or view that holds its rows
 * @param columns its columns by name in lower case, with their types
 * @param mapped whether a mapping query made it, so that its rows no longer belong to lines of files
 * @param files what it was read from
 */
public record History(String relation, Map<String, String> columns, boolean mapped, List<HistoryFile> files) {

    /** Which row this is, for a person. */
    public String shown(long place, String eventId) {
        if (!mapped) {
            return RowPlace.shown(place, files);
        }
        return eventId.isBlank() ? "mapping: row without event_id" : "mapping: event " + eventId;
    }

    /** The place of a row as SQL. */
    public String placeSql() {
        return mapped ? "0::BIGINT" : "((amends_file::BIGINT << %d) | amends_line)".formatted(RowPlace.LINE_BITS);
    }
}
