package org.amends.language.fact;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** The names of months, weekdays and days of the month. */
final class Calendar {

    private static final Map<Language, Map<String, Integer>> MONTHS = new EnumMap<>(Language.class);
    private static final Map<Language, Map<String, Integer>> WEEKDAYS = new EnumMap<>(Language.class);
    private static final Map<Language, Map<String, Integer>> ORDINALS = new EnumMap<>(Language.class);

    static {
        MONTHS.put(
                Language.ENGLISH,
                table(
                        "january jan",
                        "february feb febuary",
                        "march mar",
                        "april apr",
                        "may",
                        "june jun",
                        "july jul",
                        "august aug",
                        "september sep sept",
                        "october oct",
                        "november nov",
                        "december dec"));
        MONTHS.put(
                Language.FRENCH,
                table(
                        "janvier janv jan",
                        "fevrier fevr fev",
                        "mars mar",
                        "avril avr",
                        "mai",
                        "juin",
                        "juillet juil",
                        "aout",
                        "septembre sept",
                        "octobre oct",
                        "novembre nov",
                        "decembre dec"));
        MONTHS.put(
                Language.SPANISH,
                table(
                        "enero ene",
                        "febrero feb",
                        "marzo mar",
                        "abril abr",
                        "mayo may",
                        "junio jun",
                        "julio jul",
                        "agosto ago",
                        "septiembre setiembre sep sept set",
                        "octubre oct",
                        "noviembre nov",
                        "diciembre dic"));
        MONTHS.put(
                Language.RUSSIAN,
                table(
                        "января янв январь",
                        "февраля фев февр февраль",
                        "марта мар март",
                        "апреля апр апрель",
                        "мая май",
                        "июня июн июнь",
                        "июля июл июль",
                        "августа авг август",
                        "сентября сен сент сентябрь",
                        "октября окт октябрь",
                        "ноября ноя нояб ноябрь",
                        "декабря дек декабрь"));
        WEEKDAYS.put(
                Language.ENGLISH,
                table(
                        "monday mon",
                        "tuesday tue tues",
                        "wednesday wed weds",
                        "thursday thu thur thurs",
                        "friday fri",
                        "saturday sat",
                        "sunday sun"));
        WEEKDAYS.put(Language.FRENCH, table("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"));
        WEEKDAYS.put(Language.SPANISH, table("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"));
        WEEKDAYS.put(
                Language.RUSSIAN,
                table(
                        "понедельник понедельника",
                        "вторник вторника",
                        "среду среда среды",
                        "четверг четверга",
                        "пятницу пятница пятницы",
                        "субботу суббота субботы",
                        "воскресенье воскресенья"));
        ORDINALS.put(
                Language.ENGLISH,
                table(
                        "first",
                        "second",
                        "third",
                        "fourth",
                        "fifth",
                        "sixth",
                        "seventh",
                        "eighth",
                        "ninth",
                        "tenth",
                        "eleventh",
                        "twelfth",
                        "thirteenth",
                        "fourteenth",
                        "fifteenth",
                        "sixteenth",
                        "seventeenth",
                        "eighteenth",
                        "nineteenth",
                        "twentieth"));
        ORDINALS.put(Language.FRENCH, table("premier"));
        ORDINALS.put(Language.SPANISH, table("primero"));
        ORDINALS.put(
                Language.RUSSIAN,
                table(
                        "первого первое",
                        "второго второе",
                        "третьего третье",
                        "четвертого четвертое",
                        "пятого пятое",
                        "шестого шестое",
                        "седьмого седьмое",
                        "восьмого восьмое",
                        "девятого девятое",
                        "десятого десятое",
                        "одиннадцатого",
                        "двенадцатого",
                        "тринадцатого",
                        "четырнадцатого",
                        "пятнадцатого",
                        "шестнадцатого",
                        "семнадцатого",
                        "восемнадцатого",
                        "девятнадцатого",
                        "двадцатого"));
    }

    private Calendar() {}

    private static Map<String, Integer> table(String... rows) {
        Map<String, Integer> table = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            for (String word : rows[i].split(" ", -1)) {
                table.put(word, i + 1);
            }
        }
        return table;
    }

    private static int in(Map<Language, Map<String, Integer>> tables, Language language, String form) {
        Map<String, Integer> table = tables.get(language);
        return table == null ? 0 : table.getOrDefault(form, 0);
    }

    /** The number of a month that a word names, from 1; 0 if it names none. */
    static int month(Language language, String form) {
        return in(MONTHS, language, form);
    }

    /** The number of a weekday that a word names, Monday being 1; 0 if it names none. */
    static int weekday(Language language, String form) {
        return in(WEEKDAYS, language, form);
    }

    /** The day of the month that an ordinal up to 20 names; 0 if the word is none. */
    static int ordinal(Language language, String form) {
        return in(ORDINALS, language, form);
    }

    /** The day, or null if the calendar has no such day. */
    static @Nullable LocalDate day(int year, int month, int day) {
        boolean exists =
                month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(java.time.Year.isLeap(year));
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** A year as written with four digits, or with two for this century; 0 if it is none. */
    static int year(String digits) {
        int year = digits.length() == 4 || digits.length() == 2 ? Integer.parseInt(digits) : 0;
        if (digits.length() == 2) {
            return 2000 + year;
        }
        return year >= 1900 && year < 2100 ? year : 0;
    }
}
