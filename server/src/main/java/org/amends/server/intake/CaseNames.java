package org.amends.server.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References of cases, as they stand in subjects, texts and addresses. */
public final class CaseNames {

    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\p{L}\\p{N}-])C-(\\d{4})-(\\d{6,12})(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 200_000;

    private CaseNames() {}

    /** The references in a text, in their order, each once. */
    public static List<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher reference = REFERENCE.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
        while (reference.find()) {
            found.add(reference.group().toUpperCase(Locale.ROOT));
        }
        return List.copyOf(found);
    }

    /** The references after the plus in addresses such as {@code care+c-2026-000017@shop.example}. */
    public static List<String> inAddresses(List<String> addresses) {
        Set<String> found = new LinkedHashSet<>();
        for (String address : addresses) {
            int plus = address.indexOf('+');
            int at = address.lastIndexOf('@');
            if (plus >= 0 && at > plus) {
                found.addAll(in(address.substring(plus + 1, at)));
            }
        }
        return List.copyOf(found);
    }

    /** The address, such that answers to it name the case. */
    public static String plus(String address, String reference) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return address;
        }
        int plus = address.indexOf('+');
        String name = plus >= 0 && plus < at ? address.substring(0, plus) : address.substring(0, at);
        return name + '+' + reference.toLowerCase(Locale.ROOT) + address.substring(at);
    }
}
