package org.amends.language.fact;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** What money is called, and which currency a name means in the country that a text shows. */
final class Currencies {

    /** A unit of money: what it is called and how many whole units of the currency it is worth. */
    record Unit(String name, BigDecimal worth) {
        boolean part() {
            return worth.compareTo(BigDecimal.ONE) < 0;
        }
    }

    private static final Map<String, Unit> BY_WORD = new HashMap<>();

    /** What the letters before a dollar sign say. */
    private static final Map<String, String> DOLLARS = Map.ofEntries(
            Map.entry("us", "USD"),
            Map.entry("u", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("a", "AUD"),
            Map.entry("au", "AUD"),
            Map.entry("aud", "AUD"),
            Map.entry("c", "CAD"),
            Map.entry("ca", "CAD"),
            Map.entry("can", "CAD"),
            Map.entry("cad", "CAD"),
            Map.entry("cdn", "CAD"),
            Map.entry("nz", "NZD"),
            Map.entry("nzd", "NZD"),
            Map.entry("s", "SGD"),
            Map.entry("sg", "SGD"),
            Map.entry("sgd", "SGD"),
            Map.entry("hk", "HKD"),
            Map.entry("hkd", "HKD"),
            Map.entry("r", "BRL"),
            Map.entry("rd", "DOP"),
            Map.entry("mx", "MXN"),
            Map.entry("mxn", "MXN"),
            Map.entry("ar", "ARS"),
            Map.entry("ars", "ARS"),
            Map.entry("cl", "CLP"),
            Map.entry("clp", "CLP"),
            Map.entry("col", "COP"),
            Map.entry("cop", "COP"),
            Map.entry("nt", "TWD"),
            Map.entry("tt", "TTD"),
            Map.entry("j", "JMD"));

    private static final Map<String, String> PESOS = Map.of(
            "MX", "MXN", "AR", "ARS", "CL", "CLP", "CO", "COP", "UY", "UYU", "DO", "DOP", "CU", "CUP", "PH", "PHP");
    private static final Map<String, String> SIGNS =
            Map.of("CA", "CAD", "AU", "AUD", "NZ", "NZD", "SG", "SGD", "HK", "HKD", "TT", "TTD", "JM", "JMD");
    /** Where a dollar sign is written for the money of the country. */
    static final Set<String> DOLLAR_PLACES = dollarPlaces();

    private static final Map<String, String> FRANCS = Map.ofEntries(
            Map.entry("CD", "CDF"),
            Map.entry("RW", "RWF"),
            Map.entry("GN", "GNF"),
            Map.entry("DJ", "DJF"),
            Map.entry("NC", "XPF"),
            Map.entry("PF", "XPF"),
            Map.entry("CM", "XAF"),
            Map.entry("GA", "XAF"),
            Map.entry("CG", "XAF"),
            Map.entry("TD", "XAF"),
            Map.entry("CF", "XAF"),
            Map.entry("SN", "XOF"),
            Map.entry("CI", "XOF"),
            Map.entry("ML", "XOF"),
            Map.entry("BF", "XOF"),
            Map.entry("TG", "XOF"),
            Map.entry("BJ", "XOF"),
            Map.entry("NE", "XOF"));
    private static final Set<String> CENTRAL_AFRICA = Set.of("CM", "GA", "CG", "TD", "CF");

    static {
        for (Map.Entry<String, Set<String>> entry :
                Lexicon.read("currencies.txt").entrySet()) {
            Unit unit = unit(entry.getKey());
            for (String word : entry.getValue()) {
                BY_WORD.put(word, unit);
            }
        }
    }

    private Currencies() {}

    private static Set<String> dollarPlaces() {
        Set<String> places = new HashSet<>(PESOS.keySet());
        places.addAll(SIGNS.keySet());
        places.addAll(Set.of("US", "EC"));
        return places;
    }

    /** Among which countries the text must point to one for a name of money; empty if any will do. */
    static Set<String> places(String name) {
        return switch (name) {
            case "dollar" -> DOLLAR_PLACES;
            case "peso", "centavo", "luca" -> PESOS.keySet();
            default -> Set.of();
        };
    }

    private static Unit unit(String key) {
        int slash = key.indexOf('/');
        int star = key.indexOf('*');
        if (slash > 0) {
            return new Unit(key.substring(0, slash), BigDecimal.ONE.movePointLeft(2));
        }
        return star > 0
                ? new Unit(key.substring(0, star), new BigDecimal(key.substring(star + 1)))
                : new Unit(key, BigDecimal.ONE);
    }

    /** The unit that a word or sign names, or null. */
    static @Nullable Unit named(String form) {
        return BY_WORD.get(form);
    }

    /** The currency that letters show which are written before a dollar sign, or null. */
    static @Nullable String dollar(String letters) {
        return DOLLARS.get(letters);
    }

    /** Whether the name is a code of ISO 4217 as such. */
    static boolean code(String name) {
        return name.length() == 3 && Character.isUpperCase(name.charAt(0));
    }

    /**
     * The code of ISO 4217 of a unit's name.
     *
     * @param country where the text points to; null if nowhere
     */
    static String resolve(String name, @Nullable String country, Language language) {
        String place = country == null ? "" : country;
        boolean french = language == Language.FRENCH;
        return switch (name) {
            case "dollar", "cent" -> dollars(name, place, language);
            case "dollar-us" -> "USD";
            case "peso", "centavo" -> PESOS.getOrDefault(place, "MXN");
            case "luca" -> PESOS.getOrDefault(place, "CLP");
            case "centime" -> place.equals("CH") ? "CHF" : "EUR";
            case "franc" -> FRANCS.getOrDefault(place, "CHF");
            case "franc-f" -> place.equals("CH") ? "CHF" : FRANCS.getOrDefault(place, "XOF");
            case "XOF" -> CENTRAL_AFRICA.contains(place) ? "XAF" : name;
            case "dirham" -> place.equals("AE") || (!french && !place.equals("MA")) ? "AED" : "MAD";
            case "dinar" -> place.equals("TN") ? "TND" : "DZD";
            case "rupee" -> rupees(place, french);
            case "shilling" -> place.equals("UG") ? "UGX" : place.equals("TZ") ? "TZS" : "KES";
            case "crown" -> "SEK";
            case "RUB", "RUB-short" -> place.equals("BY") ? "BYN" : "RUB";
            case "som" -> "KGS";
            case "cents-tiyn" -> "KZT";
            default -> name;
        };
    }

    private static String dollars(String name, String place, Language language) {
        if (name.equals("cent") && language == Language.FRENCH && !place.equals("CA")) {
            return "EUR";
        }
        if (name.equals("cent") && (place.equals("IE") || place.equals("GB"))) {
            return "EUR";
        }
        return SIGNS.getOrDefault(place, "USD");
    }

    private static String rupees(String place, boolean french) {
        return switch (place) {
            case "PK" -> "PKR";
            case "LK" -> "LKR";
            case "MU" -> "MUR";
            case "SC" -> "SCR";
            default -> french ? "MUR" : "INR";
        };
    }

    /** The currency of a bare dollar sign: where pesos are paid it means pesos, and in French it is mostly written in Canada. */
    static String sign(@Nullable String country, Language language) {
        String place = country == null ? "" : country;
        if (place.isEmpty() && language == Language.FRENCH) {
            return "CAD";
        }
        return PESOS.getOrDefault(place, SIGNS.getOrDefault(place, "USD"));
    }
}
