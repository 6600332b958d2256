package org.amends.event;

/** What a complaint is for: redress of a loss, restoration of self-respect, both, or not known (Krapfel 1985). */
public enum Want {
    ECONOMIC,
    ESTEEM,
    BOTH,
    UNKNOWN
}
