package org.amends.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text in which dates can be marked up.
 *
 * @param segments in order
 */
public record Prose(List<Segment> segments) {

    /** Characters of the private use area carry a date through the words of a language; no word uses them. */
    private static final char OPEN = '\uE000';

    private static final char BETWEEN = '\uE001';
    private static final char CLOSE = '\uE002';

    /**
     * A piece of text.
     *
     * @param text as read
     * @param datetime the date it tells, in ISO 8601, or null where it tells none
     */
    public record Segment(String text, @Nullable String datetime) {}

    /** Copies the list. */
    public Prose {
        segments = List.copyOf(segments);
    }

    /** A date to be put into a sentence, to be found again by {@link #of}. */
    public static String dated(String told, Instant time) {
        return OPEN + Numerals.onDay(time).toString() + BETWEEN + told + CLOSE;
    }

    /** Text, with the dates that {@link #dated} put into it. */
    public static Prose of(String text) {
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int between = text.indexOf(BETWEEN, open);
            int close = text.indexOf(CLOSE, between);
            if (open > from) {
                segments.add(new Segment(text.substring(from, open), null));
            }
            segments.add(new Segment(text.substring(between + 1, close), text.substring(open + 1, between)));
            from = close + 1;
        }
        if (from < text.length()) {
            segments.add(new Segment(text.substring(from), null));
        }
        return new Prose(segments);
    }

    /** The text without its marks. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        segments.forEach(segment -> plain.append(segment.text()));
        return plain.toString();
    }

    /** An id as it can be shown: characters that have no shape, or that turn the text round, become visible. */
    public static String shownId(String id) {
        return id.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}]", "\uFFFD");
    }
}
