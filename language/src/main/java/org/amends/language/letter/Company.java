package org.amends.language.letter;

import org.jspecify.annotations.Nullable;

/**
 * Who writes.
 *
 * @param name the company's name
 * @param signer the person who signs and stands for what the letter says
 */
public record Company(String name, Person signer, Contact contact) {

    /**
     * Where the signer can be reached; at least one of the three ways is given.
     *
     * @param hours when somebody answers the telephone, for example "Monday to Friday, 9 a.m. to 6 p.m."
     */
    public record Contact(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String web,
            @Nullable Wording hours) {

        /** Somebody who writes to a customer can be answered. */
        public Contact {
            if (email == null && phone == null && web == null) {
                throw new IllegalArgumentException("a contact needs an email, a phone or a web address.");
            }
        }
    }
}
