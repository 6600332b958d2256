package org.amends.language.fact;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of towns, countries and authorities. */
public final class Places {

    private static final Set<String> KNOWN = known();

    private Places() {}

    private static Set<String> known() {
        Set<String> known = new HashSet<>(Lexicon.list(Lexicon.read("person-words.txt"), "cities"));
        for (Map.Entry<String, Set<String>> country :
                Lexicon.read("countries.txt").entrySet()) {
            known.addAll(country.getValue());
        }
        return known;
    }

    /** Whether a word, in small letters without accents, names a town, a country or an authority. */
    public static boolean known(String form) {
        return KNOWN.contains(form);
    }
}
