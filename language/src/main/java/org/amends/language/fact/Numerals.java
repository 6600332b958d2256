package org.amends.language.fact;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers in digits, in the ways of all regions: 1.234,56, 1,234.56, 1 234,56 and 1'234.50; with "k", "mil" or "тыс." behind them. */
final class Numerals {

    /** Longer rows of digits are codes. */
    private static final int MOST_DIGITS = 12;

    /** So many pieces are pieces; fewer of them may be thousands. */
    private static final BigDecimal LIMIT = new BigDecimal(1000);

    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("к", 3),
            Map.entry("т", 3),
            Map.entry("тр", 3),
            Map.entry("тыс", 3),
            Map.entry("тысяч", 3),
            Map.entry("тысячи", 3),
            Map.entry("тысяча", 3),
            Map.entry("тысячу", 3),
            Map.entry("тыщ", 3),
            Map.entry("тыщи", 3),
            Map.entry("косарей", 3),
            Map.entry("косаря", 3),
            Map.entry("штук", 3),
            Map.entry("thousand", 3),
            Map.entry("grand", 3),
            Map.entry("mil", 3),
            Map.entry("mille", 3),
            Map.entry("hundred", 2),
            Map.entry("lakh", 5),
            Map.entry("lakhs", 5),
            Map.entry("crore", 7),
            Map.entry("crores", 7),
            Map.entry("m", 6),
            Map.entry("mn", 6),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("millon", 6),
            Map.entry("millones", 6),
            Map.entry("mio", 6),
            Map.entry("млн", 6),
            Map.entry("миллион", 6),
            Map.entry("миллиона", 6),
            Map.entry("миллионов", 6),
            Map.entry("bn", 9),
            Map.entry("billion", 9),
            Map.entry("milliard", 9),
            Map.entry("milliards", 9),
            Map.entry("млрд", 9));

    private Numerals() {}

    /** The number in digits that begins at a piece, without what multiplies it; null if none does. */
    static @Nullable Quantity plain(Tokens tokens, int from) {
        if (!tokens.number(from) || tokens.length(from) > MOST_DIGITS) {
            return null;
        }
        StringBuilder digits = new StringBuilder(tokens.form(from));
        int end = from + 1;
        String group = "";
        int fraction = 0;
        boolean groups = tokens.length(from) <= 3;
        while (end < tokens.size() && digits.length() < MOST_DIGITS) {
            String separator = separator(tokens, end);
            int at = separator.equals(" ") ? end : end + 1;
            if (separator.isEmpty()) {
                break;
            }
            int length = tokens.length(at);
            boolean millions = group.equals("'") && ".,".contains(separator);
            boolean grouping = groups && length == 3 && (group.isEmpty() || group.equals(separator) || millions);
            if (grouping && !(digits.charAt(0) == '0' && !separator.equals(" "))) {
                group = separator;
                digits.append(tokens.form(at));
                end = at + 1;
            } else if (",.".contains(separator) && length <= 3 && !separator.equals(group)) {
                digits.append(tokens.form(at));
                fraction = length;
                end = at + 1;
                break;
            } else {
                break;
            }
        }
        return new Quantity(new BigDecimal(digits.toString()).movePointLeft(fraction), end, false);
    }

    /** What parts the digits at a piece from those before; empty if the number ends there. */
    private static String separator(Tokens tokens, int i) {
        if (tokens.number(i)) {
            return tokens.spaced(i) && tokens.length(i) == 3 ? " " : "";
        }
        boolean inside = tokens.sign(i, ".,'’") && tokens.glued(i) && tokens.number(i + 1) && tokens.glued(i + 1);
        if (!inside) {
            return "";
        }
        return tokens.is(i, "’") ? "'" : tokens.form(i);
    }

    /**
     * The number with what multiplies it.
     *
     * @param money whether it is known to be a sum, so that "m" behind it can only be a million
     */
    static @Nullable Quantity read(Tokens tokens, int from, boolean money) {
        Quantity plain = plain(tokens, from);
        if (plain == null) {
            return null;
        }
        int i = plain.end();
        Integer power = POWERS.get(tokens.form(i));
        boolean letter = tokens.length(i) == 1;
        boolean near = letter ? tokens.glued(i) : tokens.sameLine(i);
        boolean cyrillic = tokens.is(i, "к") || tokens.is(i, "т");
        boolean counted = tokens.is(i, "штук") && plain.value().compareTo(LIMIT) >= 0;
        if (power == null || counted || !(near || (cyrillic && tokens.spaced(i))) || (tokens.is(i, "m") && !money)) {
            return plain;
        }
        int end = i + 1;
        if (tokens.sign(end, ".") && tokens.glued(end) && abbreviated(tokens.form(i))) {
            end++;
        }
        BigDecimal value = plain.value().movePointRight(power);
        boolean thousands = power == 3 && !letter && tokens.length(from) <= 3 && end > from + 1;
        if (thousands
                && tokens.number(end)
                && tokens.spaced(end)
                && tokens.length(end) <= 3
                && !tokens.glued(end + 1)) {
            return new Quantity(value.add(new BigDecimal(tokens.form(end))), end + 1, false);
        }
        return new Quantity(value, end, false);
    }

    private static boolean abbreviated(String form) {
        return form.equals("тыс") || form.equals("млн") || form.equals("млрд") || form.equals("т") || form.equals("тр");
    }
}
