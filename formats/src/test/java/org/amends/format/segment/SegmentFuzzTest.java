package org.amends.format.segment;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.format.event.EventLimits;
import org.amends.format.json.JsonText;
import tools.jackson.databind.JsonNode;

/** Whatever arrives as a Segment call is understood, passed over or refused; a call sent twice has the same ids. */
class SegmentFuzzTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @FuzzTest(maxDuration = "1m")
    void readsOrRefuses(byte[] data) {
        String sentAt = data.length % 2 == 0 ? "2026-03-01T11:59:00Z" : null;
        if (!(JsonText.read(new String(data, StandardCharsets.UTF_8))
                instanceof JsonText.Reading.Value(JsonNode json))) {
            return;
        }
        for (SegmentCall named : SegmentCall.values()) {
            if (new SegmentReader(NOW, null).read(json, named) instanceof SegmentReading.Rows rows
                    && rows.rows().isEmpty()) {
                throw new AssertionError("Understood, and nothing told: " + json);
            }
        }
        SegmentReading reading = new SegmentReader(NOW, sentAt).read(json, null);
        if (reading instanceof SegmentReading.Rows rows) {
            for (EventRow row : rows.rows()) {
                if (EventLimits.exceeded(row) == null
                        && EventRowReader.read(row) instanceof RowReading.UnknownType unknown) {
                    throw new AssertionError("A call became an event of unknown type: " + unknown);
                }
            }
        }
        if (!reading.equals(new SegmentReader(NOW, sentAt).read(json, null))) {
            throw new AssertionError("Read twice, and differently: " + json);
        }
    }
}
