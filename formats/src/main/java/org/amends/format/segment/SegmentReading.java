package org.amends.format.segment;

import java.util.List;
import org.amends.event.EventRow;
import org.amends.event.RowReading.Rejected;
import org.jspecify.annotations.Nullable;

/** What came of reading one call. */
public sealed interface SegmentReading {

    /** The call's own identity, or null when it has none that can be read. */
    @Nullable
    String messageId();

    /**
     * The call tells of these events, which may still be none.
     *
     * @param rows at least one
     */
    record Rows(@Nullable String messageId, List<EventRow> rows) implements SegmentReading {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The call is well-formed and tells of nothing that happened between a customer and the company.
     *
     * @param why a sentence
     */
    record Nothing(@Nullable String messageId, String why) implements SegmentReading {}

    /** The call cannot be read. */
    record Refused(@Nullable String messageId, Rejected why) implements SegmentReading {}
}
