package org.amends.complaint;

/** How far the handling of a complaint has come (ISO 10002:2018, clause 7), in its order. */
public enum Stage {
    /** It arrived and nobody has told the customer so (7.2). */
    RECEIVED,
    /** The customer was told that it arrived and what happens next (7.4). */
    ACKNOWLEDGED,
    /** A person has looked at what it says and how grave it is (7.5). */
    ASSESSED,
    /** What would justify a decision is being gathered (7.6). */
    INVESTIGATED,
    /** The customer has the company's answer (7.7, 7.8). */
    ANSWERED,
    /** Nothing is left to do (7.9). */
    CLOSED;

    /** The name in files, in the store and in the API. */
    public String stableName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
