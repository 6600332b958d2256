package org.amends.event;

/** Where a customer stands in the company's loyalty programme. Companies map their own levels onto these three. */
public enum Tier {
    NONE,
    SILVER,
    GOLD
}
