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

    /** How many words away the paying may be spoken of. */
    private static final int REACH = 5;

    private static final BigDecimal LEAST = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    /** Beginnings of words of paying, at least four letters long, or whole words. */
    private static final Set<String> PAYING = Lexicon.words(
            "paid pay pays paying charg charged charges cost costs refund owe owed owes"
                    + " overdrawn took takes debited spent deposit billed price priced"
                    + " rend rendez paye payer payee payes prel debit fact cout rembours lieu doit doivent tarif"
                    + " cobr pagu pago pagar paga debit gast devolv devuelv cuota cuesta costo costaron vale total deposit reembols"
                    + " взял отда запл упла опла верн стои спис удер снял снима пере долж долг зало штра допл выпл плат сумм итог стип зарп"
                    + " пенс цена цену цены полу вместе возм комп зада коми прем внес взно пошл деньги денег удер насч обош выст");

    /** Words that may follow a sum, none of which is counted. */
    private static final Set<String> FOLLOWING = Lexicon.words(
            "back for from in on to and but or when instead of now again every a per each the"
                    + " en pour au par a et mais ou maintenant de sur chaque encore alors quand sans"
                    + " por y pero o cuando al en de igual el la que me no cada"
                    + " за в на из с и а но вы вам мне я от до по отда отдала отдал верните вернуть оплатите удержали списали как это же уже не");

    /** What stands before numbers that are no sums. */
    private static final Set<String> NOT_BEFORE =
            Lexicon.words("at version v windows page room flat line art article no n numero chapter section"
                    + " a bus train vol vuelo рейс кв дом подъезд каб ст пункт стр дома версия версии room apt suite chambre habitacion depto"
                    + " iso din gost гост size talla taille размер размера model modele modelo модель");

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
    private final Set<String> values = new HashSet<>();

    BareAmounts(Tokens tokens, List<AmountFact> others) {
        this.tokens = tokens;
        this.others = others;
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
                if (sum(i, number)) {
                    add(found, i, number);
                }
                i = number.end() - 1;
            }
        }
        return found;
    }

    private boolean sum(int i, Quantity number) {
        int end = number.end();
        if (tokens.is(end - 1, "lakh") || tokens.is(end - 1, "lakhs") || tokens.is(end - 1, "crore")) {
            return true;
        }
        if (tokens.is(end - 1, "т")) {
            return false;
        }
        boolean small = number.value().compareTo(LEAST) < 0 && !cents(i, number);
        if (small || NOT_BEFORE.contains(tokens.form(i - 1)) || tokens.sign(i - 1, "№#°+/-") || !standsAlone(end)) {
            return false;
        }
        boolean russian = tokens.language() == Language.RUSSIAN;
        boolean grouped = grouped(i, number);
        boolean paying = paying(i, end);
        if (russian) {
            boolean price =
                    number.value().compareTo(THOUSAND) >= 0 || (number.value().compareTo(HUNDRED) >= 0 && near(i, end));
            return grouped || (paying && price && !year(i, number));
        }
        boolean thousands = tokens.language() == Language.SPANISH && grouped && tokens.sign(i + 1, ".,");
        boolean multiplied = end > i + 1 && tokens.word(end - 1) && paying;
        boolean decimals = cents(i, number) && (paying || tokens.opensSentence(i));
        boolean large = paying && number.value().compareTo(HUNDRED) >= 0 && end == i + 1 && !year(i, number);
        return thousands
                || multiplied
                || decimals
                || (large && (tokens.language() == Language.SPANISH || near(i, end)))
                || lieu(i);
    }

    /** "268 balles au lieu de 70". */
    private boolean lieu(int i) {
        boolean instead = tokens.is(i - 1, "de") && tokens.is(i - 2, "lieu");
        return (instead || (tokens.is(i - 1, "of") && tokens.is(i - 2, "instead"))) && !others.isEmpty();
    }

    private boolean year(int i, Quantity number) {
        return number.end() == i + 1 && tokens.length(i) == 4 && Calendar.year(tokens.form(i)) > 0;
    }

    private boolean cents(int i, Quantity number) {
        return number.end() == i + 3 && tokens.sign(i + 1, ".,") && tokens.length(i + 2) == 2;
    }

    private boolean grouped(int i, Quantity number) {
        int end = number.end();
        boolean digits = end > i + 1 && tokens.number(end - 1) && tokens.length(end - 1) == 3;
        return (digits && number.value().compareTo(THOUSAND) >= 0)
                || (tokens.is(end - 1, ".") && tokens.is(end - 2, "тыс"));
    }

    private boolean standsAlone(int end) {
        if (tokens.sign(end, "%°") || (tokens.glued(end) && (tokens.sign(end, "-/:_€$") || tokens.word(end)))) {
            return false;
        }
        return !tokens.word(end)
                || !tokens.sameLine(end)
                || FOLLOWING.contains(tokens.form(end))
                || paying(tokens.form(end));
    }

    private boolean paying(int from, int end) {
        for (int k = 1, at = from - 1; k <= REACH && at >= 0 && !tokens.sign(at, ".!?"); k++, at--) {
            if (paying(tokens.form(at))) {
                return true;
            }
        }
        for (int k = 1, at = end; k <= REACH && at < tokens.size() && !tokens.sign(at, ".!?"); k++, at++) {
            if (paying(tokens.form(at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether paying is spoken of right beside the number. */
    private boolean near(int from, int end) {
        return paying(tokens.form(from - 1)) || paying(tokens.form(from - 2)) || paying(tokens.form(end));
    }

    private static boolean paying(String form) {
        if (PAYING.contains(form)) {
            return true;
        }
        return form.length() >= 5 && (PAYING.contains(form.substring(0, 4)) || PAYING.contains(form.substring(0, 5)));
    }

    private void add(List<AmountFact> found, int from, Quantity number) {
        int end = number.end();
        String currency = tokens.is(end - 1, "lakh") || tokens.is(end - 1, "lakhs") || tokens.is(end - 1, "crore")
                ? "INR"
                : currency();
        BigDecimal plain = number.value().stripTrailingZeros();
        BigDecimal value = plain.scale() < 0 ? plain.setScale(0) : plain;
        tokens.take(from, end);
        if (!values.add(value.toPlainString())) {
            return;
        }
        found.add(new AmountFact(tokens.literal(from, end), tokens.span(from, end), value, currency));
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
