package org.amends.language.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The way back from {@link Letter#text()}: the blocks of a letter that a person changed or wrote as plain text. */
public final class PlainText {

    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\h*(?:\\R\\h*)+");
    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern ITEM = Pattern.compile("^\\h*[–•*-]\\h+");

    private PlainText() {}

    /** The blocks of a text: parted by blank lines; lines that all begin with a dash are a list. */
    public static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String part : BLANK_LINES.split(text.strip(), -1)) {
            List<String> lines = LINE.splitAsStream(part)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (!lines.isEmpty()) {
                add(blocks, lines);
            }
        }
        return blocks;
    }

    /** A list may follow its lead without a blank line. */
    private static void add(List<Block> blocks, List<String> lines) {
        int from = 0;
        while (from < lines.size()) {
            boolean item = isItem(lines.get(from));
            int to = from;
            while (to < lines.size() && isItem(lines.get(to)) == item) {
                to++;
            }
            blocks.add(block(lines.subList(from, to), item));
            from = to;
        }
    }

    private static Block block(List<String> lines, boolean items) {
        if (items) {
            return new Block.Items(lines.stream()
                    .map(line -> new Block.Item("", ITEM.matcher(line).replaceFirst("")))
                    .toList());
        }
        return lines.size() == 1 ? new Block.Paragraph(lines.getFirst()) : new Block.Lines(lines);
    }

    private static boolean isItem(String line) {
        return ITEM.matcher(line).find();
    }
}
