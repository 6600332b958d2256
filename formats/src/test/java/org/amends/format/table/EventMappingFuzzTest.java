package org.amends.format.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever arrives as a mapping is one or is refused, and what is read can be written and read again as the same. */
class EventMappingFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void readsOrRefuses(byte[] data) {
        try {
            EventMapping mapping = EventMappingJson.read(new String(data, StandardCharsets.UTF_8));
            if (!EventMappingJson.read(EventMappingJson.write(mapping)).equals(mapping)) {
                throw new AssertionError("Written and read as another: " + mapping);
            }
        } catch (TableFormatException refused) {
            // The declared refusal.
        }
    }
}
