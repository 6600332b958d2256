package org.amends.insight.base;

import java.util.Locale;

/** The unit in which a model counts time. */
public enum TimeUnit {
    DAY(1),
    WEEK(7),
    /** A twelfth of a year. */
    MONTH(30.4375),
    /** A Julian year. */
    YEAR(365.25);

    private final double days;

    TimeUnit(double days) {
        this.days = days;
    }

    /** Its length in days. */
    public double days() {
        return days;
    }

    /** The name a person types. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
