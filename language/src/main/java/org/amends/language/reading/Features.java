package org.amends.language.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.amends.language.cue.CueBook;
import org.amends.language.cue.CueHit;
import org.amends.language.cue.Stance;
import org.amends.language.idea.IdeaBook;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.Words;
import org.amends.language.weighing.Feature;

/**
 * What a text has that may speak for an answer: the cues it gives and how its writer stands to them (the same in all
 * languages), its words and pairs of words, and how it is written.
 */
public final class Features {

    /** All words of a text together weigh as much as so many cues. */
    private static final double WORDS_WEIGH = 3.0;

    /** The same for ideas. */
    private static final double IDEAS_WEIGH = 3.0;

    /** Ideas that stand no further apart than this may belong together. */
    private static final int NEAR = 5;

    /** About so many names of words, and as many of ideas, does a word give. */
    private static final int NAMES_OF_WORD = 3;

    private final CueBook cues;
    private final IdeaBook ideas;
    private final Map<Language, Stems> stems = new EnumMap<>(Language.class);

    /** Features over these cues and ideas. */
    public Features(CueBook cues, IdeaBook ideas) {
        this.cues = cues;
        this.ideas = ideas;
        for (Language language : Language.values()) {
            stems.put(language, new Stems(language));
        }
    }

    /**
     * A text taken apart.
     *
     * @param text the text
     * @param language its language
     * @param words its words
     * @param hits the cues that it gives, in the order of the words
     * @param ideas by word, the ideas that it names
     * @param names what its words are called as features
     */
    public record Parts(
            String text,
            Language language,
            List<Word> words,
            List<CueHit> hits,
            List<List<String>> ideas,
            Names names) {}

    /** What the words of a text and the ideas that they name are called as features. */
    public static final class Names {
        private final Traits words;
        private final Traits ideas;

        private Names(int size) {
            words = new Traits(NAMES_OF_WORD * size);
            ideas = new Traits(NAMES_OF_WORD * size);
        }
    }

    /** Takes a text apart. */
    public Parts parts(String text, Language language) {
        List<Word> words = Words.of(text, language);
        List<List<String>> named = new ArrayList<>(words.size());
        for (Word word : words) {
            named.add(ideas.of(word, language));
        }
        Names names = new Names(words.size());
        addWords(words, language, names.words);
        addIdeas(words, named, names.ideas);
        return new Parts(text, language, words, cues.find(words, language), named, names);
    }

    /** What some of the words have: from the first to before the last. */
    public List<Feature> of(Parts parts, int from, int to) {
        List<Feature> features = new ArrayList<>();
        addCues(parts.hits(), from, to, features);
        parts.names().words.pick(from, to, WORDS_WEIGH, features);
        parts.names().ideas.pick(from, to, IDEAS_WEIGH, features);
        Style.add(parts, from, to, features);
        return features;
    }

    private static void addCues(List<CueHit> hits, int from, int to, List<Feature> features) {
        Set<String> seen = new HashSet<>();
        for (CueHit hit : hits) {
            if (hit.first() < from || hit.first() >= to) {
                continue;
            }
            String name = "cue:" + hit.cue().name() + suffix(hit.stance());
            if (seen.add(name)) {
                features.add(new Feature(name, 1, hit.first(), hit.last()));
            }
        }
    }

    private static String suffix(Stance stance) {
        return switch (stance) {
            case SAID -> "";
            case DENIED -> "/denied";
            case REPORTED -> "/reported";
            case CONDITIONAL -> "/if";
        };
    }

    private void addWords(List<Word> words, Language language, Traits traits) {
        Stems forms = Objects.requireNonNull(stems.get(language));
        String before = "";
        int sentence = -1;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Stems.Stem stem = Character.isDigit(word.form().charAt(0)) ? forms.figures() : forms.of(word.form());
            traits.add(stem.name(), i, i);
            if (!stem.beginning().isEmpty()) {
                traits.add(stem.beginning(), i, i);
            }
            if (word.sentence() == sentence) {
                traits.add(before + " " + stem.text(), i - 1, i);
            }
            before = stem.name();
            sentence = word.sentence();
        }
    }

    /** The ideas that are named, and pairs of them that stand near each other in a sentence. */
    private static void addIdeas(List<Word> words, List<List<String>> named, Traits traits) {
        for (int i = 0; i < words.size(); i++) {
            for (String idea : named.get(i)) {
                traits.add("idea:" + idea, i, i);
                for (int before = Math.max(0, i - NEAR); before < i; before++) {
                    if (words.get(before).sentence() == words.get(i).sentence()) {
                        addPairs(named.get(before), idea, before, i, traits);
                    }
                }
            }
        }
    }

    private static void addPairs(List<String> others, String idea, int before, int at, Traits traits) {
        for (String other : others) {
            boolean sorted = other.compareTo(idea) <= 0;
            traits.add("ideas:" + (sorted ? other + " " + idea : idea + " " + other), before, at);
        }
    }
}
