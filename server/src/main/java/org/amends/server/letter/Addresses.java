package org.amends.server.letter;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** Addresses of mail. */
final class Addresses {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN =
            Pattern.compile("[^\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\@]+@[^\\s\\p{Cntrl}<>,;:\"()@]+");

    private Addresses() {}

    /** Whether mail can be sent there; one bare address, without a name. */
    static boolean valid(String address) {
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException wrong) {
            return false;
        }
    }
}
