package org.amends.server.customer;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Finds texts that mention certain names as whole words: {@code 17} is in {@code order of 17}, and not in {@code 2017}. */
public final class Mentions {

    /**
     * Whether the text at the two marks mentions one of the names, for PostgreSQL: format it with the text twice, and give
     * {@link #words} and {@link #patterns} as the parameters of these names.
     */
    public static final String IN = """
            exists (select 1 from unnest(:words::text[], :patterns::text[]) as mention (word, pattern)
                    where position(mention.word in %1$s) > 0 and %1$s ~ mention.pattern)""";

    private final List<String> names;

    private Mentions(List<String> names) {
        this.names = names;
    }

    public static Mentions of(Collection<String> names) {
        return new Mentions(
                names.stream().filter(name -> !name.isEmpty()).distinct().toList());
    }

    /** The names. */
    public String[] words() {
        return names.toArray(String[]::new);
    }

    /** For each name a regular expression of PostgreSQL, in the same order. */
    public String[] patterns() {
        return names.stream().map(Mentions::pattern).toArray(String[]::new);
    }

    /** Whether a text mentions one of the names. */
    public boolean in(String text) {
        return names.stream()
                .anyMatch(name -> text.contains(name)
                        && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                                .matcher(text)
                                .find());
    }

    private static String pattern(String name) {
        StringBuilder pattern = new StringBuilder("(^|[^[:alnum:]])");
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            // In PostgreSQL a backslash takes the meaning of every sign that is neither letter nor digit.
            if (each < 0x80 && !Character.isLetterOrDigit(each)) {
                pattern.append('\\');
            }
            pattern.append(each);
        }
        return pattern.append("($|[^[:alnum:]])").toString();
    }
}
