package org.amends.language.letter;

import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Whom the letter is for, and how this person is addressed.
 *
 * @param name the name in full, as the person writes it; the greeting uses it when the parts are not known
 * @param given the first name, or the name by which the person asked to be called
 * @param family the family name
 * @param patronymic the Russian patronymic, with which a formal Russian greeting is made
 * @param language the language in which the person is written to
 */
public record Customer(
        String name,
        @Nullable String given,
        @Nullable String family,
        @Nullable String patronymic,
        Gender gender,
        Title title,
        Language language,
        FormOfAddress address,
        Register register) {

    /** A formal letter never says tu or tú. */
    public Customer {
        if (register == Register.FORMAL && address == FormOfAddress.FAMILIAR) {
            throw new IllegalArgumentException(
                    "a formal letter cannot use the familiar form of address; maybe the register is plain.");
        }
    }

    /**
     * The same person, written to in another register.
     *
     * @throws IllegalArgumentException when it is the formal one and the person is addressed as tu or tú
     */
    public Customer in(Register other) {
        return new Customer(name, given, family, patronymic, gender, title, language, address, other);
    }
}
