package org.amends.server.access;

import org.jspecify.annotations.Nullable;

/** A path of this console that a request asks to be led to afterwards. */
public final class OwnPath {

    private static final int LONGEST = 500;

    private OwnPath() {}

    /** The path, or {@code /} for whatever could lead to another site: {@code //host} and {@code /\host} name one. */
    public static String of(@Nullable String wanted) {
        if (wanted == null) {
            return "/";
        }
        boolean own = wanted.length() <= LONGEST
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().noneMatch(letter -> letter == '\\' || Character.isISOControl(letter));
        return own ? wanted : "/";
    }
}
