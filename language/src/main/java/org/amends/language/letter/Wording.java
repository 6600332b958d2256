package org.amends.language.letter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.amends.language.text.Language;

/** The same thing said in one or more languages by the people who know the case; it is never translated by machine. */
public final class Wording {

    /** A text is laid out by the letter, not by line breaks of its own. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

    private final Map<Language, String> texts;

    /**
     * A wording in the given languages.
     *
     * @throws IllegalArgumentException when there is no text, or a text is blank
     */
    public Wording(Map<Language, String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a wording needs a text in at least one language.");
        }
        EnumMap<Language, String> copy = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("the text in %s is blank.".formatted(language.code()));
            }
            copy.put(language, LINE_BREAK.matcher(text.strip()).replaceAll(" "));
        });
        this.texts = copy;
    }

    /** A name that is the same in every language. */
    public static Wording same(String name) {
        EnumMap<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, name);
        }
        return new Wording(texts);
    }

    /** The text in a language, if it was given. */
    public Optional<String> in(Language language) {
        return Optional.ofNullable(texts.get(language));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wording wording && texts.equals(wording.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
