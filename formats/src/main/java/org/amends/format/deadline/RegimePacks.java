package org.amends.format.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.amends.complaint.ClockStart;
import org.amends.complaint.LetterPurpose;
import org.amends.deadline.Duty;
import org.amends.deadline.DutyKind;
import org.amends.deadline.LetterContent;
import org.amends.deadline.Regime;
import org.amends.deadline.Scope;
import org.amends.deadline.Span;
import org.jspecify.annotations.Nullable;

/** Reads files of regimes. */
public final class RegimePacks {

    /** Of the packs that come with Amends, the names of their files. */
    private static final List<String> SHIPPED = List.of("house", "uk", "eu", "americas", "asia-pacific", "russia");

    /** The member states of the European Union: "EU" in a file stands for each of them. */
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9_-]{0,40}");
    private static final Set<String> PROVENANCES = Set.of("seen", "second_hand", "recalled", "chosen");

    private RegimePacks() {}

    /** Those that come with Amends. Their numbers are to be checked against the official texts. */
    public static List<Regime> standard() {
        List<Regime> all = new ArrayList<>();
        SHIPPED.forEach(name -> all.addAll(read(name + ".yaml", Shipped.text(name + ".yaml"))));
        return List.copyOf(all);
    }

    /**
     * The regimes of a file.
     *
     * @param file its name, for messages
     * @throws PackFormatException when it is none; the message names the place and the remedy
     */
    public static List<Regime> read(String file, String yaml) {
        PackNode root = PackNode.root(file, yaml);
        Map<String, PackNode> fields = root.fields(Set.of("check", "regimes"));
        List<Regime> regimes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PackNode each : root.need(fields, "regimes").list()) {
            Regime regime = regime(each);
            if (!names.add(regime.name())) {
                throw each.wrong("a second regime \"%s\"".formatted(regime.name()), "Maybe give it another name.");
            }
            regimes.add(regime);
        }
        return List.copyOf(regimes);
    }

    private static Regime regime(PackNode node) {
        Map<String, PackNode> fields = node.fields(
                Set.of("name", "title", "source", "provenance", "applies", "duties", "letters", "referral"));
        Map<String, String> title = new HashMap<>();
        PackNode titles = node.need(fields, "title");
        titles.entries().forEach((language, text) -> title.put(language, text.text()));
        if (!title.containsKey("en")) {
            throw titles.wrong("a title without English", "Maybe add \"en: ...\".");
        }
        PackNode applies = fields.get("applies");
        PackNode duties = fields.get("duties");
        PackNode referral = fields.get("referral");
        List<Duty> all = new ArrayList<>();
        if (duties != null) {
            duties.list().forEach(each -> all.add(duty(each)));
        }
        return new Regime(
                node.need(fields, "name").value(matching(NAME), "Maybe small letters, digits and hyphens: uk-energy."),
                title,
                node.need(fields, "source").text(),
                node.need(fields, "provenance")
                        .value(
                                text -> PROVENANCES.contains(text) ? text : null,
                                "Maybe seen, second_hand, recalled or chosen."),
                applies == null ? ALWAYS : scope(applies),
                all,
                letters(fields.get("letters")),
                referral == null ? null : referral(referral));
    }

    private static final Scope ALWAYS = new Scope(Set.of(), Set.of(), Set.of(), Set.of(), null, null, false);

    private static Scope scope(PackNode node) {
        Map<String, PackNode> fields =
                node.fields(Set.of("countries", "sectors", "failures", "tags", "from", "until", "on_request"));
        Set<String> countries = new HashSet<>();
        for (PackNode each : list(fields.get("countries"))) {
            String country = each.value(matching(COUNTRY), "Maybe ES, FR, or CA-QC for a part of a country, or EU.");
            countries.addAll(country.equals("EU") ? UNION : Set.of(country));
        }
        PackNode onRequest = fields.get("on_request");
        return new Scope(
                countries,
                words(fields.get("sectors")),
                words(fields.get("failures")),
                words(fields.get("tags")),
                day(fields.get("from")),
                day(fields.get("until")),
                onRequest != null && onRequest.truth());
    }

    private static List<PackNode> list(@Nullable PackNode node) {
        return node == null ? List.of() : node.list();
    }

    private static Set<String> words(@Nullable PackNode node) {
        Set<String> words = new HashSet<>();
        for (PackNode each : list(node)) {
            words.add(each.value(matching(WORD), "Maybe a word in small letters."));
        }
        return words;
    }

    private static @Nullable LocalDate day(@Nullable PackNode node) {
        return node == null ? null : node.value(LocalDate::parse, "Maybe 2026-04-08.");
    }

    private static Function<String, @Nullable String> matching(Pattern pattern) {
        return text -> pattern.matcher(text).matches() ? text : null;
    }

    private static Duty duty(PackNode node) {
        Map<String, PackNode> fields = node.fields(
                Set.of("duty", "within", "from", "extended", "pausable", "on_business_day", "answer", "done_by"));
        DutyKind kind = node.need(fields, "duty").value(named(DutyKind.values()), oneOf(DutyKind.values()));
        PackNode from = fields.get("from");
        PackNode pausable = fields.get("pausable");
        PackNode onBusinessDay = fields.get("on_business_day");
        PackNode answer = fields.get("answer");
        Set<String> elements = words(fields.get("done_by"));
        if (elements.isEmpty() == (kind == DutyKind.REDRESS || kind == DutyKind.REPORT)) {
            throw node.wrong(
                    elements.isEmpty() ? "no \"done_by\"" : "\"done_by\"",
                    "Elements of a plan settle redress and report, and nothing else; maybe done_by: [refund].");
        }
        return new Duty(
                kind,
                node.need(fields, "within").value(Spans::read, Spans.REMEDY),
                from == null ? ClockStart.RECEIPT : from.value(named(ClockStart.values()), oneOf(ClockStart.values())),
                extension(fields.get("extended")),
                pausable != null && pausable.truth(),
                onBusinessDay != null && onBusinessDay.truth(),
                answer == null ? usual(kind) : answer.value(named(Duty.Round.values()), oneOf(Duty.Round.values())),
                elements);
    }

    /** Each answer has its time; whoever was told once that it arrived, or whom to turn to, has been told. */
    private static Duty.Round usual(DutyKind kind) {
        return kind == DutyKind.FINAL ? Duty.Round.EACH : Duty.Round.FIRST;
    }

    private static Duty.@Nullable Extension extension(@Nullable PackNode node) {
        if (node == null) {
            return null;
        }
        if (node.text().equals("as_promised")) {
            return new Duty.Extension(null);
        }
        return new Duty.Extension(
                node.<Span>value(Spans::read, Spans.REMEDY + " Or as_promised, where the reply names the day."));
    }

    private static Map<LetterPurpose, Set<LetterContent>> letters(@Nullable PackNode node) {
        Map<LetterPurpose, Set<LetterContent>> letters = new EnumMap<>(LetterPurpose.class);
        if (node != null) {
            node.entries().forEach((name, contents) -> {
                LetterPurpose purpose = named(LetterPurpose.values()).apply(name);
                if (purpose == null) {
                    throw contents.wrong("the letter \"%s\"".formatted(name), oneOf(LetterPurpose.values()));
                }
                Set<LetterContent> said = EnumSet.noneOf(LetterContent.class);
                for (PackNode each : contents.list()) {
                    said.add(each.value(named(LetterContent.values()), oneOf(LetterContent.values())));
                }
                letters.put(purpose, said);
            });
        }
        return letters;
    }

    private static Regime.Referral referral(PackNode node) {
        Map<String, PackNode> fields = node.fields(Set.of("name", "web", "limit"));
        PackNode limit = fields.get("limit");
        return new Regime.Referral(
                node.need(fields, "name").text(),
                node.need(fields, "web").text(),
                limit == null ? null : limit.<Span>value(Spans::read, Spans.REMEDY));
    }

    private static <E extends Enum<E>> Function<String, @Nullable E> named(E[] values) {
        return text -> {
            for (E value : values) {
                if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return value;
                }
            }
            return null;
        };
    }

    private static String oneOf(Enum<?>[] values) {
        StringBuilder names = new StringBuilder("Maybe one of:");
        for (Enum<?> value : values) {
            names.append(' ').append(value.name().toLowerCase(Locale.ROOT));
        }
        return names.append('.').toString();
    }
}
