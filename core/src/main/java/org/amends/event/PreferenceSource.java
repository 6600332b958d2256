package org.amends.event;

/** From whom the company knows a preference. */
public enum PreferenceSource {
    /** The customer told the company themselves. */
    CUSTOMER,
    /** Somebody of the company wrote down what the customer told them. */
    AGENT,
    /** It came from another system, which had it stated. */
    IMPORT,
    /** Nobody said so: purchases suggest it. It is never a fact. */
    PURCHASES
}
