package org.amends.server.letter;

import java.util.Collection;
import java.util.Optional;
import org.amends.server.intake.SentMail;
import org.springframework.stereotype.Component;

/** Tells the intake which mails are ours, so that answers and returned mails find their case. */
@Component
final class ReturnedLetters implements SentMail {

    private final Letters letters;

    ReturnedLetters(Letters letters) {
        this.letters = letters;
    }

    @Override
    public Optional<String> caseOf(Collection<String> messageIds) {
        return letters.byMessageIds(messageIds).map(KeptLetter::reference);
    }

    @Override
    public Optional<String> cameBack(Collection<String> messageIds, String reason) {
        return letters.bounced(messageIds, reason).map(KeptLetter::reference);
    }
}
