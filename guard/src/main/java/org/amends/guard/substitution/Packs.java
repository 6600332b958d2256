package org.amends.guard.substitution;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes in product names: how much is in it, and the size by which it fits. */
final class Packs {

    private static final Pattern AMOUNT = Pattern.compile(
            "(?:(\\d{1,3})\\s*[x×хX]\\s*)?(\\d+(?:[.,]\\d+)?)\\s*(kg|кг|g|gr|г|гр|mg|l|л|lt|ltr|litre|litro|liter|cl|dl|ml|мл|oz|lb|pcs|шт|stück)(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FIT = Pattern.compile(
            "(?:size|sizes|talla|taille|t\\.|размер|größe|groesse|gr\\.|taglia|misura|tamanho|tam\\.|gr[öo]sse)\\s*(\\d{1,2}(?:[.,]5)?\\+?|xxs|xs|s|m|l|xl|xxl)(?![\\p{L}\\d])"
                    + "|(?<![\\p{L}\\d])(?:type|typ|tipo|тип)\\s+(\\d{1,3}|[A-Z]\\d{0,2})(?![\\p{L}\\d])"
                    + "|(?<![\\p{L}\\d])(aaaa|aaa|aa|lr6|lr03|lr14|lr20|6lr61|cr\\d{4}|e14|e27|b22|gu10|gu5[.,]3|g9|t8|t5)(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern PIECES = Pattern.compile("(?<![\\p{L}\\d.,])\\d{1,4}(?![\\p{L}\\d.,%]|\\s*%)");

    private Packs() {}

    /** By what the product fits, such as the size of a nappy or the cap of a bulb, in lower case; null where the name says none. */
    static @Nullable String fit(String name) {
        Matcher matcher = FIT.matcher(name);
        if (!matcher.find()) {
            return null;
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group).toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    /** How much is in it, in grams, millilitres or pieces; NaN where the name does not say. */
    static double amount(String name) {
        Matcher matcher = AMOUNT.matcher(name);
        if (!matcher.find()) {
            return pieces(name);
        }
        double times = matcher.group(1) == null ? 1 : Double.parseDouble(matcher.group(1));
        return times
                * Double.parseDouble(matcher.group(2).replace(',', '.'))
                * unit(matcher.group(3).toLowerCase(Locale.ROOT));
    }

    /** "Tea bags 80", "40 washes": the last number that stands by itself. */
    private static double pieces(String name) {
        Matcher matcher = PIECES.matcher(name);
        double pieces = Double.NaN;
        while (matcher.find()) {
            pieces = Double.parseDouble(matcher.group());
        }
        return pieces;
    }

    private static double unit(String unit) {
        return switch (unit) {
            case "kg", "кг", "l", "л", "lt", "ltr", "litre", "litro", "liter" -> 1_000;
            case "mg" -> 0.001;
            case "cl" -> 10;
            case "dl" -> 100;
            case "oz" -> 28.35;
            case "lb" -> 453.6;
            default -> 1;
        };
    }
}
