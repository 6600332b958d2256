package org.amends.guard.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.amends.guard.Standard;

/** Whatever arrives as a request is answered or refused, and a refusal never allows anything. */
class RequestReaderFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void answersOrRefuses(byte[] data) {
        String answer = switch (RequestReader.read(new String(data, StandardCharsets.UTF_8))) {
            case RequestReading.Understood understood -> AnswerJson.of(Standard.GUARD.answer(understood.request()));
            case RequestReading.Refused refused -> {
                String safe = AnswerJson.of(refused);
                if (safe.contains("\"verdict\":\"ALLOW\"")) {
                    throw new AssertionError("a refusal allows: " + safe);
                }
                yield safe;
            }
        };
        if (answer.indexOf('\n') >= 0) {
            throw new AssertionError("an answer goes over several lines: " + answer);
        }
    }
}
