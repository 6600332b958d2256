package org.amends.story;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Date;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** Numbers, money and dates as one language writes them. Dates are those of UTC. Safe for threads. */
public final class Numerals {

    /** From here on a compact count is shorter than the whole one. */
    private static final long LONG_COUNT = 10_000;

    /** Below this an amount is told with its minor units. */
    private static final double SMALL_AMOUNT = 100;

    /** A hyphen is too short beside figures. */
    private static final char MINUS = '\u2212';

    private static final char NO_BREAK = '\u00A0';

    private static final double LEAST_TOLD = 0.01;
    private static final double MOST_TOLD = 0.99;

    private final Words words;
    private final Language language;
    private final LocalizedNumberFormatter plain;
    private final DateFormat wholeDate;
    private final DateFormat dayAndMonth;
    private final DateFormat timeOfDay;

    /** Those of this language; the words say what is less than a percent. */
    public Numerals(Language language, Words words) {
        this.words = words;
        this.language = language;
        this.plain = NumberFormatter.withLocale(language.locale());
        this.wholeDate = dates("yMMMMd");
        this.dayAndMonth = dates("MMMMd");
        this.timeOfDay = dates("Hm");
    }

    private DateFormat dates(String skeleton) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }

    /** A count, whole. */
    public String count(long count) {
        return plain.precision(Precision.integer()).format(count).toString();
    }

    /** A count in little room: 12,345 becomes 12K, or what the language says for it. */
    public String shortCount(long count) {
        return count < LONG_COUNT
                ? count(count)
                : plain.notation(Notation.compactShort()).format(count).toString();
    }

    /** A share of a whole, to the tenth of a percent below ten percent. */
    public String share(double part, double whole) {
        double share = whole > 0 ? part / whole : 0;
        return share > 0 && share < 0.1 ? percent(share, Precision.fixedFraction(1)) : percent(share, 0);
    }

    /** The same of counts. */
    public String share(long part, long whole) {
        return share((double) part, (double) whole);
    }

    /** A probability in whole percent; neither "0 %" nor "100 %" is ever said of somebody. */
    public String chance(double probability) {
        if (probability < LEAST_TOLD) {
            return words.text("chance.under", "p", percent(LEAST_TOLD, 0));
        }
        return probability > MOST_TOLD
                ? words.text("chance.over", "p", percent(MOST_TOLD, 0))
                : percent(probability, 0);
    }

    /** A line drawn between 0 and 1, as exact as it was drawn. */
    public String line(double share) {
        return percent(share, 2);
    }

    private String percent(double share, int mostDigits) {
        return percent(share, Precision.maxFraction(mostDigits));
    }

    private String percent(double share, Precision precision) {
        return plain.unit(NoUnit.PERCENT)
                .scale(Scale.powerOfTen(2))
                .precision(precision)
                .format(share)
                .toString();
    }

    /** An amount in the currency's main unit; without a currency the bare number. */
    public String money(double amount, @Nullable Currency currency) {
        Precision precision = Precision.integer();
        if (currency == null) {
            return plain.precision(precision).format(amount).toString();
        }
        boolean small = Math.abs(amount) < SMALL_AMOUNT && amount != StrictMath.rint(amount);
        MeasureUnit unit = com.ibm.icu.util.Currency.fromJavaCurrency(currency);
        return plain.unit(unit)
                .unitWidth(UnitWidth.NARROW)
                .precision(small ? Precision.currency(com.ibm.icu.util.Currency.CurrencyUsage.STANDARD) : precision)
                .format(amount)
                .toString();
    }

    /** The same of an amount that knows its currency. */
    public String money(Money amount) {
        return money(amount.toMainUnits(), Money.UNNAMED_CURRENCY.equals(amount.currency()) ? null : amount.currency());
    }

    /** A large amount in little room, in three digits: €1.23M. */
    public String shortMoney(double amount, @Nullable Currency currency) {
        if (Math.abs(amount) < 1_000_000) {
            return money(amount, currency);
        }
        LocalizedNumberFormatter compact =
                plain.notation(Notation.compactShort()).precision(Precision.maxSignificantDigits(3));
        return (currency == null
                        ? compact
                        : compact.unit(com.ibm.icu.util.Currency.fromJavaCurrency(currency))
                                .unitWidth(UnitWidth.NARROW))
                .format(amount)
                .toString();
    }

    /** What an addend weighs, signed, to one decimal. */
    public String weight(double logit) {
        return plain.precision(Precision.fixedFraction(1))
                .sign(SignDisplay.EXCEPT_ZERO)
                .format(logit)
                .toString()
                .replace('-', MINUS);
    }

    /** A number of a model, to four significant digits. */
    public String parameter(double value) {
        return plain.precision(Precision.maxSignificantDigits(4)).format(value).toString();
    }

    /** Day, month and year. */
    public String date(Instant time) {
        return ordinal(written(wholeDate, time));
    }

    /** Date and time of day, UTC. */
    public String moment(Instant time) {
        return date(time) + ", " + written(timeOfDay, time) + " UTC";
    }

    /** Day and month, with the year where it is not this one's; kept on one line. */
    public String day(Instant time, Instant now) {
        boolean thisYear = onDay(time).getYear() == onDay(now).getYear();
        return ordinal(written(thisYear ? dayAndMonth : wholeDate, time)).replace(' ', NO_BREAK);
    }

    private static String written(DateFormat format, Instant time) {
        synchronized (format) {
            return format.format(Date.from(time));
        }
    }

    /** The day in UTC. */
    public static LocalDate onDay(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** French says the first of a month as an ordinal. */
    private String ordinal(String date) {
        return language == Language.FR && date.startsWith("1 ") ? "1er" + date.substring(1) : date;
    }
}
