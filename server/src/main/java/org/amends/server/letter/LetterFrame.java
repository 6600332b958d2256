package org.amends.server.letter;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amends.complaint.Complaint;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterPart;

/** What every mail of a case has in common: a subject that names the case, and for a message between stages greeting and signature. */
final class LetterFrame {

    private static final int LONGEST = 150;
    private static final Set<LetterPart.Kind> FRAME =
            EnumSet.of(LetterPart.Kind.HEADING, LetterPart.Kind.GREETING, LetterPart.Kind.SIGNATURE);

    private LetterFrame() {}

    /** The subject of the answer to what the customer wrote. */
    static String subject(Complaint complaint) {
        String was = complaint.subject().strip().replaceAll("\\p{Cntrl}+", " ");
        String bare = was.replaceFirst("(?iu)^((re|aw|sv|rép|réf|отв|ответ)\\s*:\\s*)+", "");
        String shortened = bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
        return named(shortened.isBlank() ? "" : "Re: " + shortened, complaint.reference());
    }

    /** The subject with the reference, by which answers are put to the case where mail programs drop the headers. */
    static String named(String subject, String reference) {
        if (subject.toUpperCase(Locale.ROOT).contains(reference)) {
            return subject;
        }
        return subject.isBlank() ? "[%s]".formatted(reference) : "%s [%s]".formatted(subject, reference);
    }

    /** A letter without its middle, which a person writes. */
    static String text(Letter letter) {
        List<LetterPart> frame = letter.parts().stream()
                .filter(part -> FRAME.contains(part.kind()))
                .toList();
        return new Letter(
                        letter.kind(),
                        letter.reference(),
                        letter.language(),
                        letter.templates(),
                        letter.subject(),
                        frame)
                .text();
    }
}
