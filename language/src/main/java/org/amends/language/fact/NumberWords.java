package org.amends.language.fact;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** Numbers that are written in words, in all their inflections. */
final class NumberWords {

    private static final Map<Language, Map<String, BigDecimal>> VALUES = new EnumMap<>(Language.class);

    static {
        VALUES.put(
                Language.ENGLISH,
                table(
                        "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13"
                                + " fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30"
                                + " forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000"
                                + " grand 1000 lakh 100000 lakhs 100000 million 1000000 crore 10000000 billion 1000000000 dozen 12"));
        VALUES.put(
                Language.FRENCH,
                table(
                        "un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13"
                                + " quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60"
                                + " septante 70 huitante 80 octante 80 nonante 90 cent 100 cents 100 mille 1000 million 1000000"
                                + " millions 1000000 milliard 1000000000 dizaine 10 douzaine 12 quinzaine 15 vingtaine 20"
                                + " trentaine 30 quarantaine 40 cinquantaine 50 soixantaine 60 centaine 100"));
        VALUES.put(
                Language.SPANISH,
                table(
                        "un 1 uno 1 una 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12"
                                + " trece 13 catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20"
                                + " veintiun 21 veintiuno 21 veintiuna 21 veintidos 22 veintitres 23 veinticuatro 24 veinticinco 25"
                                + " veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30 cuarenta 40 cincuenta 50"
                                + " sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 trescientos 300"
                                + " cuatrocientos 400 quinientos 500 seiscientos 600 setecientos 700 ochocientos 800"
                                + " novecientos 900 doscientas 200 trescientas 300 cuatrocientas 400 quinientas 500 seiscientas 600"
                                + " setecientas 700 ochocientas 800 novecientas 900 mil 1000 millon 1000000 millones 1000000"
                                + " decena 10 docena 12 veintena 20 treintena 30 centenar 100"));
        VALUES.put(Language.RUSSIAN, table(russian()));
    }

    /** A number after which no smaller one may follow unless it is scaled. */
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Map<Language, String> AND =
            Map.of(Language.ENGLISH, "and", Language.FRENCH, "et", Language.SPANISH, "y", Language.RUSSIAN, "и");
    private static final Set<String> HALVES = Set.of("half", "demi", "demie", "medio", "media", "pol", "пол");

    private NumberWords() {}

    private static String russian() {
        return "один 1 одна 1 одно 1 одну 1 одного 1 одной 1 два 2 две 2 двух 2 двум 2 двумя 2 три 3 трех 3 трем 3 тремя 3 четыре 4"
                + " четырех 4 четырем 4 пять 5 пяти 5 пятью 5 шесть 6 шести 6 семь 7 семи 7 восемь 8 восьми 8 девять 9 девяти 9"
                + " десять 10 десяти 10 одиннадцать 11 одиннадцати 11 двенадцать 12 двенадцати 12 тринадцать 13 тринадцати 13"
                + " четырнадцать 14 четырнадцати 14 пятнадцать 15 пятнадцати 15 шестнадцать 16 шестнадцати 16 семнадцать 17"
                + " семнадцати 17 восемнадцать 18 восемнадцати 18 девятнадцать 19 девятнадцати 19 двадцать 20 двадцати 20"
                + " тридцать 30 тридцати 30 сорок 40 сорока 40 пятьдесят 50 пятидесяти 50 шестьдесят 60 шестидесяти 60"
                + " семьдесят 70 семидесяти 70 восемьдесят 80 восьмидесяти 80 девяносто 90 девяноста 90 сто 100 ста 100"
                + " сотня 100 сотню 100 двести 200 двухсот 200 триста 300 трехсот 300 четыреста 400 четырехсот 400 пятьсот 500"
                + " пятисот 500 шестьсот 600 шестисот 600 семьсот 700 семисот 700 восемьсот 800 восьмисот 800 девятьсот 900"
                + " девятисот 900 тысяча 1000 тысячи 1000 тысяч 1000 тысячу 1000 тысячам 1000 тыщ 1000 тыщи 1000 тыща 1000"
                + " тыщу 1000 миллион 1000000 миллиона 1000000 миллионов 1000000 полтора 1.5 полторы 1.5 полутора 1.5 полтысячи 500"
                + " полмиллиона 500000 пятерка 5 десятка 10 десятку 10 двадцатка 20 полсотни 50 полтинник 50 пара 2 пару 2"
                + " десяток 10 косарь 1000 косаря 1000 косарей 1000 штука 1000 штуки 1000 штуку 1000";
    }

    private static Map<String, BigDecimal> table(String line) {
        Map<String, BigDecimal> table = new HashMap<>();
        String[] words = line.split(" ", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            table.put(words[i], new BigDecimal(words[i + 1]));
        }
        return table;
    }

    /** What a word is worth as a number, or null. */
    static @Nullable BigDecimal value(Language language, String form) {
        Map<String, BigDecimal> table = VALUES.get(language);
        return table == null ? null : table.get(form);
    }

    /** The number in words that begins at a piece, or null. */
    static @Nullable Quantity read(Tokens tokens, int from) {
        if (!tokens.word(from)) {
            return null;
        }
        Quantity half = half(tokens, from);
        if (half != null) {
            return half;
        }
        int i = article(tokens, from) ? from + 1 : from;
        BigDecimal first = value(tokens.language(), tokens.form(i));
        if (first == null || (i > from && first.compareTo(HUNDRED) < 0 && first.intValue() != 12)) {
            return null;
        }
        return new Sum(tokens, i).run();
    }

    private static boolean article(Tokens tokens, int i) {
        return tokens.language() == Language.ENGLISH && tokens.is(i, "a") && tokens.spaced(i + 1);
    }

    private static @Nullable Quantity half(Tokens tokens, int from) {
        if (!HALVES.contains(tokens.form(from))) {
            return null;
        }
        int i = tokens.is(from + 1, "a") ? from + 2 : from + 1;
        BigDecimal scale = value(tokens.language(), tokens.form(i));
        if (scale == null || scale.compareTo(THOUSAND) < 0) {
            return null;
        }
        return new Quantity(scale.divide(new BigDecimal(2)), i + 1, true);
    }

    /** A number that grows word by word, as long as the words fit together. */
    private static final class Sum {
        private final Tokens tokens;
        private int i;
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal current = BigDecimal.ZERO;

        Sum(Tokens tokens, int from) {
            this.tokens = tokens;
            this.i = from;
        }

        Quantity run() {
            int end = i;
            while (end - i < 24) {
                int at = end == i ? end : next(end);
                BigDecimal value = at < 0 ? null : value(tokens.language(), tokens.form(at));
                if (value == null || !add(value)) {
                    break;
                }
                end = at + 1;
            }
            return new Quantity(total.add(current), end, true);
        }

        /** The next word of the number: behind a space, a hyphen or an "and"; -1 if there is none. */
        private int next(int end) {
            int at = end;
            if (tokens.sign(at, "-‑") && tokens.glued(at)) {
                at++;
            } else if (!tokens.spaced(at)) {
                return -1;
            }
            String and = AND.getOrDefault(tokens.language(), "");
            if (tokens.is(at, and)) {
                at++;
                if (tokens.sign(at, "-‑")) {
                    at++;
                }
            }
            return at;
        }

        private boolean add(BigDecimal value) {
            if (value.compareTo(THOUSAND) >= 0) {
                BigDecimal times = current.signum() == 0 ? BigDecimal.ONE : current;
                if (total.signum() != 0 && total.compareTo(value) < 0) {
                    return false;
                }
                total = total.add(times.multiply(value));
                current = BigDecimal.ZERO;
                return true;
            }
            if (value.compareTo(HUNDRED) == 0 && current.signum() > 0 && current.compareTo(HUNDRED) < 0) {
                current = current.multiply(HUNDRED);
                return true;
            }
            boolean fourTwenty =
                    value.intValue() == 20 && current.remainder(HUNDRED).intValue() == 4;
            if (fourTwenty && tokens.language() == Language.FRENCH) {
                current = current.add(new BigDecimal(76));
                return true;
            }
            if (!fits(value)) {
                return false;
            }
            current = current.add(value);
            return true;
        }

        /** Whether a smaller number may be added: units to tens, tens to hundreds, and the teens to 60 and 80 in French. */
        private boolean fits(BigDecimal value) {
            if (current.signum() == 0) {
                return true;
            }
            int below = current.remainder(HUNDRED).intValue();
            int number = value.intValue();
            if (value.compareTo(HUNDRED) >= 0 || value.scale() > 0) {
                return false;
            }
            boolean french = tokens.language() == Language.FRENCH;
            boolean teens = french
                    && ((number < 20 && (below == 60 || below == 80)) || (below == 10 && number >= 7 && number < 10));
            return below == 0 || teens || (below >= 20 && below % 10 == 0 && number < 10);
        }
    }
}
