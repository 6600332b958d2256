package org.amends.language.lint;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.amends.language.fact.DateFact;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.jspecify.annotations.Nullable;

/** Whether weekdays fit the days beside them, and whether the days exist. */
final class CalendarCheck {

    /** Names of the days from Monday on, without accents; Russian ones by case: nominative, accusative, genitive, dative. */
    private static final Map<Language, List<List<String>>> WEEKDAYS = Map.of(
            Language.ENGLISH,
            List.of(List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")),
            Language.FRENCH,
            List.of(List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")),
            Language.SPANISH,
            List.of(
                    List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
                    List.of("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")),
            Language.RUSSIAN,
            List.of(
                    List.of("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
                    List.of("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"),
                    List.of("понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья"),
                    List.of("понедельнику", "вторнику", "среде", "четвергу", "пятнице", "субботе", "воскресенью")));

    /** A weekday this many words before a day belongs to it: "Thursday, the 16th of April". */
    private static final int NEAR = 2;

    private static final int LONGEST_MONTH = 31;

    private final Sheet sheet;
    private final Findings findings;

    CalendarCheck(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
    }

    void run() {
        for (DateFact date : sheet.facts().dates()) {
            LocalDate day = day(date);
            if (day != null && !date.relative()) {
                weekday(date, day);
            }
        }
        impossible();
    }

    private @Nullable LocalDate day(DateFact date) {
        Approved approved = sheet.approved();
        return approved == null
                ? date.value()
                : approved.day(date, sheet.language()).orElse(null);
    }

    private void weekday(DateFact date, LocalDate day) {
        int first = wordAt(date.span().start());
        int behind = wordAt(date.span().end());
        for (int i = Math.max(0, first - NEAR); i <= behind && i < sheet.words().size(); i++) {
            Word word = sheet.words().get(i);
            boolean same = first < sheet.words().size()
                    && word.sentence() == sheet.words().get(first).sentence();
            boolean near = word.start() - date.span().end() <= NEAR;
            for (List<String> names : same && near ? names() : List.<List<String>>of()) {
                int named = names.indexOf(word.form());
                if (named >= 0 && named != day.getDayOfWeek().ordinal()) {
                    wrong(word, day, names.get(day.getDayOfWeek().ordinal()));
                    return;
                }
            }
        }
    }

    private List<List<String>> names() {
        return WEEKDAYS.getOrDefault(sheet.language(), List.of());
    }

    private void wrong(Word word, LocalDate day, String right) {
        String written = sheet.text().substring(word.start(), word.end());
        boolean capital = Character.isUpperCase(written.charAt(0));
        String accented = sheet.language() == Language.SPANISH ? spanish(day.getDayOfWeek()) : right;
        findings.replace(
                Rule.WRONG_WEEKDAY,
                word.start(),
                word.end(),
                "%s is a %s.".formatted(day, day.getDayOfWeek().toString().toLowerCase(java.util.Locale.ROOT)),
                capital ? Character.toUpperCase(accented.charAt(0)) + accented.substring(1) : accented);
    }

    private String spanish(DayOfWeek day) {
        return names().getFirst().get(day.ordinal());
    }

    /** The first word that ends behind a character. */
    private int wordAt(int at) {
        List<Word> words = sheet.words();
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (words.get(middle).end() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Days such as 31 April, which no calendar has. */
    private void impossible() {
        List<Word> words = sheet.words();
        for (int i = 0; i + 1 < words.size(); i++) {
            check(words.get(i), words.get(i + 1), i + 2 < words.size() ? words.get(i + 2) : null);
        }
    }

    private void check(Word one, Word two, @Nullable Word three) {
        if (sheet.language() == Language.ENGLISH && month(one) > 0 && number(two) > 0) {
            tell(number(two), month(one), one, two);
        }
        boolean linked = sheet.phrases().isIn("of", two.form());
        Word month = linked && three != null ? three : two;
        if (number(one) > 0 && month(month) > 0) {
            tell(number(one), month(month), one, month);
        }
    }

    private void tell(int day, int month, Word from, Word to) {
        if (day <= LONGEST_MONTH && day > java.time.Month.of(month).maxLength()) {
            findings.add(Rule.NO_SUCH_DAY, from.start(), to.end(), "");
        }
    }

    private int month(Word word) {
        for (int month = 1; month <= 12; month++) {
            if (sheet.phrases().isIn("month_" + (char) ('a' + month - 1), word.form())) {
                return month;
            }
        }
        return 0;
    }

    private static int number(Word word) {
        String figures = word.form().replaceFirst("(?:st|nd|rd|th)$", "");
        boolean number = figures.length() <= 2 && figures.chars().allMatch(Character::isDigit) && !figures.isEmpty();
        return number ? Integer.parseInt(figures) : 0;
    }
}
