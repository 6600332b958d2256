package org.amends.format.event;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.EventRows;
import org.amends.event.RowReading;

/** Whatever arrives as an event is read or refused, and what is read can be written and read again as the same. */
class EventJsonFuzzTest {

    private static final EventJsonWriter WRITER = new EventJsonWriter("/fuzz");

    @FuzzTest(maxDuration = "1m")
    void readsOrRefuses(byte[] data) {
        String json = new String(data, StandardCharsets.UTF_8);
        if (EventJsonReader.row(json) instanceof EventJsonReader.Reading.Row(EventRow row)
                && EventLimits.exceeded(row) == null
                && EventRowReader.read(row) instanceof RowReading.Accepted(Event event)) {
            requireSame(event, WRITER.write(event));
            if (!(EventRowReader.read(EventRows.of(event)) instanceof RowReading.Accepted(Event again))
                    || !again.equals(event)) {
                throw new AssertionError("Columns of " + event + " are read as something else");
            }
        }
    }

    private static void requireSame(Event event, String written) {
        if (!(EventJsonReader.read(written) instanceof RowReading.Accepted(Event again)) || !again.equals(event)) {
            throw new AssertionError(event + " was written as " + written + ", which is read as something else");
        }
    }
}
