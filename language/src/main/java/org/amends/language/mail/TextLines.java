package org.amends.language.mail;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text, and which of them, or from which place in them on, are dropped. */
final class TextLines {

    private final String text;
    private final List<int[]> places = new ArrayList<>();
    private final int[] keptUntil;
    private boolean changed;

    private TextLines(String text) {
        this.text = text;
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            places.add(new int[] {from, end});
            from = end + 1;
        }
        keptUntil = new int[places.size()];
        for (int i = 0; i < keptUntil.length; i++) {
            keptUntil[i] = places.get(i)[1];
        }
    }

    static TextLines of(String text) {
        return new TextLines(text);
    }

    int count() {
        return places.size();
    }

    /** A line without its line break and its outer blanks. */
    String line(int number) {
        int[] place = places.get(number);
        return text.substring(place[0], place[1]).strip();
    }

    /** A line as it stands, without its line break. */
    String whole(int number) {
        int[] place = places.get(number);
        return text.substring(place[0], place[1]);
    }

    boolean blank(int number) {
        int[] place = places.get(number);
        for (int i = place[0]; i < place[1]; i++) {
            if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '\u00A0') {
                return false;
            }
        }
        return true;
    }

    /** Whether all of a line is dropped. */
    boolean dropped(int number) {
        return keptUntil[number] == places.get(number)[0] && !blank(number);
    }

    void drop(int from, int to) {
        for (int i = from; i < to; i++) {
            dropRest(i, 0);
        }
    }

    /** Drops what stands in a line from a place in it on. */
    void dropRest(int number, int place) {
        int[] line = places.get(number);
        keptUntil[number] = Math.min(keptUntil[number], line[0] + place);
        changed = true;
    }

    boolean changed() {
        return changed;
    }

    /** The text with blanks in place of what is dropped. */
    String blanked() {
        StringBuilder blanked = new StringBuilder(text);
        for (int i = 0; i < keptUntil.length; i++) {
            for (int place = keptUntil[i]; place < places.get(i)[1]; place++) {
                if (text.charAt(place) != '\r') {
                    blanked.setCharAt(place, ' ');
                }
            }
        }
        return blanked.toString();
    }
}
