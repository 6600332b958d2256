package org.amends.language.fact;

/**
 * Some pieces of a text in a row.
 *
 * @param from the first
 * @param end the one behind the last
 */
record Stretch(int from, int end) {}
