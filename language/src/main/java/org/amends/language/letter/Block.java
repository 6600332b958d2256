package org.amends.language.letter;

import java.util.List;

/** A piece of a letter's text as it is laid out. */
public sealed interface Block {

    /** Sentences in a row. */
    record Paragraph(String text) implements Block {}

    /** Short lines under each other, as in a signature. */
    record Lines(List<String> lines) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** A list. */
    record Items(List<Item> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * One element of a list.
     *
     * @param lead what it is about, or empty
     * @param text its sentences
     */
    record Item(String lead, String text) {}
}
