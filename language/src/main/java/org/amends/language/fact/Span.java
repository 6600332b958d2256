package org.amends.language.fact;

/**
 * Where something stands in a text.
 *
 * @param start its first character
 * @param end behind its last character
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span cannot go from " + start + " to " + end + ".");
        }
    }

    /** The words of the text that it covers. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
