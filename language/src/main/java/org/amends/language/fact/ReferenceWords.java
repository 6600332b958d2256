package org.amends.language.fact;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.Language;

/** Words that announce a reference: papers, affairs and things that have numbers. */
final class ReferenceWords {

    /** Read once for all that tell references from other numbers. */
    static final Map<String, Set<String>> LISTS = Lexicon.read("references.txt");

    private static final List<String> ENDS = List.of("s", "es", "no", "nr", "num", "id", "ref", "number");
    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_STEM = 12;
    private static final Map<Language, Set<String>> STEMS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            Set<String> stems = new HashSet<>();
            for (String word : Lexicon.list(LISTS, language.code())) {
                if (word.endsWith("*")) {
                    stems.add(word.substring(0, word.length() - 1));
                }
            }
            STEMS.put(language, stems);
        }
    }

    private ReferenceWords() {}

    /** Whether the word at a piece announces a reference. */
    static boolean announce(Tokens tokens, int i) {
        if (!tokens.word(i)) {
            return false;
        }
        String form = tokens.form(i);
        boolean account = form.equals("с") && tokens.is(i - 1, "/") && tokens.is(i - 2, "л");
        Set<String> words = Lexicon.list(LISTS, tokens.language().code());
        boolean told = (form.equals("id") && tokens.is(i - 1, "message"))
                || (form.equals("box") && tokens.is(i - 1, "po"))
                || (form.equals("ord") && !tokens.sign(i + 1, ".:#"));
        if (account
                || (words.contains(form) && !told)
                || words.contains(tokens.form(i - 1) + " " + form)
                || made(words, form, tokens.language())) {
            return true;
        }
        Set<String> stems = STEMS.getOrDefault(tokens.language(), Set.of());
        int longest = stems.isEmpty() ? 0 : Math.min(form.length(), LONGEST_STEM);
        for (int length = SHORTEST_STEM; length <= longest; length++) {
            if (stems.contains(form.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    /** "Requests", "policies", "orderno", "caseid": more than one of a word, or the word and that of its number in one. */
    private static boolean made(Set<String> words, String form, Language language) {
        if (language == Language.RUSSIAN || form.length() <= SHORTEST_STEM) {
            return false;
        }
        if (form.endsWith("ies") && words.contains(cut(form, 3) + "y")) {
            return true;
        }
        for (String end : ENDS) {
            if (form.endsWith(end)
                    && form.length() - end.length() >= SHORTEST_STEM
                    && words.contains(cut(form, end.length()))) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String form, int end) {
        return form.substring(0, form.length() - end);
    }
}
