package org.amends.complaint;

import java.time.Instant;

/**
 * What every event of a case carries.
 *
 * @param at when it happened, UTC
 * @param actor who did it, as the audit log names them: {@code person:ID}, {@code token:ID}, {@code customer} or {@code amends}
 */
public record CaseHeader(Instant at, String actor) {

    /** The customer, through a mail, the form or the status page. */
    public static final String CUSTOMER = "customer";

    /** The product itself. */
    public static final String MACHINE = "amends";

    /** Whether a person of the company did it. */
    public boolean byPerson() {
        return actor.startsWith("person:");
    }
}
