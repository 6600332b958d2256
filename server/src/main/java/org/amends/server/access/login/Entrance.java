package org.amends.server.access.login;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows on which somebody signs in.
 *
 * @param next where they are led afterwards
 * @param login what they typed as their name
 * @param trouble why they are not in yet, or null
 * @param seconds how many seconds to wait, where that is the trouble
 * @param provider what the identity provider is called, or null without one
 * @param passkeys whether a passkey can be used at this address
 */
public record Entrance(
        String next,
        String login,
        @Nullable Trouble trouble,
        long seconds,
        @Nullable String provider,
        boolean passkeys) {

    /** Why somebody is not in. */
    public enum Trouble {
        REFUSED,
        WAIT,
        LEFT,
        LINK,
        PROVIDER,
        NO_ROLE;

        /** As it is written in addresses and texts. */
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Trouble of(String tag) {
            for (Trouble trouble : values()) {
                if (trouble.tag().equals(tag)) {
                    return trouble;
                }
            }
            return null;
        }
    }
}
