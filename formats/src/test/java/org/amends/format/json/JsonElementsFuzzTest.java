package org.amends.format.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.amends.format.event.EventJsonReader;

/** Whatever arrives as an array of events is read or refused as a whole, and one element is one element of JSON by itself. */
class JsonElementsFuzzTest {

    private static final int MOST = 50;

    @FuzzTest(maxDuration = "1m")
    void readsOrRefuses(byte[] data) {
        String json = new String(data, StandardCharsets.UTF_8);
        JsonElements.Reading<EventJsonReader.Reading> reading =
                JsonElements.read(json, MOST, (element, length) -> EventJsonReader.row(element));
        boolean one = reading instanceof JsonElements.Reading.All<EventJsonReader.Reading> all && !all.array();
        if (one && !(JsonText.read(json) instanceof JsonText.Reading.Value)) {
            throw new AssertionError("Read as one value, and refused as one text: " + json);
        }
    }
}
