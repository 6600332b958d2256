package org.amends.language.reading;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.amends.language.text.Language;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/** What the forms of a word have in common. Remembers what it found, up to a bound. Safe for use by many threads. */
final class Stems {

    /** Stems remembered; the usual words of a language fit many times over. */
    private static final int MOST_REMEMBERED = 60_000;

    private static final int LONGEST = 40;

    /** Words of so many letters are often the same in English, French and Spanish. */
    private static final int SHARED_LETTERS = 5;

    /**
     * What the forms of a word have in common.
     *
     * @param text the stem
     * @param name what it is called as a feature
     * @param beginning what its beginning is called, for words that languages share; empty if there is none
     */
    record Stem(String text, String name, String beginning) {}

    private final Language language;
    private final Stem figures;
    private final Map<String, Stem> remembered = new ConcurrentHashMap<>();
    private final ThreadLocal<SnowballStemmer> stemmer;

    Stems(Language language) {
        this.language = language;
        this.figures = named("#");
        this.stemmer = ThreadLocal.withInitial(() -> switch (language) {
            case ENGLISH -> new EnglishStemmer();
            case FRENCH -> new FrenchStemmer();
            case SPANISH -> new SpanishStemmer();
            case RUSSIAN -> new RussianStemmer();
        });
    }

    /** What stands for every number in figures. */
    Stem figures() {
        return figures;
    }

    Stem of(String word) {
        if (word.length() > LONGEST) {
            return named(word);
        }
        Stem known = remembered.get(word);
        if (known != null) {
            return known;
        }
        Stem stem = named(word.length() < 3 ? word : stem(word));
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(word, stem);
        }
        return stem;
    }

    private String stem(String word) {
        SnowballStemmer snowball = stemmer.get();
        snowball.setCurrent(word);
        boolean ignored = snowball.stem();
        return snowball.getCurrent();
    }

    private Stem named(String stem) {
        boolean isShared = language != Language.RUSSIAN && stem.length() >= SHARED_LETTERS;
        return new Stem(stem, language.code() + ":" + stem, isShared ? "lat:" + stem.substring(0, SHARED_LETTERS) : "");
    }
}
