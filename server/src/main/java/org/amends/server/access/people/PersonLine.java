package org.amends.server.access.people;

import org.amends.server.access.Person;
import org.amends.server.access.person.Account;

/**
 * A person as the list of people shows them.
 *
 * @param person who
 * @param password whether they sign in by password
 * @param totp whether they have an authenticator
 * @param passkeys how many passkeys they have
 * @param enabled whether they may sign in
 */
public record PersonLine(Person person, boolean password, boolean totp, int passkeys, boolean enabled) {

    static PersonLine of(Account account, int passkeys) {
        return new PersonLine(
                account.person(),
                account.password() != null,
                account.totpSecret() != null,
                passkeys,
                account.enabled());
    }

    /** Whether they cannot sign in yet by anything of ours. */
    public boolean newcomer() {
        return !password && passkeys == 0;
    }
}
