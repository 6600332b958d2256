package org.amends.language.cue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amends.language.text.Language;

/**
 * Reads a pattern of words. Words follow one another; {@code wor*} is any word that begins so; {@code (a|b c)} one of several;
 * {@code [a|b]} the same or nothing; {@code ...} up to four words; {@code #} a number; {@code ^} and {@code $} the beginning
 * and the end of the sentence; {@code <name>} a part defined above.
 */
final class PhraseReader {

    /** Deeper nesting than people write would only serve to fill the stack. */
    private static final int DEEPEST = 20;

    private final String pattern;
    private final Language language;
    private final Map<String, Phrase> defined;
    private final PlainWords plainWords;
    private int at;
    private int depth;

    private PhraseReader(String pattern, Language language, Map<String, Phrase> defined, PlainWords plainWords) {
        this.pattern = pattern;
        this.language = language;
        this.defined = defined;
        this.plainWords = plainWords;
    }

    /**
     * Reads a pattern.
     *
     * @param defined the parts that may be named in it
     * @param plainWords the words that were read before
     * @throws IllegalArgumentException if it cannot be read; the message says why
     */
    static Phrase read(String pattern, Language language, Map<String, Phrase> defined, PlainWords plainWords) {
        PhraseReader reader = new PhraseReader(pattern, language, defined, plainWords);
        Phrase phrase = reader.choices(false);
        if (reader.at < pattern.length()) {
            throw new IllegalArgumentException("there is a \"" + pattern.charAt(reader.at) + "\" too many");
        }
        return phrase;
    }

    private Phrase choices(boolean optional) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("brackets stand more than " + DEEPEST + " deep");
        }
        List<Phrase> choices = new ArrayList<>();
        choices.add(row());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            choices.add(row());
        }
        depth--;
        List<Phrase> joined = joined(choices);
        return joined.size() == 1 && !optional ? joined.getFirst() : new Phrase.OneOf(joined, optional);
    }

    /** The same choices, all single words of them as one. */
    private static List<Phrase> joined(List<Phrase> choices) {
        List<Phrase> joined = new ArrayList<>();
        List<Phrase.Single> words = new ArrayList<>();
        for (Phrase choice : choices) {
            if (choice instanceof Phrase.Single word) {
                words.add(word);
            } else {
                joined.add(choice);
            }
        }
        if (words.size() == 1) {
            joined.add(words.getFirst());
        } else if (!words.isEmpty()) {
            joined.addFirst(Phrase.AnyOf.of(words));
        }
        return List.copyOf(joined);
    }

    private Phrase row() {
        List<Phrase> parts = new ArrayList<>();
        while (at < pattern.length() && "|)]".indexOf(pattern.charAt(at)) < 0) {
            if (Character.isWhitespace(pattern.charAt(at))) {
                at++;
            } else {
                part(parts);
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("something is missing at character " + (at + 1));
        }
        return parts.size() == 1 ? parts.getFirst() : new Phrase.Row(List.copyOf(parts));
    }

    private void part(List<Phrase> parts) {
        switch (pattern.charAt(at)) {
            case '(' -> parts.add(bracket(')', false));
            case '[' -> parts.add(bracket(']', true));
            case '<' -> parts.add(named());
            case '#' -> parts.add(sign(new Phrase.Figures()));
            case '^' -> parts.add(sign(new Phrase.Edge(true)));
            case '$' -> parts.add(sign(new Phrase.Edge(false)));
            default -> plain(parts);
        }
    }

    private Phrase sign(Phrase phrase) {
        at++;
        return phrase;
    }

    private Phrase bracket(char close, boolean optional) {
        at++;
        Phrase phrase = choices(optional);
        if (at >= pattern.length() || pattern.charAt(at) != close) {
            throw new IllegalArgumentException("a \"" + close + "\" is missing");
        }
        at++;
        return phrase;
    }

    private Phrase named() {
        int end = pattern.indexOf('>', at);
        if (end < 0) {
            throw new IllegalArgumentException("a \">\" is missing");
        }
        String name = pattern.substring(at + 1, end);
        at = end + 1;
        Phrase phrase = defined.get(name);
        if (phrase == null) {
            throw new IllegalArgumentException(
                    "<" + name + "> is not defined above for " + language.code() + "; maybe define it first");
        }
        return phrase;
    }

    /** Words as they would stand in a message, or three points. */
    private void plain(List<Phrase> parts) {
        if (pattern.startsWith("...", at)) {
            at += 3;
            parts.add(new Phrase.Gap());
            return;
        }
        int from = at;
        while (at < pattern.length()
                && !Character.isWhitespace(pattern.charAt(at))
                && "|()[]<>#^$*".indexOf(pattern.charAt(at)) < 0
                && !pattern.startsWith("...", at)) {
            at++;
        }
        boolean prefix = at < pattern.length() && pattern.charAt(at) == '*';
        List<Phrase> words = plainWords.of(pattern.substring(from, at), prefix, language);
        if (words.isEmpty() && prefix) {
            throw new IllegalArgumentException("a \"*\" needs letters before it");
        }
        if (prefix) {
            at++;
        }
        parts.addAll(words);
        if (from == at) {
            throw new IllegalArgumentException("\"" + pattern.charAt(at) + "\" cannot stand here");
        }
    }
}
