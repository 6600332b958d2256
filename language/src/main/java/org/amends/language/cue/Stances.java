package org.amends.language.cue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.Language;
import org.amends.language.text.Word;

/** How the writer of a message stands to what is said at a word: by the words that stand before it in its sentence. */
final class Stances {

    /** How far a negation reaches, in words. */
    private static final int REACH_OF_NEGATION = 4;

    /** How far a report or a condition reaches. */
    private static final int REACH_OF_REPORT = 8;

    private static final Map<Language, Set<String>> NEGATIONS = byLanguage(
            Set.of("not", "no", "never", "without", "nor", "neither", "nobody", "none"),
            Set.of("ne", "n", "pas", "jamais", "sans", "aucun", "aucune", "ni"),
            Set.of("no", "nunca", "sin", "ni", "jamas", "tampoco"),
            Set.of("не", "нет", "ни", "без", "никогда"));

    private static final Map<Language, Set<String>> REPORTS = byLanguage(
            Set.of("said", "says", "told", "claimed", "claims", "according", "apparently", "suggested", "wrote"),
            Set.of("dit", "disait", "affirme", "pretend", "selon", "pretendu", "repondu"),
            Set.of("dijo", "dijeron", "dice", "dicen", "segun", "afirma", "aseguro", "contesto"),
            Set.of(
                    "сказал",
                    "сказала",
                    "сказали",
                    "говорит",
                    "говорят",
                    "якобы",
                    "утверждает",
                    "утверждают",
                    "заявил",
                    "заявила"));

    private static final Map<Language, Set<String>> CONDITIONS = byLanguage(
            Set.of("if", "unless", "otherwise", "whether"),
            Set.of("si", "sinon", "sauf", "autrement"),
            Set.of("si", "salvo", "caso", "sino"),
            Set.of("если", "иначе", "бы", "ли", "случае"));

    /** The second halves of French negations: where one begins what is said, "ne" before it is its first half, no denial. */
    private static final Set<String> FRENCH_HALVES =
            Set.of("pas", "plus", "jamais", "personne", "aucun", "aucune", "rien", "toujours", "meme");

    private static final Set<String> FRENCH_NE = Set.of("ne", "n");

    private final List<Word> words;
    private final Set<String> negations;
    private final Set<String> reports;
    private final Set<String> conditions;

    Stances(List<Word> words, Language language) {
        this.words = words;
        this.negations = NEGATIONS.getOrDefault(language, Set.of());
        this.reports = REPORTS.getOrDefault(language, Set.of());
        this.conditions = CONDITIONS.getOrDefault(language, Set.of());
    }

    private static Map<Language, Set<String>> byLanguage(
            Set<String> english, Set<String> french, Set<String> spanish, Set<String> russian) {
        Map<Language, Set<String>> map = new EnumMap<>(Language.class);
        map.put(Language.ENGLISH, english);
        map.put(Language.FRENCH, french);
        map.put(Language.SPANISH, spanish);
        map.put(Language.RUSSIAN, russian);
        return map;
    }

    /** How the writer stands to what begins at a word. */
    Stance of(int at) {
        int sentence = words.get(at).sentence();
        boolean reported = false;
        boolean conditional = false;
        boolean paused = words.get(at).afterPause();
        for (int back = 1; back <= REACH_OF_REPORT && at - back >= 0; back++) {
            Word word = words.get(at - back);
            if (word.sentence() != sentence) {
                break;
            }
            boolean isHalf = FRENCH_NE.contains(word.form()) && startsWithHalf(at);
            if (!paused && !isHalf && back <= REACH_OF_NEGATION && negations.contains(word.form())) {
                return Stance.DENIED;
            }
            reported |= reports.contains(word.form());
            conditional |= conditions.contains(word.form());
            paused |= word.afterPause();
        }
        if (reported) {
            return Stance.REPORTED;
        }
        return conditional ? Stance.CONDITIONAL : Stance.SAID;
    }

    private boolean startsWithHalf(int at) {
        for (int i = at; i < Math.min(at + 3, words.size()); i++) {
            if (FRENCH_HALVES.contains(words.get(i).form())) {
                return true;
            }
        }
        return false;
    }
}
