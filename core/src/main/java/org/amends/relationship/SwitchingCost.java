package org.amends.relationship;

/** What leaving costs a customer. */
public enum SwitchingCost {
    LOW,
    HIGH
}
