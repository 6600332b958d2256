package org.amends.recovery;

/** Something that must not be done, and why. */
public record Excluded(Exclusion what, PlanReason reason) {}
