package org.amends.guard.label;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.amends.guard.Standard;
import org.amends.guard.food.Language;

/** Whatever stands on a label is read, and what is found in it stands there. */
class LabelReaderFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void reads(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        Language language = data.length == 0 ? null : Language.ALL.get((data[0] & 0xFF) % Language.ALL.size());
        LabelReading reading = Standard.READER.fresh(text, data.length % 2 == 0, language);
        String onOneLine = text.replaceAll("\\s+", " ");
        for (Finding finding : reading.findings()) {
            if (!onOneLine.contains(finding.words())) {
                throw new AssertionError("“" + finding.words() + "” does not stand there");
            }
            if (!(finding.confidence() > 0 && finding.confidence() <= 1)) {
                throw new AssertionError("the confidence is " + finding.confidence());
            }
        }
    }
}
