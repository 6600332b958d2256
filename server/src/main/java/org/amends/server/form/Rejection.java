package org.amends.server.form;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why an answer does not put it right, as the page offers it. */
public enum Rejection {
    /** What was asked for was not done. */
    NOT_PUT_RIGHT,
    /** Something was done, and it is not enough. */
    TOO_LITTLE,
    /** What the answer says is not what happened. */
    NOT_SO,
    /** What was promised did not come. */
    PROMISE_BROKEN,
    OTHER;

    /** The name in forms, texts and the log of the case. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All that are offered. */
    public static List<Rejection> offered() {
        return List.of(values());
    }

    /** The one of this name; null when there is none. */
    static @Nullable Rejection of(String name) {
        for (Rejection each : values()) {
            if (each.stableName().equals(name)) {
                return each;
            }
        }
        return null;
    }
}
