package org.amends.language.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small words of languages: articles, pronouns, prepositions. A few of them tell a language at once. */
final class SmallWords {

    private static final String FILE = "small-words.txt";

    private final List<String> codes = new ArrayList<>();
    private final Map<String, List<Integer>> languages = new HashMap<>();

    private SmallWords() {}

    static SmallWords standard() {
        InputStream stream = SmallWords.class.getResourceAsStream(FILE);
        if (stream == null) {
            throw new IllegalStateException("the file " + FILE + " is missing from this build");
        }
        SmallWords words = new SmallWords();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(words::enter);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }

    private void enter(String line) {
        int colon = line.indexOf(':');
        codes.add(line.substring(0, colon));
        for (String word : line.substring(colon + 1).strip().split(" ", -1)) {
            List<Integer> of = languages.computeIfAbsent(word, any -> new ArrayList<>());
            if (!of.contains(codes.size() - 1)) {
                of.add(codes.size() - 1);
            }
        }
    }

    /** The codes of the languages whose words are known. */
    List<String> codes() {
        return codes;
    }

    /** How much the words of a text speak for each language: a word that several languages have counts less. */
    double[] scores(List<Word> words) {
        double[] scores = new double[codes.size()];
        for (Word word : words) {
            List<Integer> of = languages.getOrDefault(word.form(), List.of());
            for (int language : of) {
                scores[language] += 1.0 / of.size();
            }
        }
        return scores;
    }
}
