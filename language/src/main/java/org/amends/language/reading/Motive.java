package org.amends.language.reading;

/** What the writer of a complaint wants: redress of a loss, restoration of self-respect, or both. */
public enum Motive {
    /** Paying or mending it silently would settle it. */
    ECONOMIC,
    /** A sincere apology without payment would settle it. */
    ESTEEM,
    /** Neither alone would settle it. */
    BOTH,
    /** No complaint. */
    NONE
}
