package org.amends.relationship;

/** Where a relationship stands. */
public enum Standing {
    ACTIVE,
    /** The customer said that they leave. */
    LEAVING,
    /** The customer left. */
    LEFT,
    /** The company ended it decently. */
    PARTED,
    /** The person's data were erased. */
    ERASED
}
