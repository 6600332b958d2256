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
import org.amends.language.model.Feature;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.Words;

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

    /** Words of so many letters are often the same in English, French and Spanish. */
    private static final int SHARED_LETTERS = 5;

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
     */
    public record Parts(
            String text, Language language, List<Word> words, List<CueHit> hits, List<List<String>> ideas) {}

    /** Takes a text apart. */
    public Parts parts(String text, Language language) {
        List<Word> words = Words.of(text, language);
        List<List<String>> named =
                words.stream().map(word -> ideas.of(word, language)).toList();
        return new Parts(text, language, words, cues.find(words, language), named);
    }

    /** What some of the words have: from the first to before the last. */
    public List<Feature> of(Parts parts, int from, int to) {
        List<Feature> features = new ArrayList<>();
        addCues(parts.hits(), from, to, features);
        addWords(parts, from, to, features);
        addIdeas(parts, from, to, features);
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

    private void addWords(Parts parts, int from, int to, List<Feature> features) {
        Stems forms = Objects.requireNonNull(stems.get(parts.language()));
        String prefix = parts.language().code() + ":";
        Set<String> seen = new HashSet<>();
        List<Feature> found = new ArrayList<>();
        String before = "";
        int sentence = -1;
        for (int i = from; i < to; i++) {
            Word word = parts.words().get(i);
            String stem = Character.isDigit(word.form().charAt(0)) ? "#" : forms.of(word.form());
            add(prefix + stem, i, i, seen, found);
            if (parts.language() != Language.RUSSIAN && stem.length() >= SHARED_LETTERS) {
                add("lat:" + stem.substring(0, SHARED_LETTERS), i, i, seen, found);
            }
            if (word.sentence() == sentence) {
                add(prefix + before + " " + stem, i - 1, i, seen, found);
            }
            before = stem;
            sentence = word.sentence();
        }
        float value = (float) (WORDS_WEIGH / Math.sqrt(Math.max(1, found.size())));
        for (Feature feature : found) {
            features.add(new Feature(feature.name(), value, feature.first(), feature.last()));
        }
    }

    /** The ideas that are named, and pairs of them that stand near each other in a sentence. */
    private static void addIdeas(Parts parts, int from, int to, List<Feature> features) {
        Set<String> seen = new HashSet<>();
        List<Feature> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            for (String idea : parts.ideas().get(i)) {
                add("idea:" + idea, i, i, seen, found);
                for (int before = Math.max(from, i - NEAR); before < i; before++) {
                    addPairs(parts, before, i, idea, seen, found);
                }
            }
        }
        float value = (float) (IDEAS_WEIGH / Math.sqrt(Math.max(1, found.size())));
        for (Feature feature : found) {
            features.add(new Feature(feature.name(), value, feature.first(), feature.last()));
        }
    }

    private static void addPairs(Parts parts, int before, int at, String idea, Set<String> seen, List<Feature> found) {
        if (parts.words().get(before).sentence() != parts.words().get(at).sentence()) {
            return;
        }
        for (String other : parts.ideas().get(before)) {
            boolean sorted = other.compareTo(idea) <= 0;
            add("ideas:" + (sorted ? other + " " + idea : idea + " " + other), before, at, seen, found);
        }
    }

    private static void add(String name, int first, int last, Set<String> seen, List<Feature> found) {
        if (seen.add(name)) {
            found.add(new Feature(name, 1, first, last));
        }
    }
}
