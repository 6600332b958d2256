package org.amends.server.webhook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be told. */
public enum MessageType {
    /** Another way of breaking stands out, or none any more. */
    MODE_CHANGED,
    /** The probability of leaving has crossed a mark, up or down. */
    RISK_CROSSED,
    /** Somebody was failed and never said so. */
    SILENT_SUFFERER_FOUND,
    /** The company parted from a customer: no channel writes to them any more, least of all to win them back. */
    PARTED,
    /** They came back by themselves; what was suppressed is free again. */
    RETURNED,
    /** Something was sent to somebody who is to be left in peace. */
    PEACE_BROKEN,
    /** A test, sent when somebody asks for it. */
    PING,
    /** Three quarters or nine tenths of the time of a clock have passed, or all of it. */
    CLOCK_ALARM("case"),
    /** A promise falls due soon. */
    PROMISE_DUE_SOON("case"),
    /** A promise was not kept in time. */
    PROMISE_BROKEN("case");

    private final String stableName;

    MessageType() {
        this("relationship");
    }

    MessageType(String about) {
        this.stableName = "org.amends." + about + "." + name().toLowerCase(Locale.ROOT);
    }

    /** The CloudEvents type, for example {@code org.amends.relationship.mode_changed}. */
    public String stableName() {
        return stableName;
    }

    /** The type of this name, or null when there is none. */
    public static @Nullable MessageType named(String name) {
        for (MessageType type : values()) {
            if (type.stableName.equals(name)) {
                return type;
            }
        }
        return null;
    }
}
