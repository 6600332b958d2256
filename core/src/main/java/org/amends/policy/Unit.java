package org.amends.policy;

/** What a parameter is measured in. */
public enum Unit {
    DAYS("days"),
    YEARS("years"),
    LOGIT("logit"),
    SHARE("share, 0 to 1"),
    RATIO("ratio"),
    COUNT("count"),
    EXPONENT("exponent"),
    POINTS("points of priority"),
    MONEY("main unit of the currency");

    private final String text;

    Unit(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when the value is no share */
    static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be between 0 and 1 but was %s.".formatted(name, value));
        }
    }

    /** As written in policy files and documents. */
    public String text() {
        return text;
    }
}
