package org.amends.language.fact;

import java.math.BigDecimal;

/**
 * How long the writer has been a customer of the company addressed, as the text states it.
 *
 * @param years in years with at most two decimals; months are fractions of a year
 * @param text the words that say it
 * @param span where they stand
 */
public record Tenure(BigDecimal years, String text, Span span) {}
