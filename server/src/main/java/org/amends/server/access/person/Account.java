package org.amends.server.access.person;

import java.time.Instant;
import org.amends.server.access.Person;
import org.jspecify.annotations.Nullable;

/**
 * A person with the means that they sign in by.
 *
 * @param person who it is
 * @param password its Argon2id hash, or null until one is set
 * @param totpSecret of the authenticator, base32, or null without one
 * @param totpPending a secret that becomes the authenticator's once a code of it was typed, or null
 * @param totpStep the time step whose code was taken last
 * @param createdAt when the person was added
 * @param disabledAt since when they may not sign in, or null
 */
public record Account(
        Person person,
        @Nullable String password,
        @Nullable String totpSecret,
        @Nullable String totpPending,
        long totpStep,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    /** Whether they may sign in. */
    public boolean enabled() {
        return disabledAt == null;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return person.actor();
    }
}
