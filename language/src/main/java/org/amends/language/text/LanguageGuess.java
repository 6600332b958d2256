package org.amends.language.text;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out in which language a text is written. Texts in Cyrillic letters are told apart by the letters that only one language
 * has, others by their small words and, where these leave doubt, by Lingua. Safe for use by many threads.
 */
public final class LanguageGuess {

    /** More text does not make the answer surer. */
    private static final int ENOUGH = 400;

    /** Letters of neighbours of Russian, which Russian does not have. */
    private static final String NOT_RUSSIAN = "іїєґўәғқңөұүһ";

    /** From this share of such letters on it is a neighbour: a Russian text may name a street of Almaty. */
    private static final double NEIGHBOUR = 0.02;

    /** So much must speak for a language, and so many times more than for the next, before Lingua need not be asked. */
    private static final double LEAST_SCORE = 1.5;

    private static final double LEAD = 1.6;

    /** How often the two ways are right when they agree, and when they do not, on the corpus. */
    private static final double AGREED = 0.97;

    private static final double DISAGREED = 0.6;

    private static final SmallWords SMALL_WORDS = SmallWords.standard();

    private static final LanguageDetector DETECTOR = LanguageDetectorBuilder.fromLanguages(
                    com.github.pemistahl.lingua.api.Language.ENGLISH,
                    com.github.pemistahl.lingua.api.Language.FRENCH,
                    com.github.pemistahl.lingua.api.Language.SPANISH,
                    com.github.pemistahl.lingua.api.Language.GERMAN,
                    com.github.pemistahl.lingua.api.Language.ITALIAN,
                    com.github.pemistahl.lingua.api.Language.PORTUGUESE,
                    com.github.pemistahl.lingua.api.Language.DUTCH)
            .withLowAccuracyMode()
            .build();

    private LanguageGuess() {}

    /**
     * What was found.
     *
     * @param code the code of ISO 639-1, or "und" where a text has no words
     * @param confidence how sure that is, 0..1
     */
    public record Guess(String code, double confidence) {

        /** The language, if it is one that is read. */
        public Optional<Language> language() {
            return Language.of(code);
        }
    }

    /** The language of a text. */
    public static Guess of(String text) {
        int latin = 0;
        int cyrillic = 0;
        int neighbour = 0;
        int end = Math.min(text.length(), ENOUGH);
        for (int i = 0; i < end; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (c >= 'Ѐ' && c <= 'ӿ') {
                cyrillic++;
                neighbour += NOT_RUSSIAN.indexOf(c) >= 0 ? 1 : 0;
            } else if (Character.isLetter(c)) {
                latin++;
            }
        }
        if (latin + cyrillic == 0) {
            return new Guess("und", 0);
        }
        if (cyrillic >= latin) {
            double share = neighbour / (double) cyrillic;
            return share > NEIGHBOUR ? new Guess("und", share) : new Guess("ru", 1 - share / NEIGHBOUR / 2);
        }
        return ofLatin(text.substring(0, end));
    }

    private static Guess ofLatin(String text) {
        double[] scores = SMALL_WORDS.scores(Words.of(text, Language.FRENCH));
        int best = 0;
        double second = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                second = scores[best];
                best = i;
            } else {
                second = Math.max(second, scores[i]);
            }
        }
        if (scores[best] >= LEAST_SCORE && scores[best] >= LEAD * second) {
            return new Guess(SMALL_WORDS.codes().get(best), (scores[best] + 1) / (scores[best] + second + 1));
        }
        return ofLingua(text, scores[best] > second ? SMALL_WORDS.codes().get(best) : "");
    }

    /** What Lingua says; where it names a language that is not read, one that is and whose small words stand there is likelier. */
    private static Guess ofLingua(String text, String bySmallWords) {
        String code =
                DETECTOR.detectLanguageOf(text).getIsoCode639_1().toString().toLowerCase(Locale.ROOT);
        if (code.equals(bySmallWords)) {
            return new Guess(code, AGREED);
        }
        boolean isRead = Language.of(code).isPresent();
        return !isRead && Language.of(bySmallWords).isPresent()
                ? new Guess(bySmallWords, DISAGREED)
                : new Guess(code.equals("none") ? "und" : code, DISAGREED);
    }
}
