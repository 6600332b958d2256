package org.amends.language.fact;

/**
 * A person whom a text names.
 *
 * @param text the fullest form of the name in the text, inflected as written, without titles
 * @param span where that form stands
 */
public record PersonName(String text, Span span) {}
