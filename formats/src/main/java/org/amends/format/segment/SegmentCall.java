package org.amends.format.segment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The calls of the Segment specification. */
public enum SegmentCall {
    TRACK,
    IDENTIFY,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS;

    /** The call of this name in lower case, or null when there is none. */
    public static @Nullable SegmentCall named(String name) {
        for (SegmentCall call : values()) {
            if (call.stableName().equals(name)) {
                return call;
            }
        }
        return null;
    }

    /** The name in the {@code type} of a call and in the path of its address. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
