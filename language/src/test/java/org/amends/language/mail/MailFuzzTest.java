package org.amends.language.mail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever bytes come as mail, a mail comes out; and what is new in a text has the places of the text. */
class MailFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void readsOrKeeps(byte[] data) {
        switch (MailReader.read(data)) {
            case Mail.Legible mail -> {
                if (AutomaticMail.in(mail)
                        .map(AutomaticMail::shownBy)
                        .filter(String::isBlank)
                        .isPresent()) {
                    throw new AssertionError("taken for a machine's without a reason");
                }
                assertPlacesStay(mail.text());
            }
            case Mail.Illegible kept -> {
                if (kept.raw().length != data.length || kept.why().contains("Exception")) {
                    throw new AssertionError("lost or thrown: " + kept.why());
                }
            }
        }
    }

    @FuzzTest(maxDuration = "1m")
    void keepsPlaces(byte[] data) {
        assertPlacesStay(new String(data, StandardCharsets.UTF_8));
    }

    private static void assertPlacesStay(String text) {
        String kept = NewText.of(text);
        if (kept.length() != text.length()) {
            throw new AssertionError("%d characters became %d".formatted(text.length(), kept.length()));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = kept.charAt(i);
            if (c != text.charAt(i) && (c != ' ' || text.charAt(i) == '\n')) {
                throw new AssertionError("'%c' became '%c'".formatted(text.charAt(i), c));
            }
        }
    }
}
