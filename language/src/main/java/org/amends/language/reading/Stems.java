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

    private final Map<String, String> remembered = new ConcurrentHashMap<>();
    private final ThreadLocal<SnowballStemmer> stemmer;

    Stems(Language language) {
        this.stemmer = ThreadLocal.withInitial(() -> switch (language) {
            case ENGLISH -> new EnglishStemmer();
            case FRENCH -> new FrenchStemmer();
            case SPANISH -> new SpanishStemmer();
            case RUSSIAN -> new RussianStemmer();
        });
    }

    String of(String word) {
        if (word.length() < 3 || word.length() > LONGEST) {
            return word;
        }
        String known = remembered.get(word);
        if (known != null) {
            return known;
        }
        SnowballStemmer snowball = stemmer.get();
        snowball.setCurrent(word);
        boolean ignored = snowball.stem();
        String stem = snowball.getCurrent();
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(word, stem);
        }
        return stem;
    }
}
