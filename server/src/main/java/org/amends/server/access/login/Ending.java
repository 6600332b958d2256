package org.amends.server.access.login;

import org.amends.server.access.Person;

/** Takes from a person what they sign in by. */
public final class Ending {

    private final Sessions sessions;
    private final Passkeys passkeys;

    Ending(Sessions sessions, Passkeys passkeys) {
        this.sessions = sessions;
        this.passkeys = passkeys;
    }

    /** Ends all their sessions at once; says how many there were. */
    public int sessions(Person person) {
        return sessions.endAll(person.id());
    }

    /** Removes all their passkeys. */
    public void passkeys(Person person) {
        passkeys.removeAll(person);
    }

    /** How many passkeys they have. */
    public int passkeysOf(Person person) {
        return passkeys.of(person).size();
    }
}
