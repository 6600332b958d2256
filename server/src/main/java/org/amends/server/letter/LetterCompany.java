package org.amends.server.letter;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.amends.language.letter.Register;
import org.jspecify.annotations.Nullable;

/**
 * Who writes the letters of a brand.
 *
 * @param brand empty for brands that have no company of their own
 * @param company name, signer and contact, as JSON in the form of a letter's case
 * @param sender the address that mails come from
 * @param replyTo the address that answers go to, with the reference of the case behind a plus; null for the sender, without it
 * @param zone in which its days are counted
 * @param register how its letters sound
 * @param familiar whether customers are called tu and tú
 * @param acknowledges whether the arrival of a complaint is acknowledged without a person
 * @param answerDays within how many days an answer is announced where no clock says otherwise
 * @param remedyDays within how many days a remedy is announced that no promise dates
 * @param undoSeconds so long a letter that a person sent off can be taken back
 * @param regime the rules of complaints and the outside body, as JSON in the form of a letter's case, or null
 */
public record LetterCompany(
        String brand,
        String company,
        String sender,
        @Nullable String replyTo,
        ZoneId zone,
        Register register,
        boolean familiar,
        boolean acknowledges,
        int answerDays,
        int remedyDays,
        int undoSeconds,
        @Nullable String regime) {

    private static final int MOST_DAYS = 365;
    private static final int LONGEST_UNDO = 3_600;

    public LetterCompany {
        range("answer_days", answerDays, 1, MOST_DAYS);
        range("remedy_days", remedyDays, 0, MOST_DAYS);
        range("undo_seconds", undoSeconds, 0, LONGEST_UNDO);
        if (familiar && register == Register.FORMAL) {
            throw new IllegalArgumentException("a formal letter cannot be familiar.");
        }
        address("sender", sender);
        if (replyTo != null) {
            address("reply_to", replyTo);
        }
    }

    private static void range(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be %d to %d but was %d.".formatted(name, least, most, value));
        }
    }

    private static void address(String name, String address) {
        if (!Addresses.valid(address)) {
            throw new IllegalArgumentException("%s is no address of mail: \"%s\".".formatted(name, address));
        }
    }

    /** The zone of a name; that of UTC when there is none. */
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneId.of("UTC");
        }
    }

    /** The part of the sender's address behind the at. */
    String domain() {
        return sender.substring(sender.lastIndexOf('@') + 1);
    }
}
