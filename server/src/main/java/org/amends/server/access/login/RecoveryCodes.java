package org.amends.server.access.login;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.amends.server.access.Secret;

/** Words that stand in for the authenticator, once each: 120 random bits in six groups of four. */
final class RecoveryCodes {

    private static final int COUNT = 8;
    private static final int LETTERS = 24;
    private static final String GROUPS = "(.{4})(?=.)";

    private RecoveryCodes() {}

    static List<String> make() {
        return IntStream.range(0, COUNT)
                .mapToObj(number -> Secret.word(LETTERS).replaceAll(GROUPS, "$1-"))
                .toList();
    }

    /** What is kept of a code, however it was typed. */
    static String hash(String typed) {
        return Secret.hash(typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
    }
}
