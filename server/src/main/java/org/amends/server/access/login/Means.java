package org.amends.server.access.login;

import java.util.Locale;

/** By what somebody proved who they are. */
public enum Means {
    /** A one-time link. */
    LINK,
    PASSWORD,
    /** A code of an authenticator. */
    TOTP,
    /** A code that stands in for the authenticator. */
    RECOVERY_CODE,
    PASSKEY,
    /** An identity provider. */
    OIDC;

    /** As it is kept and written in texts. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Means of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
