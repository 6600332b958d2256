package org.amends.event;

import org.jspecify.annotations.Nullable;

/** The unit interval, in which severities, scores and strengths are given. */
final class Unit {

    private Unit() {}

    /** @throws IllegalArgumentException when a value is given and is not within 0 and 1 */
    static void requireUnit(String name, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be between 0 and 1 but was %s.".formatted(name, value));
        }
    }
}
