package org.amends.server.ingest;

import org.amends.event.RowReading.Rejected;
import org.jspecify.annotations.Nullable;

/** What became of one thing that was sent. */
sealed interface Outcome {

    /** The sender's name for it, or null when none could be read. */
    @Nullable
    String id();

    /**
     * It is in the log.
     *
     * @param position where
     */
    record Accepted(@Nullable String id, long position) implements Outcome {}

    /** It was in the log already. */
    record Duplicate(@Nullable String id, long position) implements Outcome {}

    /** It tells of nothing to keep. */
    record Ignored(@Nullable String id, String why) implements Outcome {}

    /** It is not in the log and never will be as it is. */
    record Refused(@Nullable String id, Rejected why) implements Outcome {}
}
