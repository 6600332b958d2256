package org.amends.server.relationship;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders in which relationships are listed; every one runs along an index. */
public enum RelationshipSort {
    /** Likeliest to end first. */
    RISK("leave_probability"),
    /** Most at stake first. */
    VALUE_AT_RISK("value_at_risk"),
    /** What is to be handled soonest first. */
    PRIORITY("priority"),
    /** Latest event first. */
    LAST_SEEN("last_seen"),
    /** By the company's own identifier, ascending. */
    CUSTOMER("customer");

    private final String stableName = name().toLowerCase(Locale.ROOT);
    private final String column;

    RelationshipSort(String column) {
        this.column = column;
    }

    /** The name in APIs and links, for example {@code value_at_risk}. */
    public String stableName() {
        return stableName;
    }

    String column() {
        return column;
    }

    /** The sort of this name, or null when there is none. */
    public static @Nullable RelationshipSort named(String name) {
        for (RelationshipSort sort : values()) {
            if (sort.stableName.equals(name)) {
                return sort;
            }
        }
        return null;
    }
}
