package org.amends.language.reading;

import java.util.List;
import org.amends.language.text.Word;
import org.amends.language.text.Words;
import org.amends.language.weighing.Feature;

/** How a text is written, apart from what it says. */
final class Style {

    private static final int SHOUTED_WORDS = 3;
    private static final int MANY = 3;
    private static final int VERY_SHORT = 12;
    private static final int SHORT = 25;
    private static final int LONG = 80;
    private static final int VERY_LONG = 160;

    private Style() {}

    static void add(Features.Parts parts, int from, int to, List<Feature> features) {
        if (from >= to) {
            return;
        }
        List<Word> words = parts.words().subList(from, to);
        String text = parts.text();
        int end = to < parts.words().size() ? parts.words().get(to).start() : text.length();
        int begin = words.getFirst().start();
        int exclamations = 0;
        int questions = 0;
        int masks = 0;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            exclamations += c == '!' ? 1 : 0;
            questions += c == '?' ? 1 : 0;
            masks += c == '*' ? 1 : 0;
        }
        mark("exclaims", exclamations >= 1, features);
        mark("exclaims much", exclamations >= MANY, features);
        mark("asks", questions >= 1, features);
        mark("asks much", questions >= MANY, features);
        mark("ends with a question", text.substring(begin, end).stripTrailing().endsWith("?"), features);
        mark("shouts", shouted(text, words) >= SHOUTED_WORDS, features);
        mark("masks a curse", masks >= 2, features);
        mark("very short", words.size() < VERY_SHORT, features);
        mark("short", words.size() < SHORT, features);
        mark("long", words.size() > LONG, features);
        mark("very long", words.size() > VERY_LONG, features);
        mark("names a page", words.stream().anyMatch(word -> word.form().equals(Words.PAGE)), features);
    }

    private static void mark(String name, boolean present, List<Feature> features) {
        if (present) {
            features.add(new Feature("style:" + name, 1, -1, -1));
        }
    }

    private static int shouted(String text, List<Word> words) {
        int shouted = 0;
        for (Word word : words) {
            if (word.end() - word.start() > 3 && isShouted(text, word)) {
                shouted++;
            }
        }
        return shouted;
    }

    private static boolean isShouted(String text, Word word) {
        for (int i = word.start(); i < word.end(); i++) {
            if (!Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
