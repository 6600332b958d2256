package org.amends.language.letter.template;

import java.util.Locale;
import java.util.Optional;
import org.amends.language.letter.Customer;
import org.amends.language.letter.FormOfAddress;
import org.amends.language.letter.Register;

/** How a sentence sounds: its register together with its form of address. */
public enum Voice {
    FORMAL,
    PLAIN,
    /** Plain, with tu and tú. */
    FAMILIAR;

    /** The voice in which a customer is written to. */
    public static Voice of(Customer customer) {
        if (customer.register() == Register.FORMAL) {
            return FORMAL;
        }
        return customer.address() == FormOfAddress.FAMILIAR ? FAMILIAR : PLAIN;
    }

    /** The voice of a name in a file. */
    static Optional<Voice> named(String name) {
        for (Voice voice : values()) {
            if (voice.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(voice);
            }
        }
        return Optional.empty();
    }
}
