package org.amends.guard.taxonomy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How names of taxonomies are written, compared and parted. */
final class TaxonomyNames {

    private static final Pattern ROMAN = Pattern.compile("\\(([ivxIVX]+)\\)");
    private static final Pattern COMMA_IN_NUMBER = Pattern.compile("(\\d),(\\d)");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");
    private static final Pattern NOT_IN_FOOD_FILES = Pattern.compile("[#*,\\p{C}\\p{Z}\\s]+");

    private TaxonomyNames() {}

    /** The names of a list: a comma within a number, or after a backslash, belongs to the name. */
    static List<String> names(String list) {
        String kept = COMMA_IN_NUMBER.matcher(list).replaceAll("$1\u201A$2").replace("\\,", "\u201A");
        List<String> names = new ArrayList<>();
        for (String name : kept.split(",", -1)) {
            String plain = forFoodFile(name);
            if (!plain.isEmpty()) {
                names.add(plain);
            }
        }
        return names;
    }

    /** Without the characters that mean something in food files. */
    static String forFoodFile(String name) {
        return NOT_IN_FOOD_FILES
                .matcher(name.replace('\u201A', ' '))
                .replaceAll(" ")
                .strip();
    }

    /** As Open Food Facts writes identifiers: {@code en:oat-milk}. */
    static String id(String language, String name) {
        return language.toLowerCase(Locale.ROOT) + ":" + words(name);
    }

    private static String words(String name) {
        String romanJoined = ROMAN.matcher(name).replaceAll("$1");
        String plain = Normalizer.normalize(romanJoined, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String dashed = NO_WORD.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll("-");
        return EDGES.matcher(dashed).replaceAll("");
    }

    /** An identifier without stopwords and without the ends of plurals, for parents that are named a little differently. */
    static String loose(String id, Set<String> stopwords) {
        int colon = id.indexOf(':');
        StringBuilder loose = new StringBuilder(id.substring(0, colon + 1));
        for (String word : id.substring(colon + 1).split("-", -1)) {
            if (!stopwords.contains(word)) {
                boolean plural = word.length() > 3 && (word.endsWith("s") || word.endsWith("x"));
                loose.append(plural ? word.substring(0, word.length() - 1) : word)
                        .append('-');
            }
        }
        return loose.toString();
    }
}
