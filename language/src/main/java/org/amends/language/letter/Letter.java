package org.amends.language.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.amends.language.text.Language;

/**
 * A letter, in typed parts.
 *
 * @param subject the line that a mail shows before it is opened
 * @param templates the version and digest of the templates that it was written with
 */
public record Letter(
        LetterKind kind,
        String reference,
        Language language,
        String templates,
        String subject,
        List<LetterPart> parts) {

    public Letter {
        parts = List.copyOf(parts);
    }

    /** Everything that the letter states of its case. */
    public SortedSet<Statement> statements() {
        TreeSet<Statement> all = new TreeSet<>();
        parts.forEach(part -> all.addAll(part.statements()));
        return all;
    }

    /** The blocks of all parts as they are laid out: sentences that go on in a paragraph are in it. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (LetterPart part : parts) {
            int from = 0;
            if (part.joined()
                    && !blocks.isEmpty()
                    && blocks.getLast() instanceof Block.Paragraph(String before)
                    && part.blocks().getFirst() instanceof Block.Paragraph(String after)) {
                blocks.set(blocks.size() - 1, new Block.Paragraph(before + " " + after));
                from = 1;
            }
            blocks.addAll(part.blocks().subList(from, part.blocks().size()));
        }
        return blocks;
    }

    /** The letter as plain text: blocks parted by blank lines, one line a paragraph, a line break at the end. */
    public String text() {
        StringBuilder text = new StringBuilder(2_048);
        for (Block block : blocks()) {
            append(text.isEmpty() ? text : text.append('\n'), block);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Block block) {
        switch (block) {
            case Block.Paragraph(String sentences) -> text.append(sentences).append('\n');
            case Block.Lines(List<String> lines) ->
                lines.forEach(line -> text.append(line).append('\n'));
            case Block.Items(List<Block.Item> items) -> items.forEach(item -> append(text, item));
        }
    }

    private static void append(StringBuilder text, Block.Item item) {
        text.append("– ").append(item.lead());
        if (!item.lead().isEmpty() && !item.text().isEmpty()) {
            text.append(' ');
        }
        text.append(item.text()).append('\n');
    }
}
