package org.amends.guard.substitution;

/**
 * A product that might be sent.
 *
 * @param id by which the answer names it
 */
public record Candidate(String id, Product product) {}
