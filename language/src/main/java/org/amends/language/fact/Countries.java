package org.amends.language.fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** Which country a text speaks of, told by the towns, authorities, telephone prefixes and sayings in it. */
final class Countries {

    private static final Map<String, String> BY_WORD = new HashMap<>();
    private static final Map<String, String> BY_DIALECT = new HashMap<>();

    /** The words with which names of several words begin. */
    private static final Set<String> BEGINNINGS = new HashSet<>();

    private static final int LONGEST = 3;

    /** What the name of a town weighs beside a saying. */
    private static final int SURE = 3;

    private static final Set<String> HISPANIC =
            Set.of("MX", "AR", "CL", "CO", "PE", "EC", "UY", "DO", "VE", "BO", "CU", "ES");
    private static final Set<String> ENGLISH =
            Set.of("GB", "IE", "AU", "NZ", "SG", "HK", "KE", "UG", "TZ", "NG", "GH", "ZA", "LK", "PH");

    private static final int SAYING = 2;

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("52", "MX"),
            Map.entry("54", "AR"),
            Map.entry("56", "CL"),
            Map.entry("57", "CO"),
            Map.entry("51", "PE"),
            Map.entry("598", "UY"),
            Map.entry("61", "AU"),
            Map.entry("64", "NZ"),
            Map.entry("65", "SG"),
            Map.entry("852", "HK"),
            Map.entry("91", "IN"),
            Map.entry("92", "PK"),
            Map.entry("254", "KE"),
            Map.entry("234", "NG"),
            Map.entry("27", "ZA"),
            Map.entry("44", "GB"),
            Map.entry("353", "IE"),
            Map.entry("41", "CH"),
            Map.entry("237", "CM"),
            Map.entry("212", "MA"),
            Map.entry("213", "DZ"),
            Map.entry("216", "TN"),
            Map.entry("375", "BY"),
            Map.entry("996", "KG"));

    static {
        for (Map.Entry<String, Set<String>> country :
                Lexicon.read("countries.txt").entrySet()) {
            for (String word : country.getValue()) {
                BY_WORD.put(word, country.getKey());
                BEGINNINGS.add(word.substring(0, word.indexOf(' ') < 0 ? 0 : word.indexOf(' ')));
            }
        }
        for (Map.Entry<String, Set<String>> country :
                Lexicon.read("dialects.txt").entrySet()) {
            for (String word : country.getValue()) {
                BY_DIALECT.put(word, country.getKey());
                BEGINNINGS.add(word.substring(0, word.indexOf(' ') < 0 ? 0 : word.indexOf(' ')));
            }
        }
    }

    private Countries() {}

    /** How strongly the words of the text point to countries, by code of ISO 3166, in the order of the text. */
    static Map<String, Integer> votes(Tokens tokens) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.sign(i, "+") && tokens.number(i + 1) && tokens.glued(i + 1)) {
                vote(votes, tokens, prefix(tokens.form(i + 1)), SURE);
            }
            vote(votes, tokens, at(tokens, i, BY_WORD), SURE);
            vote(votes, tokens, at(tokens, i, BY_DIALECT), SAYING);
        }
        if (tokens.language() == Language.SPANISH) {
            PesoStyle.votes(tokens).forEach((country, weight) -> votes.merge(country, weight, Integer::sum));
        }
        return votes;
    }

    private static void vote(Map<String, Integer> votes, Tokens tokens, @Nullable String country, int weight) {
        if (country != null && spoken(country, tokens.language())) {
            votes.merge(country, weight, Integer::sum);
        }
    }

    /** The country with most votes among some, the first one of several; null if there is none. Any country will do if none is given. */
    static @Nullable String best(Map<String, Integer> votes, Set<String> among) {
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > most && (among.isEmpty() || among.contains(vote.getKey()))) {
                most = vote.getValue();
                best = vote.getKey();
            }
        }
        return best;
    }

    /** The words of a country count in the languages spoken there: "vos" points to Argentina in Spanish alone. */
    private static boolean spoken(String country, Language language) {
        boolean hispanic = HISPANIC.contains(country);
        boolean english = ENGLISH.contains(country);
        return (!hispanic || language == Language.SPANISH) && (!english || language == Language.ENGLISH);
    }

    private static @Nullable String at(Tokens tokens, int i, Map<String, String> words) {
        if (!tokens.word(i)) {
            return null;
        }
        String found = words.get(tokens.form(i));
        if (found != null || !BEGINNINGS.contains(tokens.form(i))) {
            return found;
        }
        StringBuilder phrase = new StringBuilder(tokens.form(i));
        for (int k = 1, at = i; k < LONGEST && found == null; k++) {
            at = tokens.sign(at + 1, "-'’") ? at + 2 : at + 1;
            if (!tokens.word(at) || !tokens.sameLine(at)) {
                break;
            }
            found = words.get(phrase.append(' ').append(tokens.form(at)).toString());
        }
        return found;
    }

    private static @Nullable String prefix(String digits) {
        for (int length = 3; length >= 2; length--) {
            if (digits.length() >= length) {
                String country = PREFIXES.get(digits.substring(0, length));
                if (country != null) {
                    return country;
                }
            }
        }
        return null;
    }
}
