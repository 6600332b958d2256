package org.amends.language.idea;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.WordTree;
import org.amends.language.text.Words;

/**
 * The thesaurus: which ideas a word names. What is learned of an idea in one language is known in all, so that a reader needs
 * fewer examples. Safe for use by many threads.
 */
public final class IdeaBook {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");
    private static final Pattern WORDS = Pattern.compile("  (en|fr|es|ru): (.+)");

    private final List<String> names;
    private final Map<Language, WordTree> trees = new EnumMap<>(Language.class);

    private IdeaBook(Gathered gathered) {
        names = List.copyOf(gathered.numbers.keySet());
        gathered.trees.forEach((language, tree) -> trees.put(language, tree.grown()));
    }

    /** The thesaurus that comes with Amends. */
    public static IdeaBook standard() {
        Gathered gathered = new Gathered();
        for (String name : lines("ideas.index")) {
            gathered.read(name, lines(name));
        }
        return new IdeaBook(gathered);
    }

    /**
     * The thesaurus of one text in the form of a file.
     *
     * @throws IllegalArgumentException if a line cannot be read; the message names it
     */
    public static IdeaBook of(String name, String text) {
        Gathered gathered = new Gathered();
        gathered.read(name, text.lines().toList());
        return new IdeaBook(gathered);
    }

    private static List<String> lines(String name) {
        InputStream stream = IdeaBook.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the file " + name + " of the thesaurus is missing from this build");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The names of the ideas that a word may name; empty for most words. */
    public List<String> of(Word word, Language language) {
        WordTree tree = trees.get(language);
        if (tree == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>(2);
        tree.find(word.form(), (idea, letters) -> found.add(names.get(idea)));
        return found;
    }

    /** What was read so far. */
    private static final class Gathered {

        /** By name, in the order of the numbers. */
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        private final Map<Language, WordTree.Growing> trees = new EnumMap<>(Language.class);

        private void read(String file, List<String> lines) {
            String idea = "";
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).stripTrailing();
                Matcher words = WORDS.matcher(line);
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (NAME.matcher(line).matches()) {
                    idea = line;
                } else if (words.matches() && !idea.isEmpty()) {
                    enter(idea, Language.of(words.group(1)).orElseThrow(), words.group(2));
                } else {
                    throw new IllegalArgumentException(
                            "%s, line %d: \"%s\" is neither the name of an idea nor two blanks, a language and its words"
                                    .formatted(file, i + 1, line));
                }
            }
        }

        private void enter(String idea, Language language, String words) {
            int number = numbers.computeIfAbsent(idea, any -> numbers.size());
            WordTree.Growing tree = trees.computeIfAbsent(language, any -> new WordTree.Growing());
            for (String word : words.strip().split(" ", -1)) {
                if (word.isEmpty()) {
                    continue;
                }
                boolean prefix = word.endsWith("*");
                for (Word one : Words.of(prefix ? word.substring(0, word.length() - 1) : word, language)) {
                    tree.add(one.form(), prefix, number);
                }
            }
        }
    }
}
