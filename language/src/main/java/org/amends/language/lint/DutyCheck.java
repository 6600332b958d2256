package org.amends.language.lint;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.language.fact.DateFact;
import org.amends.language.letter.LetterPart.Kind;
import org.amends.language.letter.Regime;
import org.amends.language.letter.Statement;
import org.amends.language.letter.Wording;
import org.amends.language.letter.Wordings;
import org.amends.language.text.Word;
import org.amends.language.text.Words;

/**
 * Whether the letter says what the case owes the customer: what the letter states that Amends would write, however it is worded.
 * Texts are looked for by the stems of their words.
 */
final class DutyCheck {

    private static final Pattern PLACE = Pattern.compile("([a-z_]+)(?:\\[\\d+])?(?:\\.(.+))?");
    private static final int STEM = 5;
    private static final int SHORTEST = 4;

    private final Sheet sheet;
    private final Findings findings;
    private final Approved approved;
    private final Set<LocalDate> days = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final String plain;
    private final Map<String, Wording> wordings = new TreeMap<>();

    DutyCheck(Sheet sheet, Findings findings, Approved approved) {
        this.sheet = sheet;
        this.findings = findings;
        this.approved = approved;
        for (DateFact date : sheet.facts().dates()) {
            approved.day(date, sheet.language()).ifPresent(days::add);
        }
        sheet.words().forEach(word -> stems.add(stem(word.form())));
        this.plain = plain(sheet.text());
        Wordings.of(approved.about()).forEach(placed -> wordings.put(placed.place(), placed.wording()));
    }

    void run() {
        for (Statement statement : approved.statements()) {
            Matcher place = PLACE.matcher(statement.place());
            if (place.matches()) {
                check(place.group(1), place.group(2) == null ? "" : place.group(2), statement);
            }
        }
    }

    private void check(String section, String field, Statement statement) {
        switch (section) {
            case "reference" -> need(contains(statement.value()), Rule.MANDATORY_MISSING, statement, Kind.HEADING);
            case "answer_by" -> need(hasDay(statement), Rule.MANDATORY_MISSING, statement, Kind.NEXT_WORD);
            case "regime" -> regime(field, statement);
            case "remedies" -> remedy(field, statement);
            case "promises" -> promise(field, statement);
            case "points" -> point(field, statement);
            case "failures" -> {
                if (field.equals("date")) {
                    need(hasDay(statement), Rule.FAILURE_UNNAMED, statement, Kind.FACTS);
                }
            }
            case "farewell" -> farewell(field, statement);
            default -> {
                // What is told in passing may be left out.
            }
        }
    }

    private void regime(String field, Statement statement) {
        boolean said = switch (field) {
            case "deadline" -> hasDay(statement);
            case "referral.address" -> hasAddress();
            case "referral.name" -> tells(statement.place(), 0.6);
            case "referral.limit" -> hasLimit();
            default -> !field.startsWith("statements") || isPrinted(statement.place());
        };
        need(said, Rule.MANDATORY_MISSING, statement, Kind.REGIME);
    }

    private void remedy(String field, Statement statement) {
        boolean owed = approved.isOwed(statement.place());
        boolean said = switch (field) {
            case "amount" -> hasSum(statement.value());
            case "due" -> hasDay(statement);
            case "kind" -> hasRemedy(statement);
            default -> true;
        };
        need(said, Rule.REMEDY_MISSING, statement, owed ? Kind.OWED : Kind.GESTURES);
    }

    private void promise(String field, Statement statement) {
        boolean said = switch (field) {
            case "due" -> hasDay(statement);
            case "what" -> tells(statement.place(), 0.34);
            case "owner" -> tellsName(statement.value());
            default -> true;
        };
        need(said, Rule.PROMISE_MISSING, statement, Kind.PROMISES);
    }

    private void point(String field, Statement statement) {
        if (field.equals("raised")) {
            String answer = statement.place().replace(".raised", ".answer");
            boolean said = comesUp(statement.place()) || tells(answer, 0.5);
            need(said, Rule.POINT_UNANSWERED, statement, Kind.ANSWERS);
        }
    }

    private void farewell(String field, Statement statement) {
        boolean said = switch (field) {
            case "closes", "data.due", "balance.due" -> hasDay(statement);
            case "balance.amount" -> hasSum(statement.value());
            default -> true;
        };
        need(said, Rule.MANDATORY_MISSING, statement, Kind.PARTING);
    }

    private void need(boolean said, Rule rule, Statement statement, Kind part) {
        if (!said) {
            String value = statement.value().isEmpty() ? text(statement.place()) : statement.value();
            findings.missing(
                    rule,
                    "%s%s".formatted(statement.place(), value.isEmpty() ? "." : ": " + value),
                    findings.suggestions().part(part, rule));
        }
    }

    private String text(String place) {
        Wording wording = wordings.get(place);
        return wording == null ? "" : wording.in(sheet.language()).orElse("");
    }

    private boolean hasDay(Statement statement) {
        return days.contains(LocalDate.parse(statement.value()));
    }

    private boolean hasSum(String value) {
        String[] sum = value.split(" ", 2);
        return sheet.facts().amounts().stream()
                .anyMatch(amount -> amount.value().compareTo(new BigDecimal(sum[1])) == 0);
    }

    private boolean contains(String value) {
        return plain.contains(plain(value));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char folded = Words.folded(text.charAt(i));
            if (folded != 0) {
                plain.append(folded);
            }
        }
        return plain.toString();
    }

    private static String stem(String form) {
        return form.length() <= STEM ? form : form.substring(0, STEM);
    }

    /** Whether the letter has at least this share of the longer words of a text of the case. */
    private boolean tells(String place, double share) {
        List<Word> words = Words.of(text(place), sheet.language()).stream()
                .filter(word -> word.form().length() >= SHORTEST)
                .toList();
        long told =
                words.stream().filter(word -> stems.contains(stem(word.form()))).count();
        return told >= share * words.size();
    }

    /** Whether two sentences in a row have most of the longer words of a text of the case. */
    private boolean comesUp(String place) {
        List<String> wanted = Words.of(text(place), sheet.language()).stream()
                .map(Word::form)
                .filter(form -> form.length() > SHORTEST)
                .map(DutyCheck::stem)
                .toList();
        Set<String> before = Set.of();
        for (int i = 0; i < sheet.sentences(); i++) {
            Set<String> here = new HashSet<>();
            sheet.sentence(i).forEach(word -> here.add(stem(word.form())));
            Set<String> last = before;
            long told = wanted.stream()
                    .filter(stem -> here.contains(stem) || last.contains(stem))
                    .count();
            if (2 * told > wanted.size()) {
                return true;
            }
            before = here;
        }
        return wanted.isEmpty() && tells(place, 0.5);
    }

    private boolean tellsName(String name) {
        boolean signer = name.equals(approved.about().company().signer().name());
        return signer
                || Words.of(name, sheet.language()).stream()
                        .anyMatch(word -> word.form().length() >= 3 && stems.contains(stem(word.form())));
    }

    private boolean isPrinted(String place) {
        String text = text(place);
        return text.isEmpty() || contains(text);
    }

    private boolean hasAddress() {
        Regime regime = approved.about().regime();
        Regime.Referral referral = regime == null ? null : regime.referral();
        if (referral == null) {
            return true;
        }
        String web = referral.web();
        String address = referral.address();
        return (web != null && contains(web.replaceFirst("^https?://(www\\.)?", "")))
                || (address != null && contains(address));
    }

    private boolean hasLimit() {
        Regime regime = approved.about().regime();
        Regime.Referral referral = regime == null ? null : regime.referral();
        Regime.TimeLimit limit = referral == null ? null : referral.limit();
        if (limit == null) {
            return true;
        }
        String unit = limit.unit().name().toLowerCase(Locale.ROOT);
        String figures = Integer.toString(limit.count());
        return hasSpan(figures, false, unit) || hasSpan(spelt(limit.count()), true, unit);
    }

    /** How a number begins in words, whatever its case. */
    private String spelt(int number) {
        ULocale locale = ULocale.forLanguageTag(sheet.language().code());
        String words = stem(plain(new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT).format(number)));
        return words.length() > 3 ? words.substring(0, words.length() - 1) : words;
    }

    private boolean hasSpan(String number, boolean beginning, String unit) {
        return sheet.words().stream()
                .filter(word ->
                        beginning ? word.form().startsWith(number) : word.form().equals(number))
                .anyMatch(word ->
                        sheet.topic("unit_" + unit).stream().anyMatch(hit -> hit.sentence() == word.sentence()));
    }

    private boolean hasRemedy(Statement statement) {
        return Approved.isMoney(statement.value())
                || !sheet.topic("remedy_" + statement.value()).isEmpty()
                || !sheet.topic("named_" + statement.value()).isEmpty()
                || (!text(statement.place().replace(".kind", ".detail")).isEmpty()
                        && tells(statement.place().replace(".kind", ".detail"), 0.5));
    }
}
