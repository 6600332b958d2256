package org.amends.event;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of events, with the stable names by which files, APIs and stores know them. A name is never changed. */
public enum EventType {
    PURCHASE("purchase"),
    PURCHASE_CANCELLED("purchase_cancelled"),
    RETURN("return"),
    VISIT("visit"),
    ENGAGEMENT("engagement"),
    MEMBERSHIP_CHANGED("membership_changed"),
    ATTENTION_GIVEN("attention_given"),
    FAILURE("failure"),
    COMPLAINT("complaint"),
    CONTACT("contact"),
    REPLY_SENT("reply_sent"),
    REMEDY_GIVEN("remedy_given"),
    ISSUE_RESOLVED("issue_resolved"),
    PROMISE_MADE("promise_made"),
    PROMISE_KEPT("promise_kept"),
    PROMISE_BROKEN("promise_broken"),
    FEEDBACK("feedback"),
    COMPETITOR_SIGNAL("competitor_signal"),
    PREFERENCE_STATED("preference_stated"),
    PREFERENCE_WITHDRAWN("preference_withdrawn"),
    PREFERENCE_VIOLATED("preference_violated"),
    ADVOCACY("advocacy"),
    PUBLIC_CRITICISM("public_criticism"),
    DEPARTURE_ANNOUNCED("departure_announced"),
    DEPARTED("departed"),
    PARTED("parted"),
    RETURNED("returned"),
    ERASED("erased");

    private static final Map<String, EventType> BY_NAME = new HashMap<>();

    static {
        for (EventType type : values()) {
            BY_NAME.put(type.stableName, type);
        }
    }

    private final String stableName;

    EventType(String stableName) {
        this.stableName = stableName;
    }

    /** The name in files and APIs, for example {@code purchase_cancelled}. */
    public String stableName() {
        return stableName;
    }

    /** The type of this name, or null when there is none. */
    public static @Nullable EventType named(String name) {
        return BY_NAME.get(name);
    }

    /** The known name that differs from the given one by the fewest edits; for "did you mean". */
    public static EventType nearestTo(String name) {
        EventType nearest = PURCHASE;
        int fewest = Integer.MAX_VALUE;
        for (EventType type : values()) {
            int edits = Spelling.distance(name, type.stableName);
            if (edits < fewest) {
                fewest = edits;
                nearest = type;
            }
        }
        return nearest;
    }
}
