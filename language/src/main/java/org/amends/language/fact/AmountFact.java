package org.amends.language.fact;

import java.math.BigDecimal;

/**
 * A sum of money that a text names.
 *
 * @param text as written
 * @param span where it stands
 * @param value how much, in whole units of the currency
 * @param currency the code of ISO 4217; a bare sign of dollars or pesos takes the country that the text shows
 */
public record AmountFact(String text, Span span, BigDecimal value, String currency) {}
