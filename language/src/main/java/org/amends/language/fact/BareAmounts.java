package org.amends.language.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.Language;

/** Finds sums written without their money ("взяли 4 800", "la app decía 7.500", "takes 13.99"): the words around speak of paying. */
final class BareAmounts {

    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private static final Map<String, String> MONEY = Map.ofEntries(
            Map.entry("GB", "GBP"),
            Map.entry("IE", "EUR"),
            Map.entry("CA", "CAD"),
            Map.entry("AU", "AUD"),
            Map.entry("NZ", "NZD"),
            Map.entry("SG", "SGD"),
            Map.entry("IN", "INR"),
            Map.entry("ZA", "ZAR"),
            Map.entry("NG", "NGN"),
            Map.entry("KE", "KES"),
            Map.entry("MX", "MXN"),
            Map.entry("AR", "ARS"),
            Map.entry("CL", "CLP"),
            Map.entry("CO", "COP"),
            Map.entry("PE", "PEN"),
            Map.entry("UY", "UYU"),
            Map.entry("US", "USD"),
            Map.entry("CH", "CHF"),
            Map.entry("KZ", "KZT"),
            Map.entry("BY", "BYN"),
            Map.entry("KG", "KGS"),
            Map.entry("SN", "XOF"),
            Map.entry("CI", "XOF"),
            Map.entry("ML", "XOF"),
            Map.entry("CM", "XAF"),
            Map.entry("MA", "MAD"),
            Map.entry("TN", "TND"),
            Map.entry("DZ", "DZD"),
            Map.entry("EC", "USD"));

    private final Tokens tokens;
    private final List<AmountFact> others;
    private final PriceContext context;
    private final Set<String> values = new HashSet<>();

    BareAmounts(Tokens tokens, List<AmountFact> others) {
        this.tokens = tokens;
        this.others = others;
        this.context = new PriceContext(tokens, others);
        for (AmountFact other : others) {
            values.add(other.value().toPlainString());
        }
    }

    /** The sums with their money and those without it, in the order of the text. */
    List<AmountFact> all() {
        List<AmountFact> all = new ArrayList<>(others);
        all.addAll(run());
        all.sort(Comparator.comparingInt(amount -> amount.span().start()));
        return all;
    }

    private List<AmountFact> run() {
        List<AmountFact> found = new ArrayList<>();
        int before;
        do {
            before = found.size();
            pass(found);
        } while (found.size() > before);
        return found;
    }

    /** One sum may show that a number before it is another. */
    private void pass(List<AmountFact> found) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean begins = tokens.number(i) && !tokens.taken(i) && !(tokens.glued(i) && !tokens.sign(i - 1, "(«\""));
            Quantity number = begins ? Numerals.read(tokens, i, false) : null;
            if (number == null && tokens.language() == Language.RUSSIAN && tokens.word(i) && !tokens.taken(i)) {
                number = NumberWords.read(tokens, i);
                number = number == null || number.value().compareTo(THOUSAND) < 0 || number.end() == i + 1
                        ? null
                        : number;
            }
            if (number != null && tokens.free(i, number.end())) {
                if (context.speaksOfMoney(i, number)) {
                    add(found, i, number);
                }
                i = number.end() - 1;
            }
        }
    }

    private void add(List<AmountFact> found, int from, Quantity number) {
        int end = number.end();
        String currency = tokens.is(end - 1, "lakh") || tokens.is(end - 1, "lakhs") || tokens.is(end - 1, "crore")
                ? "INR"
                : PriceContext.swiss(tokens, end) ? "CHF" : currency();
        BigDecimal plain = number.value().stripTrailingZeros();
        BigDecimal value = plain.scale() < 0 ? plain.setScale(0) : plain;
        tokens.take(from, end);
        if (!values.add(value.toPlainString())) {
            return;
        }
        AmountFact sum = new AmountFact(tokens.literal(from, end), tokens.span(from, end), value, currency);
        context.add(sum);
        found.add(sum);
    }

    /** That of the other sums, else that of the country, else the commonest of the language. */
    private String currency() {
        if (!others.isEmpty()) {
            return others.get(0).currency();
        }
        String country = tokens.country();
        String shown = country == null ? null : MONEY.get(country);
        if (shown != null) {
            return shown;
        }
        return switch (tokens.language()) {
            case ENGLISH -> "GBP";
            case FRENCH, SPANISH -> "EUR";
            case RUSSIAN -> "RUB";
        };
    }
}
