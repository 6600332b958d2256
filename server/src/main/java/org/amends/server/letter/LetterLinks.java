package org.amends.server.letter;

import java.util.Set;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.LetterPurpose;
import org.amends.server.complaint.key.CaseKeys;
import org.amends.server.console.Texts;
import org.amends.story.Language;
import org.springframework.stereotype.Component;

/**
 * Adds to a mail the link with which its reader sees their case. It is made when the mail leaves and kept nowhere, so that nobody who
 * reads letters here can act for a customer; and it goes only where one person gets the mail.
 */
@Component
final class LetterLinks {

    private static final Set<LetterPurpose> WITHOUT = Set.of(LetterPurpose.THANK_YOU, LetterPurpose.FAREWELL);

    private final CaseKeys keys;

    LetterLinks(CaseKeys keys) {
        this.keys = keys;
    }

    /** The text of a letter as it leaves. */
    String text(KeptLetter letter) {
        String text = letter.content().text();
        boolean one =
                letter.envelope().to().size() == 1 && letter.envelope().copies().isEmpty();
        if (!one || WITHOUT.contains(letter.purpose())) {
            return text;
        }
        Language known = Language.of(letter.content().language());
        Texts texts = Texts.in(known == null ? Language.EN : known);
        return keys.link(letter.reference(), CaseHeader.MACHINE)
                .map(link -> text.stripTrailing() + "\n\n" + texts.text("form.letter.link") + "\n" + link + "\n")
                .orElse(text);
    }
}
