package org.amends.server.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which the words stand out that caused a verdict.
 *
 * @param segments its parts, which joined give the text
 */
public record MarkedText(List<Segment> segments) {

    /** Evidence quotes the words of the label. */
    private static final Pattern QUOTED = Pattern.compile("“([^”]+)”");

    public MarkedText {
        segments = List.copyOf(segments);
    }

    /** A part of a text. */
    public record Segment(String text, boolean marked) {}

    /** The text with whatever these pieces of evidence quote marked in it, wherever it occurs as whole words. */
    static MarkedText of(String text, List<String> evidence) {
        boolean[] marked = new boolean[text.length()];
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() == text.length()) {
            for (String each : evidence) {
                Matcher quotes = QUOTED.matcher(each);
                while (quotes.find()) {
                    mark(lower, quotes.group(1).toLowerCase(Locale.ROOT), marked);
                }
            }
        }
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || marked[i] != marked[from]) {
                segments.add(new Segment(text.substring(from, i), marked[from]));
                from = i;
            }
        }
        return new MarkedText(segments);
    }

    private static void mark(String text, String words, boolean[] marked) {
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            for (int i = at; whole && i < end; i++) {
                marked[i] = true;
            }
        }
    }
}
