package org.amends.language.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.amends.language.text.Language;

/** The people found so far, each once and in the fullest form of the name. */
final class People {

    /** Names beyond these are not compared with each other, so that no text makes the comparing long. */
    private static final int COMPARED = 200;

    private record Mention(List<String> words, int from, int end) {}

    private final Tokens tokens;
    private final boolean russian;
    private final List<Mention> mentions = new ArrayList<>();

    People(Tokens tokens) {
        this.tokens = tokens;
        this.russian = tokens.language() == Language.RUSSIAN;
    }

    void add(int from, int end) {
        if (mentions.size() >= COMPARED) {
            return;
        }
        List<String> words = new ArrayList<>();
        for (int i = from; i < end; i++) {
            if (tokens.capital(i)) {
                words.add(tokens.form(i));
            }
        }
        if (!words.isEmpty()) {
            mentions.add(new Mention(words, from, end));
        }
    }

    List<PersonName> merged() {
        mentions.sort(
                Comparator.comparingInt((Mention mention) -> -mention.words().size())
                        .thenComparingInt(mention -> -letters(mention))
                        .thenComparingInt(mention -> nominative(mention) ? 0 : 1)
                        .thenComparingInt(Mention::from));
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : mentions) {
            boolean known = false;
            for (Mention other : kept) {
                known |= covers(other, mention);
            }
            if (!known) {
                kept.add(mention);
            }
        }
        kept.sort(Comparator.comparingInt(Mention::from));
        List<PersonName> names = new ArrayList<>();
        for (Mention mention : kept) {
            names.add(new PersonName(
                    tokens.literal(mention.from(), mention.end()), tokens.span(mention.from(), mention.end())));
        }
        return names;
    }

    /** How many of its words are more than initials. */
    private static int letters(Mention mention) {
        int letters = 0;
        for (String word : mention.words()) {
            letters += word.length() > 1 ? 1 : 0;
        }
        return letters;
    }

    private static boolean nominative(Mention mention) {
        String first = mention.words().get(0);
        return first.equals(GivenNames.nominative(first));
    }

    /** Whether every word of a name is in a fuller one. */
    private boolean covers(Mention full, Mention mention) {
        for (String word : mention.words()) {
            boolean found = false;
            for (String other : full.words()) {
                found |= same(other, word);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private boolean same(String one, String other) {
        boolean initial = one.length() == 1 || other.length() == 1;
        if (initial) {
            return one.charAt(0) == other.charAt(0);
        }
        return russian ? RussianNames.sameWord(one, other) : one.equals(other);
    }
}
