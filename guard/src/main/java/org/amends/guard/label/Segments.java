package org.amends.guard.label;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Parts a list of ingredients into its items: at commas and their like, at brackets, colons and ends of sentences. Commas in numbers,
 * brackets around nothing but a share, and dots of abbreviations part nothing.
 */
final class Segments {

    /** Deeper nesting is read as if it were this deep. */
    private static final int DEEPEST = 12;

    private final String text;
    private final boolean linesPart;
    private final List<Segment> segments = new ArrayList<>();
    private final Deque<Integer> parents = new ArrayDeque<>();
    private int begun;
    private int sentence;

    private Segments(String text) {
        this.text = text;
        // A list may be printed one ingredient a line; where it has commas, the end of a line is only where the paper
        // ended.
        this.linesPart = text.indexOf(',') < 0 && text.indexOf(';') < 0;
    }

    static List<Segment> of(String text) {
        Segments parting = new Segments(text);
        parting.part();
        return parting.segments;
    }

    private void part() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int shareEnd = isOpening(c) ? endOfShare(i) : -1;
            if (shareEnd > 0) {
                i = shareEnd;
            } else if (isOpening(c)) {
                end(i, true);
                if (parents.size() < DEEPEST) {
                    parents.push(segments.size() - 1);
                }
            } else if (isClosing(c)) {
                end(i, false);
                if (!parents.isEmpty()) {
                    int ignored = parents.pop();
                }
            } else if (c == ':') {
                end(i, true);
            } else if (isEndOfSentence(i)) {
                end(i, false);
                sentence++;
            } else if (isSeparator(i)) {
                end(i, false);
            } else {
                i++;
                continue;
            }
            if (shareEnd <= 0) {
                begun = i + 1;
            }
            i++;
        }
        end(text.length(), false);
    }

    private void end(int to, boolean opens) {
        if (opens || !text.substring(begun, to).isBlank()) {
            int parent = parents.isEmpty() ? -1 : parents.peek();
            segments.add(new Segment(begun, to, parents.size(), parent, sentence, opens));
        }
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == ']' || c == '}';
    }

    /** Where a bracket holds but a number, such as (12 %): its closing bracket. -1 for others. */
    private int endOfShare(int opening) {
        boolean figure = false;
        for (int i = opening + 1; i < text.length() && i < opening + 16; i++) {
            char c = text.charAt(i);
            if (isClosing(c)) {
                return figure ? i : -1;
            }
            figure |= c >= '0' && c <= '9';
            if (Character.isLetter(c)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isSeparator(int i) {
        char c = text.charAt(i);
        return switch (c) {
            case ',' -> !(isFigure(i - 1) && isFigure(i + 1));
            case ';', '•', '·', '|', '/', '+', '&', '，', '、', '‣', '●', '=', '\t' -> true;
            case '-', '–', '—' -> isBlank(i - 1) && isBlank(i + 1);
            case '\n' -> linesPart || isBlankLine(i);
            default -> false;
        };
    }

    private boolean isBlankLine(int i) {
        return i + 1 < text.length() && text.charAt(i + 1) == '\n';
    }

    /** A dot before a space, unless it ends a letter or two, as in "vit. B" or "conc.": those go on in lower case. */
    private boolean isEndOfSentence(int i) {
        char c = text.charAt(i);
        if (c == '!' || c == '?' || c == '。') {
            return true;
        }
        if (c != '.' || (i + 1 < text.length() && !isBlank(i + 1) && !isClosing(text.charAt(i + 1)))) {
            return false;
        }
        int next = i + 1;
        while (next < text.length() && isBlank(next)) {
            next++;
        }
        return next >= text.length() || !Character.isLowerCase(text.charAt(next)) || letterBefore(i) > 5;
    }

    private int letterBefore(int i) {
        int count = 0;
        for (int at = i - 1; at >= 0 && Character.isLetter(text.charAt(at)); at--) {
            count++;
        }
        return count;
    }

    private boolean isFigure(int i) {
        return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private boolean isBlank(int i) {
        return i < 0 || i >= text.length() || Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00A0';
    }
}
