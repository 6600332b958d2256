package org.amends.language.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Joins the lines of {@code format=flowed} text (RFC 3676): a line that ends in a blank goes on in the next one. */
final class FlowedText {

    private FlowedText() {}

    static boolean is(HeaderValue type) {
        @Nullable String format = type.parameter("format");
        return format != null && format.strip().toLowerCase(Locale.ROOT).equals("flowed");
    }

    /**
     * The text with its paragraphs in one line each.
     *
     * @param deleteSpace whether the blank at the end of a line is only there to mark it ({@code DelSp=yes})
     */
    static String joined(String text, boolean deleteSpace) {
        StringBuilder joined = new StringBuilder(text.length());
        int flowingDepth = -1;
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            int depth = quotes(line);
            String content = line.substring(depth);
            boolean goesOn = flowingDepth == depth;
            if (!goesOn) {
                joined.append(first ? "" : "\n").append(line, 0, depth);
            }
            boolean stuffed = content.startsWith(" ") && (depth == 0 || goesOn);
            joined.append(stuffed ? content.substring(1) : content);
            boolean flows = content.endsWith(" ") && !content.equals("-- ");
            if (flows && deleteSpace) {
                joined.setLength(joined.length() - 1);
            }
            flowingDepth = flows ? depth : -1;
            first = false;
        }
        return joined.toString();
    }

    private static int quotes(String line) {
        int quotes = 0;
        while (quotes < line.length() && line.charAt(quotes) == '>') {
            quotes++;
        }
        return quotes;
    }
}
