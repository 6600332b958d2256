package org.amends.server.access.people;

import java.time.Instant;
import org.amends.server.access.token.Token;

/**
 * A token as the list of tokens shows it.
 *
 * @param token what is kept of it
 * @param state {@code good}, {@code ending}, {@code expired} or {@code revoked}: the end of a text's key
 */
public record TokenLine(Token token, String state) {

    static TokenLine of(Token token, Instant now) {
        return new TokenLine(token, state(token, now));
    }

    private static String state(Token token, Instant now) {
        if (token.revokedAt() != null) {
            return "revoked";
        }
        if (!token.goodAt(now)) {
            return "expired";
        }
        return token.replacedBy() == null ? "good" : "ending";
    }

    /** The tone of the badge that tells the state. */
    public String tone() {
        return state.equals("good") ? "good" : state.equals("ending") ? "warn" : "quiet";
    }
}
