package org.amends.language.letter.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.amends.language.letter.Block;
import org.amends.language.letter.LetterPart;
import org.amends.language.letter.Person;
import org.amends.language.letter.Statement;
import org.amends.language.letter.Wording;
import org.amends.language.letter.template.Values;
import org.jspecify.annotations.Nullable;

/** A part of a letter while it is written. */
final class Draft {

    private final Speech speech;
    private final LetterPart.Kind kind;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Statement> stated = new ArrayList<>();
    private final StringBuilder sentences = new StringBuilder();

    Draft(Speech speech, LetterPart.Kind kind) {
        this.speech = speech;
        this.kind = kind;
    }

    Speech speech() {
        return speech;
    }

    /** Adds a sentence of the templates to the paragraph. */
    void say(String key) {
        say(key, values -> values);
    }

    /** Adds a sentence of the templates, with its values, to the paragraph. */
    void say(String key, UnaryOperator<Values> with) {
        add(speech.template(key).fill(with.apply(speech.values(stated))));
    }

    /** Adds a text of the case to the paragraph, if there is one. */
    void tell(@Nullable Wording wording, String place) {
        if (wording != null) {
            add(speech.text(wording, place));
            stated.add(new Statement(place, ""));
        }
    }

    /** Notes that the letter states something by other words than a variable of a sentence. */
    void state(String place, String value) {
        stated.add(new Statement(place, value));
    }

    /** Says who does something when it is another than the one who signs. */
    void owner(String key, @Nullable Person owner, String place) {
        if (owner != null) {
            say(key, values -> speech.person(values, owner, place));
        }
    }

    private void add(String text) {
        if (!sentences.isEmpty()) {
            sentences.append(' ');
        }
        sentences.append(text);
    }

    /** The sentences since the last paragraph, which they do not become. */
    String taken() {
        String text = sentences.toString();
        sentences.setLength(0);
        return text;
    }

    /** Ends the paragraph, if anything is in it. */
    void paragraph() {
        if (!sentences.isEmpty()) {
            blocks.add(new Block.Paragraph(taken()));
        }
    }

    void lines(List<String> lines) {
        paragraph();
        blocks.add(new Block.Lines(lines));
    }

    void items(List<Block.Item> items) {
        paragraph();
        if (!items.isEmpty()) {
            blocks.add(new Block.Items(items));
        }
    }

    /** The part, unless it says nothing. */
    Optional<LetterPart> part(boolean joined) {
        paragraph();
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new LetterPart(kind, joined, blocks, stated));
    }
}
