package org.amends.server.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of a candidate that the guard asked about or blocked. */
enum SentOutcome {
    /** It was sent all the same, and nobody asked the customer. */
    SENT,
    /** The customer was asked and agreed; it was sent. */
    AGREED,
    /** The customer was asked and declined; it was not sent. */
    DECLINED,
    /** Another candidate was sent. */
    REPLACED,
    /** Nothing was sent instead. */
    CANCELLED;

    /** As it is written in requests and answers. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of this tag; null when there is none. */
    static @Nullable SentOutcome of(String tag) {
        return Arrays.stream(values())
                .filter(each -> each.tag().equals(tag))
                .findFirst()
                .orElse(null);
    }

    static String tags() {
        return Arrays.stream(values()).map(SentOutcome::tag).collect(Collectors.joining(", "));
    }
}
