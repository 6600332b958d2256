package org.amends.server.letter;

import java.util.List;
import java.util.Locale;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why something may not be done to a letter as it stands. */
final class LetterRefusals {

    private LetterRefusals() {}

    /** The letter, when it may be changed and sent off. */
    static KeptLetter open(KeptLetter letter, @Nullable Integer version) {
        if (!letter.standing().open()) {
            throw conflict("letter-gone", "The letter cannot be changed or sent off: it is " + word(letter) + ".");
        }
        if (version != null && version != letter.version()) {
            throw conflict("letter-changed", "Somebody changed the letter meanwhile; look at it again.")
                    .with("version", letter.version());
        }
        return letter;
    }

    /** How it stands, in words. */
    static String word(KeptLetter letter) {
        return letter.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A refusal. */
    static Problem conflict(String kind, String detail) {
        return new Problem(HttpStatus.CONFLICT, kind, "The letter does not allow it", detail);
    }

    /** The letter, when nobody knows whether it left. */
    static KeptLetter doubtful(KeptLetter letter) {
        if (letter.standing() != LetterStanding.DOUBTFUL) {
            throw conflict("letter-not-doubtful", "Nothing is in doubt: the letter is " + word(letter) + ".");
        }
        return letter;
    }

    /** Refuses what nobody asked for where the customer is to be left in peace. */
    static void checkWanted(KeptLetter letter, Complaint complaint, boolean peace) {
        if (peace && unasked(letter.purpose(), complaint)) {
            throw conflict("letter-unwanted", "The company parted from this customer and leaves them in peace.")
                    .with("remedy", "Only they can come back; what they write is answered as before.");
        }
    }

    /** Whether the customer waits for no such letter. A case that goes on after the parting is one on which they wrote. */
    static boolean unasked(LetterPurpose purpose, Complaint complaint) {
        return switch (purpose) {
            case PROACTIVE_CONTACT, PROCESS_FIX_REPORT, THANK_YOU -> true;
            case MESSAGE -> !complaint.open() && complaint.outcome() == CaseOutcome.PARTED;
            case ACKNOWLEDGEMENT, HOLDING_REPLY, FINAL_RESPONSE, DOUBLE_DEVIATION_APOLOGY, REFUSAL, FAREWELL -> false;
        };
    }

    /** Refuses a letter that must not leave as it is. */
    static void checkReady(KeptLetter letter) {
        if (letter.envelope().to().isEmpty()) {
            throw conflict("letter-without-address", "Nobody gets the letter: no address is known.")
                    .with("remedy", "Write the address of the customer into \"to\".");
        }
        List<LetterFinding> errors =
                letter.findings().stream().filter(LetterFinding::forbids).toList();
        if (!errors.isEmpty()) {
            throw conflict(
                            "letter-not-sendable",
                            "The letter must not leave: " + errors.getFirst().why())
                    .with("findings", errors);
        }
        if (letter.content().text().isBlank() || letter.content().subject().isBlank()) {
            throw conflict("letter-not-sendable", "The letter says nothing.");
        }
    }
}
