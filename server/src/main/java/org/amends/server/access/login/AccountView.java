package org.amends.server.access.login;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amends.server.access.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of their own account.
 *
 * @param person who they are
 * @param hasPassword whether they can sign in by password
 * @param hasTotp whether they have an authenticator
 * @param codesLeft how many recovery codes are left
 * @param passkeysPossible whether a passkey can be made at this address
 * @param passkeys theirs
 * @param sessions theirs, the one last used first
 * @param here which of the sessions this is
 * @param told what was just done, the end of a text's key, or null
 * @param fault what was wrong with a new password, the end of a text's key, or null
 */
public record AccountView(
        Person person,
        boolean hasPassword,
        boolean hasTotp,
        int codesLeft,
        boolean passkeysPossible,
        List<Key> passkeys,
        List<Session> sessions,
        UUID here,
        @Nullable String told,
        @Nullable String fault) {

    /**
     * One passkey.
     *
     * @param id of the credential
     * @param label what its owner calls it
     * @param createdAt when it was made
     * @param lastUsedAt when somebody last signed in by it
     */
    public record Key(String id, String label, Instant createdAt, Instant lastUsedAt) {}
}
