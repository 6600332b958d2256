package org.amends.language.fact;

import java.util.Map;

/** Words that say whose dollars, pesos and francs are meant. */
final class Nationalities {

    /** What is said behind dollars, pesos and francs of whose they are. */
    static final Map<String, String> BEHIND = Map.ofEntries(
            Map.entry("mexicanos", "MXN"),
            Map.entry("argentinos", "ARS"),
            Map.entry("chilenos", "CLP"),
            Map.entry("colombianos", "COP"),
            Map.entry("uruguayos", "UYU"),
            Map.entry("dominicanos", "DOP"),
            Map.entry("cubanos", "CUP"),
            Map.entry("americanos", "USD"),
            Map.entry("estadounidenses", "USD"),
            Map.entry("americains", "USD"),
            Map.entry("us", "USD"),
            Map.entry("canadienses", "CAD"),
            Map.entry("canadiens", "CAD"),
            Map.entry("ca", "CAD"),
            Map.entry("cdn", "CAD"),
            Map.entry("australianos", "AUD"),
            Map.entry("australiens", "AUD"),
            Map.entry("suisses", "CHF"),
            Map.entry("suizos", "CHF"),
            Map.entry("cfa", "XOF"),
            Map.entry("cfp", "XPF"),
            Map.entry("pacifique", "XPF"),
            Map.entry("tunisiens", "TND"),
            Map.entry("algeriens", "DZD"),
            Map.entry("congolais", "CDF"),
            Map.entry("сша", "USD"));

    /** What is said before them. */
    static final Map<String, String> BEFORE = Map.of(
            "us",
            "USD",
            "american",
            "USD",
            "canadian",
            "CAD",
            "australian",
            "AUD",
            "singapore",
            "SGD",
            "nz",
            "NZD",
            "kiwi",
            "NZD",
            "бел",
            "BYN",
            "белорусских",
            "BYN",
            "российских",
            "RUB");

    private Nationalities() {}
}
