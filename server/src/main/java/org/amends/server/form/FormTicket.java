package org.amends.server.form;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.server.access.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Tells one form that was handed out from every other: when it was, and a random word. The same form sent twice is one complaint,
 * and one that is sent before anybody can have read it comes from a machine. It never grows too old: words that somebody took a day
 * to write are not thrown away.
 *
 * @param at when it was handed out
 * @param word of 130 random bits
 */
record FormTicket(Instant at, String word) {

    private static final int LETTERS = 26;
    private static final Duration QUICKEST = Duration.ofSeconds(3);
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{10,15})\\.([a-z2-7]{26})");

    /** One for a form that is handed out now. */
    static FormTicket at(Instant now) {
        return new FormTicket(now, Secret.word(LETTERS));
    }

    /** As it came back; null when it is none. */
    static @Nullable FormTicket read(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? new FormTicket(Instant.ofEpochMilli(Long.parseLong(written.group(1))), written.group(2))
                : null;
    }

    /** As it goes into the form. */
    String text() {
        return at.toEpochMilli() + "." + word;
    }

    /** Whether it came back quicker than a person can read. */
    boolean tooQuick(Instant now) {
        return now.isBefore(at.plus(QUICKEST));
    }
}
