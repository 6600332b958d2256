package org.amends.format.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A stream of any bytes is read line by line to its end. */
class JsonLinesFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void readsToTheEnd(byte[] data) throws IOException {
        JsonLines lines = new JsonLines(new ByteArrayInputStream(data));
        long last = 0;
        JsonLines.Line line = lines.next();
        while (line != null) {
            if (line.number() <= last || line.number() > data.length + 1L) {
                throw new AssertionError("Line " + line.number() + " after line " + last);
            }
            last = line.number();
            if (line instanceof JsonLines.Line.Text text && text.text().isBlank()) {
                throw new AssertionError("A blank line is told");
            }
            line = lines.next();
        }
    }
}
