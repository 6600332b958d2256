package org.amends.format.table;

import java.util.Map;

/** One row of a text file, told by the line on which it begins; the header is line 1. */
public sealed interface TextRow {

    /** The line on which the row begins, from 1. */
    long line();

    /**
     * A row that could be taken apart.
     *
     * @param values text by column name; a column without a value is absent
     */
    record Fields(long line, Map<String, String> values) implements TextRow {}

    /**
     * A row that could not.
     *
     * @param place the column, or {@code row} when the row as a whole is at fault
     * @param reason what is wrong
     * @param value what was found, shortened
     * @param remedy what to do about it
     */
    record Malformed(long line, String place, String reason, String value, String remedy) implements TextRow {}
}
