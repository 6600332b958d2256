package org.amends.language.fact;

import java.math.BigDecimal;

/**
 * A number read from a text.
 *
 * @param value how many
 * @param end the piece behind its last one
 * @param worded whether it is written in words
 */
record Quantity(BigDecimal value, int end, boolean worded) {}
