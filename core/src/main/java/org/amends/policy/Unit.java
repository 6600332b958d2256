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

    /** As written in policy files and documents. */
    public String text() {
        return text;
    }
}
