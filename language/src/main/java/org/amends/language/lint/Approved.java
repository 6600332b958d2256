package org.amends.language.lint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.language.fact.AmountFact;
import org.amends.language.fact.DateFact;
import org.amends.language.fact.FactReader;
import org.amends.language.fact.Facts;
import org.amends.language.fact.PersonName;
import org.amends.language.fact.Reference;
import org.amends.language.fact.Span;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.RemedyKind;
import org.amends.language.letter.Statement;
import org.amends.language.letter.Wordings;
import org.amends.language.letter.template.Notation;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.letter.writing.UnwritableCaseException;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a case allows a letter to say, and requires of it: what the letter says that Amends itself would write, and the texts of
 * the case. Facts are compared by value, so that every way of writing a day or a sum counts.
 */
final class Approved {

    private static final Pattern SUM = Pattern.compile("([A-Z]{3}) (-?\\d+(?:\\.\\d+)?)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** A sum of money. */
    record Sum(BigDecimal value, String currency) {}

    private final LetterCase about;
    private final @Nullable Letter letter;
    private final SortedSet<Statement> statements;
    private final Set<LocalDate> days = new TreeSet<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<Sum> typed = new ArrayList<>();
    private final Set<String> forms = new HashSet<>();
    private final StringBuilder texts = new StringBuilder();
    private final List<String> prescribed = new ArrayList<>();

    Approved(LetterCase about, Language language, LetterWriter writer) {
        this.about = about;
        this.letter = written(about, language, writer);
        Letter own = letter == null ? written(about, about.customer().language(), writer) : letter;
        this.statements = own == null ? new TreeSet<>() : own.statements();
        statements.forEach(statement -> typed(statement.value()));
        add(language, own == null ? "" : own.subject() + "\n\n" + own.text());
        for (Wordings.Placed placed : Wordings.of(about)) {
            placed.wording().in(language).ifPresent(text -> wording(placed.place(), language, text));
        }
        about.remedies().forEach(remedy -> {
            day(remedy.due());
            day(remedy.done());
        });
        names(language);
        day(about.date());
        day(about.received());
        day(about.answerBy());
    }

    private static @Nullable Letter written(LetterCase about, Language language, LetterWriter writer) {
        try {
            return writer.write(about, language);
        } catch (UnwritableCaseException lacks) {
            // The texts of the case are in another language only; then its facts have to do.
            return null;
        }
    }

    private void wording(String place, Language language, String text) {
        add(language, text);
        if (place.startsWith("regime.statements") || place.endsWith(".raised")) {
            prescribed.add(text);
        }
    }

    private void typed(String value) {
        Matcher sum = SUM.matcher(value);
        if (sum.matches()) {
            Sum planned = new Sum(new BigDecimal(sum.group(2)), sum.group(1));
            sums.add(planned);
            typed.add(planned);
        } else if (DAY.matcher(value).matches()) {
            days.add(LocalDate.parse(value));
        } else {
            texts.append('\n').append(value);
        }
    }

    private void names(Language language) {
        about.incidents().forEach(incident -> {
            day(incident.date());
            day(incident.promised());
        });
        var customer = about.customer();
        for (String name : new String[] {
            customer.name(),
            customer.given(),
            customer.family(),
            customer.patronymic(),
            about.company().name(),
            about.company().signer().name(),
            about.company().contact().web()
        }) {
            add(language, name == null ? "" : name);
        }
    }

    private void day(@Nullable LocalDate day) {
        if (day != null) {
            days.add(day);
        }
    }

    private void add(Language language, String text) {
        Facts facts = FactReader.read(text, language, about.date());
        facts.dates().forEach(date -> day(date, language).ifPresent(days::add));
        for (AmountFact amount : facts.amounts()) {
            sums.add(new Sum(amount.value(), amount.currency()));
        }
        texts.append('\n').append(text);
        for (Word word : Words.of(text, language)) {
            forms.add(word.form());
        }
    }

    LetterCase about() {
        return about;
    }

    /** The letter that Amends would write in the language, where the case has the texts for it. */
    Optional<Letter> letter() {
        return Optional.ofNullable(letter);
    }

    /** What that letter states. */
    SortedSet<Statement> statements() {
        return statements;
    }

    /** All days that may be named. */
    Set<LocalDate> days() {
        return days;
    }

    /** Whether a sum may be named; signs that several currencies share are taken for any of them. */
    boolean allows(AmountFact amount) {
        boolean shared = amount.text().indexOf('$') >= 0 || amount.text().indexOf('¥') >= 0;
        return sums.stream()
                        .anyMatch(sum -> sum.value().compareTo(amount.value()) == 0
                                && (shared || sum.currency().equals(amount.currency())))
                || isTotal(amount);
    }

    private boolean isTotal(AmountFact amount) {
        BigDecimal total = BigDecimal.ZERO;
        for (Statement statement : statements) {
            Matcher sum = SUM.matcher(statement.value());
            if (statement.place().startsWith("remedies[")
                    && sum.matches()
                    && sum.group(1).equals(amount.currency())) {
                total = total.add(new BigDecimal(sum.group(2)));
            }
        }
        return total.compareTo(amount.value()) == 0;
    }

    /** The sums of the case and its plan; its texts may name others. */
    List<Sum> sums() {
        return typed;
    }

    /** Whether the case has a reference, in whatever spelling. */
    boolean allows(Reference reference) {
        return plain(texts).contains(plain(reference.text()));
    }

    private static String plain(CharSequence text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char folded = Words.folded(text.charAt(i));
            if (folded != 0) {
                plain.append(folded);
            }
        }
        return plain.toString();
    }

    /** Whether every part of a name, or at least its beginning where names are inflected, is in the case. */
    boolean allows(PersonName name, Language language) {
        return Words.of(name.text(), language).stream().allMatch(word -> allows(word.form()));
    }

    private boolean allows(String form) {
        if (form.length() < 3 || forms.contains(form)) {
            return true;
        }
        String stem = form.substring(0, Math.max(3, form.length() - 2));
        return forms.stream().anyMatch(known -> known.startsWith(stem));
    }

    /** The day of a date; one without a year is taken in the year in which the case knows it, or else in that of the letter. */
    Optional<LocalDate> day(DateFact date, Language language) {
        if (date.value() != null || date.relative()) {
            return Optional.ofNullable(date.value());
        }
        LocalDate here = null;
        int written = about.date().getYear();
        for (int year = written - 1; year <= written + 1; year++) {
            LocalDate day = inYear(date, language, year);
            if (day != null && days.contains(day)) {
                return Optional.of(day);
            }
            here = year == written ? day : here;
        }
        return Optional.ofNullable(here);
    }

    private static @Nullable LocalDate inYear(DateFact date, Language language, int year) {
        String link = language == Language.SPANISH ? " de " : " ";
        for (DateFact dated :
                FactReader.read(date.text() + link + year, language, null).dates()) {
            return dated.value();
        }
        return null;
    }

    /** Whether a remedy is owed, by its place in the case. */
    boolean isOwed(String place) {
        String remedy = place.substring(0, place.indexOf(']') + 1);
        return statements.contains(new Statement(remedy + ".owed", "true"));
    }

    /** Whether a remedy is a sum of money, by the name of its kind. */
    static boolean isMoney(String kind) {
        return Arrays.stream(RemedyKind.values())
                .anyMatch(known -> known.isMoney() && known.code().equals(kind));
    }

    /** All texts that the case allows. */
    String texts() {
        return texts.toString();
    }

    /** Where texts stand that the rules prescribe, or that are the customer's own. */
    List<Span> prescribed(String text) {
        List<Span> spans = new ArrayList<>();
        for (String words : prescribed) {
            int at = text.indexOf(words);
            if (at >= 0) {
                spans.add(new Span(at, at + words.length()));
            }
        }
        return spans;
    }

    /** A day as the letters write it. */
    static String written(LocalDate day, Language language) {
        return Notation.of(language).day(day);
    }
}
