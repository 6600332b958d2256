package org.amends.event;

/** What came of reading one row. */
public sealed interface RowReading {

    /** The row is this event. */
    record Accepted(Event event) implements RowReading {}

    /**
     * The row cannot be an event.
     *
     * @param column the column at fault
     * @param reason what was found there and what was expected
     * @param remedy what to do about it
     */
    record Rejected(String column, String reason, String remedy) implements RowReading {}

    /**
     * The type's name is not known.
     *
     * @param type as given
     * @param nearest the known name it most resembles
     */
    record UnknownType(String type, String nearest) implements RowReading {}
}
