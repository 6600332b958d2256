package org.amends.language.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.Words;

/** Word lists that belong to the program: lines of a name, a colon and words; what follows # is a comment. */
final class Lexicon {

    private Lexicon() {}

    /** The lists of a file beside this class, by name; words are folded as texts are. Lines of one name are joined. */
    static Map<String, Set<String>> read(String file) {
        Map<String, Set<String>> lists = new HashMap<>();
        for (String line : lines(file)) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.charAt(0) != '#') {
                Set<String> words =
                        lists.computeIfAbsent(line.substring(0, colon).strip(), name -> new HashSet<>());
                for (String word : line.substring(colon + 1).strip().split("[ ,]+", -1)) {
                    if (!word.isEmpty()) {
                        words.add(folded(word));
                    }
                }
            }
        }
        return lists;
    }

    /** The words of a list, or none. */
    static Set<String> list(Map<String, Set<String>> lists, String name) {
        return lists.getOrDefault(name, Set.of());
    }

    /** The words of a line, parted by spaces. */
    static Set<String> words(String line) {
        Set<String> words = new HashSet<>();
        for (String word : line.strip().split("\\s+", -1)) {
            words.add(folded(word));
        }
        return words;
    }

    /** A word as texts are compared; signs stay, an underscore stands for a space. */
    static String folded(String word) {
        StringBuilder form = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = Words.folded(word.charAt(i));
            form.append(c == 0 ? word.charAt(i) : c);
        }
        return form.toString().replace('_', ' ');
    }

    private static List<String> lines(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The word list " + file + " is missing from the program; build it anew.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The word list " + file + " cannot be read.", e);
        }
    }
}
