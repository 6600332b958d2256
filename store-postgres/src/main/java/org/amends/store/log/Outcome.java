package org.amends.store.log;

/** What became of one event that was handed to the log. */
public sealed interface Outcome {

    /**
     * It is stored and folded.
     *
     * @param position its place in the log, 1 for the first event
     */
    record Accepted(long position) implements Outcome {}

    /**
     * The log has an event of this id already, which counts.
     *
     * @param position the place of that event
     */
    record Duplicate(long position) implements Outcome {}

    /**
     * It can never be part of this log.
     *
     * @param column the column at fault
     * @param reason what was found there
     * @param remedy what to do about it
     */
    record Rejected(String column, String reason, String remedy) implements Outcome {}
}
