package org.amends.guard.food;

/**
 * A word of a text.
 *
 * @param text as it is compared, see {@link Words}
 * @param start where it begins in the text
 * @param end where it ends, exclusively
 */
public record Word(String text, int start, int end) {}
