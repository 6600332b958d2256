package org.amends.language.letter.template;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.amends.language.text.Language;
import org.amends.money.Money;

/**
 * How a language writes days, sums and numbers, by the data of CLDR. English is written as in Britain, the day before the
 * month, which nobody can take for another day.
 */
public final class Notation {

    private static final Map<Language, Notation> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Notation(language));
        }
    }

    private final SimpleDateFormat days;
    private final SimpleDateFormat firstDays;
    private final LocalizedNumberFormatter numbers;
    private final PluralRules plurals;
    private final Map<java.util.Currency, LocalizedNumberFormatter> sums = new ConcurrentHashMap<>();

    private Notation(Language language) {
        ULocale locale = switch (language) {
            case ENGLISH -> ULocale.UK;
            case FRENCH -> ULocale.FRANCE;
            case SPANISH -> new ULocale("es", "ES");
            case RUSSIAN -> new ULocale("ru", "RU");
        };
        this.days = dates(language, locale);
        this.firstDays = language == Language.FRENCH ? pattern("d'er' MMMM y", locale) : days;
        this.numbers = NumberFormatter.withLocale(locale);
        this.plurals = PluralRules.forLocale(locale);
    }

    /** How this language writes. */
    public static Notation of(Language language) {
        Notation notation = ALL.get(language);
        if (notation == null) {
            throw new IllegalStateException("no notation for %s.".formatted(language.code()));
        }
        return notation;
    }

    /** The long form; in Russian the word for year is written out, as an abbreviation would end sentences with two dots. */
    private static SimpleDateFormat dates(Language language, ULocale locale) {
        if (language == Language.RUSSIAN) {
            return pattern("d MMMM y 'года'", locale);
        }
        SimpleDateFormat format = (SimpleDateFormat) DateFormat.getDateInstance(DateFormat.LONG, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }

    private static SimpleDateFormat pattern(String pattern, ULocale locale) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }

    /** A day, for example "9 mars 2026"; the first of a month is "1er mars 2026" in French. */
    public String day(LocalDate day) {
        SimpleDateFormat format = day.getDayOfMonth() == 1 ? firstDays : days;
        Object midnight = day.toEpochDay() * 86_400_000L; // milliseconds, which ICU takes for a date
        synchronized (format) {
            return format.format(midnight);
        }
    }

    /** A sum with its currency, without decimals where they are zero. */
    public String sum(Money sum) {
        return sums.computeIfAbsent(sum.currency(), this::currency)
                .format(sum.toDecimal())
                .toString();
    }

    private LocalizedNumberFormatter currency(java.util.Currency currency) {
        return numbers.unit(Currency.getInstance(currency.getCurrencyCode()))
                .precision(Precision.currency(Currency.CurrencyUsage.STANDARD)
                        .trailingZeroDisplay(NumberFormatter.TrailingZeroDisplay.HIDE_IF_WHOLE));
    }

    /** A whole number. */
    public String number(int number) {
        return numbers.format(number).toString();
    }

    String pluralCategory(int number) {
        return plurals.select(number);
    }
}
