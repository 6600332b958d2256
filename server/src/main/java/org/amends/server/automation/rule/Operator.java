package org.amends.server.automation.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a condition asks for a field. */
public enum Operator {
    /** One of the words at least. */
    ANY_OF,
    /** None of them. */
    NONE_OF,
    /** Nothing is known or given. */
    EMPTY,
    NOT_EMPTY,
    AT_LEAST,
    AT_MOST,
    /** {@code yes} or {@code no}. */
    IS,
    /** One of the texts at least, whatever the case of letters. */
    CONTAINS;

    private static final List<String> NAMES =
            Arrays.stream(values()).map(Operator::stableName).toList();

    /** Whether it compares with something. */
    public boolean takesValues() {
        return this != EMPTY && this != NOT_EMPTY;
    }

    /** The name in requests and in the store. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> names() {
        return NAMES;
    }
}
