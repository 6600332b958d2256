package org.amends.server.casework;

import java.util.ArrayList;
import java.util.List;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.MessageFile;

/**
 * A message as the page shows it.
 *
 * @param id of the message
 * @param incoming whether the customer wrote it
 * @param who wrote it
 * @param iso when, in ISO 8601
 * @param time when, in words
 * @param language of the message
 * @param subject may be empty
 * @param parts of its new text, in their order
 * @param rest all of it where that is more than the new text, or empty
 * @param files that came with it
 */
public record SaidWords(
        String id,
        boolean incoming,
        String who,
        String iso,
        String time,
        String language,
        String subject,
        List<Part> parts,
        String rest,
        List<MessageFile> files) {

    /** A part of a text; marked where the machine's reading rests on it. */
    public record Part(String text, boolean marked) {}

    static SaidWords of(
            KeptMessage message, List<MessageFile> files, List<String> evidence, org.amends.story.Numerals numerals) {
        String fresh = compact(message.newText());
        String all = compact(message.text());
        String name = message.senderName().isBlank() ? message.senderAddress() : message.senderName();
        return new SaidWords(
                message.id().toString(),
                message.direction() == KeptMessage.Direction.IN,
                name == null ? "" : name,
                message.at().toString(),
                numerals.moment(message.at()),
                message.language(),
                message.subject(),
                marked(fresh.isEmpty() ? all : fresh, evidence),
                fresh.isEmpty() || fresh.length() == all.length() ? "" : all,
                files);
    }

    /** Quoted lines are blanks in the new text; three empty lines are no better than one. */
    private static String compact(String text) {
        return text.replaceAll("[ \\t]+(?=\\R|$)", "")
                .replaceAll("(\\R){3,}", "\n\n")
                .strip();
    }

    private static List<Part> marked(String text, List<String> evidence) {
        boolean[] marks = new boolean[text.length()];
        for (String words : evidence) {
            for (int at = text.indexOf(words); at >= 0 && !words.isEmpty(); at = text.indexOf(words, at + 1)) {
                java.util.Arrays.fill(marks, at, at + words.length(), true);
            }
        }
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= marks.length; i++) {
            if (i == marks.length || marks[i] != marks[from]) {
                parts.add(new Part(text.substring(from, i), marks[from]));
                from = i;
            }
        }
        return parts;
    }
}
