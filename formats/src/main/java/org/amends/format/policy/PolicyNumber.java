package org.amends.format.policy;

import org.amends.policy.Parameter;
import org.amends.policy.Unit;

/** How policies, their tables and messages write numbers: the shortest decimal that reads back to the same number. */
public final class PolicyNumber {

    private static final double EXACT = 1e15;

    private PolicyNumber() {}

    /** For example {@code 270} or {@code 0.35}; a whole number has no point. */
    public static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The unit in one word or two, for a message. */
    public static String unit(Parameter parameter) {
        return parameter.unit() == Unit.SHARE ? "share" : parameter.unit().text();
    }

    /** The range with its unit, for example {@code 30 to 3650 (days)}. */
    public static String range(Parameter parameter) {
        return "%s to %s (%s)".formatted(text(parameter.least()), text(parameter.most()), unit(parameter));
    }
}
