package org.amends.server.policy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.amends.server.problem.Problem;
import org.springframework.http.HttpStatus;

/** The text of a policy as a request sends it. */
final class PolicyText {

    /** A policy with all its comments has some 60 kB. */
    static final int MOST_BYTES = 1_000_000;

    private PolicyText() {}

    static String sent(HttpServletRequest request) {
        try {
            byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Problem(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "body-too-large",
                                "The body is too large",
                                "The policy has more than %d bytes.".formatted(MOST_BYTES))
                        .with("remedy", "A policy names what departs from the built-in one; the rest may be left out.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Problem.invalid("the body", "no UTF-8", "Save the policy as UTF-8.");
        } catch (IOException brokenOff) {
            throw Problem.invalid("the body", "broken off", "Send it again.");
        }
    }
}
