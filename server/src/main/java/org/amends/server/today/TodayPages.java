package org.amends.server.today;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amends.relationship.BreakMode;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.breaking.DayPictures;
import org.amends.server.casework.CaseLinks;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.deadline.DueCases;
import org.amends.server.promise.PromiseLedger;
import org.amends.server.relationship.RelationshipFilter;
import org.amends.server.relationship.RelationshipLinks;
import org.amends.server.relationship.RelationshipList;
import org.amends.server.relationship.RelationshipRow;
import org.amends.server.relationship.RelationshipSort;
import org.amends.server.relationship.SeenBrands;
import org.amends.server.relationship.Stories;
import org.amends.server.today.TodayView.Change;
import org.amends.server.today.TodayView.DueCase;
import org.amends.server.today.TodayView.Figure;
import org.amends.server.today.TodayView.First;
import org.amends.server.today.TodayView.Named;
import org.amends.server.today.TodayView.Promise;
import org.amends.server.today.TodayView.TrendRow;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Puts the page of the day together. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class TodayPages {

    private static final Duration LATELY = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofDays(3);
    private static final int FIRST = 6;
    private static final int NAMED = 4;
    private static final int MOST_COUNTED = 10_000;
    private static final int MOST_PROMISES = 12;
    private static final int MOST_DUE = 12;
    private static final int TREND_DAYS = 182;

    /** From what wants attention soonest to what may wait. */
    private static final List<String> ORDER =
            List.of("standing", "silent_sufferer", "double_deviation", "mode", "risk", "neglected_loyal");

    private final RelationshipList list;
    private final Stories stories;
    private final Changes changes;
    private final DayPictures pictures;
    private final DueCases dueCases;
    private final PromiseLedger ledger;
    private final InstantSource clock;

    TodayPages(
            RelationshipList list,
            Stories stories,
            Changes changes,
            DayPictures pictures,
            DueCases dueCases,
            PromiseLedger ledger,
            InstantSource clock) {
        this.list = list;
        this.stories = stories;
        this.changes = changes;
        this.pictures = pictures;
        this.dueCases = dueCases;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/")
    String today(ReaderTexts reader, Model model) {
        Texts texts = reader.texts();
        Instant now = clock.instant();
        BrandScope brands = Caller.current().brands();
        Set<String> seen = SeenBrands.of(Caller.current());
        RelationshipFilter current = RelationshipFilter.CURRENT.ofBrands(seen).stillThere();
        List<RelationshipRow> urgent =
                list.page(current, RelationshipSort.PRIORITY, FIRST, null).rows();
        List<DayPictures.Day> days = pictures.since(day(now).minusDays(TREND_DAYS), seen);
        model.addAttribute(
                "view",
                new TodayView(
                        texts.numerals().date(now),
                        urgent.isEmpty(),
                        figures(current, texts),
                        due(now, brands, texts),
                        changes(now, seen, texts),
                        first(urgent, texts, now),
                        promises(now, brands, seen, texts),
                        days.size() < 2
                                ? null
                                : DayPictures.picture(days, modes(), texts.text("today.trend.picture"), texts),
                        trendRows(days, texts)));
        return "today/page";
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static List<String> modes() {
        List<String> modes = new ArrayList<>();
        for (BreakMode mode : BreakMode.values()) {
            modes.add(mode.stableName());
        }
        return modes;
    }

    private List<Figure> figures(RelationshipFilter current, Texts texts) {
        return List.of(
                figure("current", current, "/relationships", texts),
                figure("breaking", current.withRiskFrom(0.5), "/relationships?risk_from=50", texts),
                figure("silent", current.silent(), "/relationships?silent=on&sort=value_at_risk", texts),
                figure("neglected", current.neglected(), "/relationships?neglected=on&sort=value_at_risk", texts));
    }

    private Figure figure(String key, RelationshipFilter filter, String link, Texts texts) {
        int counted = list.count(filter, MOST_COUNTED);
        String value = texts.numerals().count(Math.min(counted, MOST_COUNTED));
        return new Figure(
                texts.text("today.figure." + key),
                counted > MOST_COUNTED ? texts.text("today.over", "n", value) : value,
                texts.text("today.figure." + key + ".note"),
                link);
    }

    private List<Change> changes(Instant now, @Nullable Set<String> seen, Texts texts) {
        Instant from = now.minus(LATELY);
        List<Change> told = new ArrayList<>();
        List<Changes.One> complaints = changes.complaints(from, seen, MOST_COUNTED);
        if (!complaints.isEmpty()) {
            told.add(new Change(
                    texts.text("today.change.complaint", "n", complaints.size()),
                    "bad",
                    null,
                    named(complaints.subList(0, Math.min(NAMED, complaints.size())), texts)));
        }
        changes.since(from, seen).stream()
                .sorted(Comparator.<Changes.Kind>comparingInt(kind -> ORDER.indexOf(kind.kind()))
                        .thenComparing(Comparator.comparingLong(Changes.Kind::relationships)
                                .reversed()))
                .filter(kind -> texts.has(key(kind)))
                .forEach(kind -> told.add(new Change(
                        texts.text(
                                key(kind),
                                "n",
                                kind.relationships(),
                                "mode",
                                kind.kind().equals("mode") ? texts.text("mode." + kind.after()) : ""),
                        tone(kind),
                        link(kind),
                        named(changes.foremost(kind, from, seen), texts))));
        return told;
    }

    private static String key(Changes.Kind kind) {
        return switch (kind.kind()) {
            case "mode" -> "today.change.mode";
            case "risk", "standing" -> "today.change." + kind.kind() + "." + kind.after();
            default -> "today.change." + kind.kind();
        };
    }

    private static String tone(Changes.Kind kind) {
        return switch (kind.kind()) {
            case "mode" -> kind.after();
            case "neglected_loyal" -> "fading";
            case "risk" -> kind.after().equals("high") ? "bad" : "warn";
            default -> "bad";
        };
    }

    private static @Nullable String link(Changes.Kind kind) {
        return switch (kind.kind()) {
            case "mode" -> "/relationships?mode=" + kind.after();
            case "silent_sufferer" -> "/relationships?silent=on";
            case "neglected_loyal" -> "/relationships?neglected=on";
            case "double_deviation" -> "/relationships?deviation=on";
            case "standing" -> "/relationships?standing=" + kind.after();
            case "risk" -> "/relationships?risk_from=" + (kind.after().equals("high") ? "50" : "25");
            default -> null;
        };
    }

    private static List<Named> named(List<Changes.One> ones, Texts texts) {
        return ones.stream()
                .map(one -> new Named(
                        Prose.shownId(one.customer()),
                        RelationshipLinks.to(one.customer(), one.brand()),
                        one.valueAtRisk() > 0 ? texts.numerals().money(one.valueAtRisk(), currency(one)) : null))
                .toList();
    }

    private static @Nullable Currency currency(Changes.One one) {
        return one.currency().isEmpty() ? null : Currency.getInstance(one.currency());
    }

    private List<First> first(List<RelationshipRow> urgent, Texts texts, Instant now) {
        List<First> first = new ArrayList<>();
        for (RelationshipRow row : urgent) {
            stories.of(row.id(), texts, now)
                    .ifPresent(story -> first.add(new First(RelationshipLinks.to(row.customer(), row.brand()), story)));
        }
        return first;
    }

    private List<DueCase> due(Instant now, BrandScope brands, Texts texts) {
        return dueCases.before(now.plus(SOON), brands, MOST_DUE).stream()
                .map(each -> new DueCase(
                        each.reference(),
                        CaseLinks.to(each.reference()),
                        each.subject().isBlank() ? each.reference() : each.subject(),
                        Prose.shownId(each.customer()),
                        "case.duty." + each.duty().toLowerCase(Locale.ROOT),
                        texts.numerals().day(each.due(), now),
                        each.due().isBefore(now)))
                .toList();
    }

    /** Those of cases first, as their ledger has them; then what else the company promised. */
    private List<Promise> promises(Instant now, BrandScope brands, @Nullable Set<String> seen, Texts texts) {
        Instant soon = now.plus(SOON);
        List<Promise> told = new ArrayList<>();
        ledger.list(new PromiseLedger.Wanted(null, true, soon, brands, null), MOST_PROMISES)
                .forEach(each -> told.add(new Promise(
                        Prose.shownId(each.customer()),
                        CaseLinks.to(each.reference()),
                        each.pledge().promise().what(),
                        texts.numerals().day(each.pledge().promise().due(), now),
                        each.pledge().promise().due().isBefore(now))));
        List<Changes.Promised> others = changes.due(soon, now, seen);
        Set<String> ofCases =
                ledger.known(others.stream().map(Changes.Promised::ref).toList());
        others.stream()
                .filter(promised -> !ofCases.contains(promised.ref()))
                .sorted(Comparator.comparing((Changes.Promised promised) ->
                        Duration.between(promised.due(), now).abs()))
                .limit(MOST_PROMISES - told.size())
                .map(promised -> new Promise(
                        Prose.shownId(promised.customer()),
                        RelationshipLinks.to(promised.customer(), promised.brand()),
                        Prose.shownId(promised.ref()),
                        texts.numerals().day(promised.due(), now),
                        promised.due().isBefore(now)))
                .forEach(told::add);
        return told;
    }

    private static List<TrendRow> trendRows(List<DayPictures.Day> days, Texts texts) {
        List<TrendRow> rows = new ArrayList<>();
        for (DayPictures.Day day : days.reversed()) {
            rows.add(new TrendRow(
                    DayPictures.day(day, days, texts),
                    modes().stream()
                            .map(mode -> texts.numerals().count(day.of(mode)))
                            .toList()));
        }
        return rows;
    }
}
