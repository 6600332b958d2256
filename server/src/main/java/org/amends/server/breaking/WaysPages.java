package org.amends.server.breaking;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.amends.relationship.BreakMode;
import org.amends.server.access.Caller;
import org.amends.server.breaking.WaysView.CauseShare;
import org.amends.server.breaking.WaysView.Customer;
import org.amends.server.breaking.WaysView.TrendRow;
import org.amends.server.breaking.WaysView.Way;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.relationship.RelationshipFilter;
import org.amends.server.relationship.RelationshipLinks;
import org.amends.server.relationship.RelationshipList;
import org.amends.server.relationship.RelationshipRow;
import org.amends.server.relationship.RelationshipSort;
import org.amends.server.relationship.SeenBrands;
import org.amends.story.Numerals;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Puts the page of the five ways of breaking together. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class WaysPages {

    private static final int TREND_DAYS = 182;
    private static final int MONTH = 28;
    private static final int MOST_CAUSES = 4;
    private static final int FIRST = 3;

    private final WayCounts counts;
    private final DayPictures pictures;
    private final RelationshipList list;
    private final InstantSource clock;

    WaysPages(WayCounts counts, DayPictures pictures, RelationshipList list, InstantSource clock) {
        this.counts = counts;
        this.pictures = pictures;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping("/ways")
    String ways(ReaderTexts reader, Model model) {
        Texts texts = reader.texts();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Set<String> seen = SeenBrands.of(Caller.current());
        WayCounts.Counts counted = counts.latest(today, seen);
        List<DayPictures.Day> days = pictures.since(today.minusDays(TREND_DAYS), seen);
        List<Way> ways = new ArrayList<>();
        List<String> modes = new ArrayList<>();
        for (BreakMode mode : BreakMode.values()) {
            modes.add(mode.stableName());
            ways.add(way(mode, counted, days, texts, now, seen));
        }
        model.addAttribute(
                "view",
                new WaysView(
                        counted.all() == 0,
                        texts.numerals()
                                .date(counted.day().atStartOfDay(ZoneOffset.UTC).toInstant()),
                        ways,
                        days.size() < 2
                                ? null
                                : DayPictures.picture(days, modes, texts.text("ways.trend.picture"), texts),
                        rows(days, modes, texts)));
        return "breaking/page";
    }

    private Way way(
            BreakMode mode,
            WayCounts.Counts counted,
            List<DayPictures.Day> days,
            Texts texts,
            Instant now,
            @Nullable Set<String> seen) {
        String name = mode.stableName();
        Numerals numerals = texts.numerals();
        WayCounts.Taken taken = counted.of(name);
        long most = 1;
        for (BreakMode other : BreakMode.values()) {
            most = Math.max(most, counted.of(other.stableName()).relationships());
        }
        List<String> values = new ArrayList<>();
        taken.valueAtRisk().forEach((currency, value) -> values.add(numerals.shortMoney(value, currency(currency))));
        return new Way(
                name,
                numerals.count(taken.relationships()),
                numerals.share(taken.relationships(), counted.all()),
                100.0 * taken.relationships() / most,
                numerals.count(Math.round(taken.expectedEndings())),
                values,
                change(name, days, texts),
                causes(mode, texts, now, seen),
                first(name, texts, seen),
                "/relationships?mode=" + name + "&sort=value_at_risk");
    }

    private List<CauseShare> causes(BreakMode mode, Texts texts, Instant now, @Nullable Set<String> seen) {
        return counts.causes(mode, now, seen).stream()
                .limit(MOST_CAUSES)
                .map(pull -> new CauseShare(
                        texts.text("cause." + pull.cause().stableName()),
                        texts.numerals().share(pull.share(), 1),
                        100 * pull.share()))
                .toList();
    }

    private List<Customer> first(String mode, Texts texts, @Nullable Set<String> seen) {
        RelationshipFilter filter = RelationshipFilter.CURRENT.ofBrands(seen).breakingBy(mode);
        return list.page(filter, RelationshipSort.VALUE_AT_RISK, FIRST, null).rows().stream()
                .map(row -> customer(row, texts))
                .toList();
    }

    private static Customer customer(RelationshipRow row, Texts texts) {
        return new Customer(
                Prose.shownId(row.customer()),
                RelationshipLinks.to(row.customer(), row.brand()),
                texts.numerals().chance(row.leaveProbability()),
                row.residualValue() > 0 ? texts.numerals().money(row.valueAtRisk(), currency(row.currency())) : "–");
    }

    private static @Nullable Currency currency(String code) {
        return code.isEmpty() ? null : Currency.getInstance(code);
    }

    /** Compared with the picture of four weeks before the latest, or the next later one. */
    private static @Nullable String change(String mode, List<DayPictures.Day> days, Texts texts) {
        if (days.size() < 2) {
            return null;
        }
        DayPictures.Day last = days.getLast();
        LocalDate before = last.day().minusDays(MONTH);
        for (DayPictures.Day day : days) {
            if (!day.day().isBefore(before) && !day.equals(last)) {
                long more = last.of(mode) - day.of(mode);
                String since = DayPictures.day(day, days, texts);
                String by = texts.numerals().count(Math.abs(more));
                String way = more > 0 ? "more" : "fewer";
                return more == 0
                        ? texts.text("ways.same", "date", since)
                        : texts.text("ways." + way, "n", by, "date", since);
            }
        }
        return null;
    }

    private static List<TrendRow> rows(List<DayPictures.Day> days, List<String> modes, Texts texts) {
        List<TrendRow> rows = new ArrayList<>();
        for (DayPictures.Day day : days.reversed()) {
            rows.add(new TrendRow(
                    DayPictures.day(day, days, texts),
                    modes.stream()
                            .map(mode -> texts.numerals().count(day.of(mode)))
                            .toList()));
        }
        return rows;
    }
}
