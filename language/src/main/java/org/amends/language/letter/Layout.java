package org.amends.language.letter;

import java.util.List;
import org.amends.language.text.Language;

/**
 * A letter as it is laid out, whoever wrote it.
 *
 * @param templates the version and digest of the templates that it was written with; empty when a person wrote it
 * @param subject the line that a mail shows before it is opened
 */
public record Layout(Language language, String templates, String subject, List<Block> blocks) {

    public Layout {
        blocks = List.copyOf(blocks);
    }

    /** The layout of a letter. */
    public static Layout of(Letter letter) {
        return new Layout(letter.language(), letter.templates(), letter.subject(), letter.blocks());
    }
}
