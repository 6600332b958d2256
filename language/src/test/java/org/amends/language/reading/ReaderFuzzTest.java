package org.amends.language.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.amends.language.json.ReadingJson;

/** Whatever arrives as a message is read, and what is said of it fits together. */
class ReaderFuzzTest {

    private static final Reader READER = Reader.standard();

    @FuzzTest(maxDuration = "1m")
    void readsAnything(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        Reading reading = READER.read(new Message("fuzz", text, null, null, null));
        if (reading.labels().complaint() == (reading.labels().motive() == Motive.NONE)) {
            throw new AssertionError("a motive stands exactly with a complaint, and here it does not");
        }
        if (ReadingJson.of(reading).indexOf('\n') >= 0) {
            throw new AssertionError("a reading goes over several lines");
        }
    }
}
