package org.amends.relationship;

/** How many alternatives a customer has. */
public enum Substitutes {
    NONE,
    FEW,
    MANY
}
