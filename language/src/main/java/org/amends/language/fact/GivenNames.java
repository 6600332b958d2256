package org.amends.language.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Given names: which there are, which are common words or places as well, and how Russian inflects them. */
final class GivenNames {

    private static final Map<String, Set<String>> LISTS = Lexicon.read("given-names.txt");
    private static final Set<String> LATIN = Lexicon.list(LISTS, "latin");
    private static final Set<String> COMMON = Lexicon.list(LISTS, "common");
    private static final Set<String> COMMON_CYRILLIC = Lexicon.list(LISTS, "common_cyrillic");
    private static final Set<String> PLACES = Lexicon.list(LISTS, "place");

    /** The nominative of every inflected form. */
    private static final Map<String, String> CYRILLIC = new HashMap<>();

    static {
        for (String name : Lexicon.list(LISTS, "cyrillic")) {
            decline(name);
            CYRILLIC.put(name, name);
        }
        for (String ending : new String[] {"а", "у", "ом", "е"}) {
            CYRILLIC.put("льв" + ending, "лев");
            CYRILLIC.put("павл" + ending, "павел");
        }
    }

    private GivenNames() {}

    private static void decline(String name) {
        String stem = name.substring(0, name.length() - 1);
        char last = name.charAt(name.length() - 1);
        String endings = switch (last) {
            case 'а' -> "ы и е у ой ою ей";
            case 'я' -> "и е ю ей ею";
            case 'й' -> "я ю ем е и";
            case 'ь' -> "я ю ем е и ью";
            case 'о', 'и', 'е', 'у', 'э', 'ы' -> "";
            default -> "а у ом ем е";
        };
        String base = "аяйь".indexOf(last) >= 0 ? stem : name;
        if (!endings.isEmpty()) {
            for (String ending : endings.split(" ", -1)) {
                CYRILLIC.putIfAbsent(base + ending, name);
            }
        }
    }

    /** Whether a word can be a given name, or a form of one. */
    static boolean known(String form) {
        return LATIN.contains(form) || CYRILLIC.containsKey(form);
    }

    /** The nominative of a Russian given name; null if the word is none. */
    static @Nullable String nominative(String form) {
        return CYRILLIC.get(form);
    }

    /** Whether the name is a common word as well, so that more than a capital letter must speak for it. */
    static boolean common(String form) {
        String nominative = CYRILLIC.get(form);
        return COMMON.contains(form) || (nominative != null && COMMON_CYRILLIC.contains(nominative));
    }

    /** Whether the name is that of a place as well. */
    static boolean place(String form) {
        return PLACES.contains(form);
    }
}
