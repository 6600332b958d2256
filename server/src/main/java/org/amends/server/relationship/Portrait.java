package org.amends.server.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amends.event.Event;
import org.amends.event.EventId;
import org.amends.money.Money;
import org.amends.preference.PreferenceBook;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Contribution;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;
import org.amends.server.console.Texts;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.relationship.RelationshipView.ContributionRow;
import org.amends.server.relationship.RelationshipView.Figure;
import org.amends.server.relationship.RelationshipView.PromiseRow;
import org.amends.server.relationship.RelationshipView.RiskRow;
import org.amends.story.CustomerFacts;
import org.amends.story.Numerals;
import org.amends.story.Prose;
import org.amends.story.Story;
import org.amends.story.StoryTaker;
import org.amends.story.StoryView;
import org.amends.story.Waterfall;
import org.amends.story.WaterfallChart;
import org.jspecify.annotations.Nullable;

/** Draws one relationship for one reader at one moment, from its state and its history. */
final class Portrait {

    /** Below this chance of still being there, a silent customer counts among those who have left. */
    private static final double STILL_THERE = 0.1;

    private static final int MOST_GIVEN = 5;
    private static final int MOST_PROMISES = 10;
    private static final Duration SOON = Duration.ofDays(3);

    private final Texts texts;
    private final Numerals numerals;
    private final Instant now;
    private final Diagnosing diagnosing;
    private final EventWords words;
    private final KnownRelationship known;
    private final Relationship relationship;
    private final Diagnosis diagnosis;
    private final @Nullable Currency currency;

    Portrait(Texts texts, Instant now, Diagnosing diagnosing, KnownRelationship known, Relationship relationship) {
        this.texts = texts;
        this.numerals = texts.numerals();
        this.now = now;
        this.diagnosing = diagnosing;
        this.words = new EventWords(texts, now);
        this.known = known;
        this.relationship = relationship;
        this.diagnosis = diagnosing.at(now).diagnose(relationship);
        Purchases purchases = relationship.purchases();
        Currency paid = purchases == null ? null : purchases.currency();
        this.currency = Money.UNNAMED_CURRENCY.equals(paid) ? null : paid;
    }

    /**
     * The page.
     *
     * @param latestFirst the history, or its latest part
     * @param whole whether that is all of it
     * @param shown how many events are listed at once
     * @param preferences what the customer stated
     */
    RelationshipView page(
            List<HistoryEvent> latestFirst, boolean whole, int shown, String eventCount, PreferenceBook preferences) {
        List<HistoryEvent> oldestFirst = new ArrayList<>(latestFirst);
        oldestFirst.sort(Comparator.comparing(HistoryEvent::event, RelationshipFold.ORDER));
        List<RiskOverTime.Point> points = whole ? RiskOverTime.of(oldestFirst, diagnosing, now) : List.of();
        Pictures pictures = new Pictures(texts, now);
        List<HistoryEvent> listed = latestFirst.subList(0, Math.min(shown, latestFirst.size()));
        return new RelationshipView(
                Prose.shownId(known.customer()),
                known.customer(),
                known.brand(),
                relationship.standing().name().toLowerCase(Locale.ROOT),
                flags(),
                story(oldestFirst),
                figures(),
                pictures.timeline(oldestFirst, words),
                points.size() < 2 ? null : pictures.risk(points),
                riskRows(points),
                contributions(oldestFirst),
                numerals.weight(diagnosis.contributions().stream()
                        .mapToDouble(Contribution::logit)
                        .sum()),
                new PreferenceWords(texts, now).view(preferences),
                given(latestFirst),
                promises(oldestFirst),
                listed.stream().map(words::line).toList(),
                latestFirst.size() > shown ? older(listed.getLast()) : null,
                RelationshipLinks.to(known.customer(), known.brand(), "/what-if"),
                eventCount);
    }

    String older(HistoryEvent last) {
        String address = RelationshipLinks.to(known.customer(), known.brand(), "/timeline");
        String separator = address.contains("?") ? "&" : "?";
        return address + separator + "before=" + Histories.Place.of(last).encoded();
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (diagnosis.silentSufferer()) {
            flags.add("silent");
        }
        if (diagnosis.neglectedLoyal()) {
            flags.add("neglected");
        }
        if (diagnosis.doubleDeviation()) {
            flags.add("deviation");
        }
        return flags;
    }

    private Story taken(Relationship of, Diagnosis told, List<HistoryEvent> history) {
        boolean gone = of.over() || told.alive() < STILL_THERE;
        return new StoryTaker(now)
                .take(
                        CustomerFacts.of(of, gone),
                        told,
                        history.stream().map(HistoryEvent::event).toList());
    }

    private StoryView story(List<HistoryEvent> history) {
        return new StoryView.Maker(texts.words(), numerals, now)
                .of("story", taken(relationship, diagnosis, history), StoryView.Stake.AT_RISK);
    }

    private List<Figure> figures() {
        Purchases purchases = relationship.purchases();
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("chance", numerals.chance(diagnosis.leaveProbability())));
        figures.add(figure("value", money(diagnosis.valueAtRisk()), "total", money(diagnosis.residualValue())));
        figures.add(figure("retaliation", numerals.chance(diagnosis.retaliationRisk())));
        figures.add(figure("voice", numerals.chance(diagnosis.complaintPropensity())));
        figures.add(figure("mend", numerals.share(diagnosis.recoveryPower(), 1)));
        figures.add(figure(
                "purchases",
                purchases == null ? "0" : numerals.count(purchases.count()),
                "total",
                purchases == null ? "–" : numerals.money(purchases.total(), currency)));
        return figures;
    }

    private String money(double amount) {
        return diagnosis.residualValue() > 0 ? numerals.money(amount, currency) : "–";
    }

    private Figure figure(String key, String value, Object... arguments) {
        return new Figure(
                texts.text("relationship.figure." + key),
                value,
                texts.text("relationship.figure." + key + ".note", arguments));
    }

    private List<RiskRow> riskRows(List<RiskOverTime.Point> points) {
        List<RiskRow> rows = new ArrayList<>();
        for (RiskOverTime.Point point : points.reversed()) {
            List<String> modes = new ArrayList<>();
            for (BreakMode mode : BreakMode.values()) {
                modes.add(numerals.share(point.modes().getOrDefault(mode, 0.0), 1));
            }
            rows.add(new RiskRow(numerals.day(point.at(), now), numerals.chance(point.chance()), modes));
        }
        return rows;
    }

    private List<ContributionRow> contributions(List<HistoryEvent> history) {
        Map<EventId, HistoryEvent> byId = new HashMap<>();
        history.forEach(event -> byId.put(event.event().id(), event));
        List<ContributionRow> rows = new ArrayList<>();
        for (Contribution contribution : diagnosis.contributions()) {
            BreakMode mode = contribution.mode();
            EventId id = contribution.event();
            HistoryEvent event = id == null ? null : byId.get(id);
            rows.add(new ContributionRow(
                    texts.text("cause." + contribution.cause().stableName()),
                    mode == null ? null : mode.stableName(),
                    event == null ? (id == null ? null : Prose.shownId(id.value())) : words.brief(event),
                    event == null ? null : event.event().time().toString(),
                    numerals.weight(contribution.logit())));
        }
        return rows;
    }

    /** What the company last gave that was no sale: attention, remedies, and answers of substance. */
    private List<EventLine> given(List<HistoryEvent> latestFirst) {
        return latestFirst.stream()
                .filter(event ->
                        event.event() instanceof Event.AttentionGiven || event.event() instanceof Event.RemedyGiven)
                .limit(MOST_GIVEN)
                .map(words::line)
                .toList();
    }

    private List<PromiseRow> promises(List<HistoryEvent> oldestFirst) {
        Map<String, Event.PromiseMade> made = new LinkedHashMap<>();
        Map<String, String> ended = new HashMap<>();
        for (HistoryEvent event : oldestFirst) {
            switch (event.event()) {
                case Event.PromiseMade promise -> made.put(promise.ref(), promise);
                case Event.PromiseKept kept -> ended.put(kept.ref(), "kept");
                case Event.PromiseBroken broken -> ended.put(broken.ref(), "broken");
                case Event ignored -> {}
            }
        }
        List<PromiseRow> rows = new ArrayList<>();
        made.forEach((ref, promise) -> rows.add(new PromiseRow(
                Prose.shownId(ref),
                numerals.day(promise.time(), now),
                promise.due() == null ? null : numerals.day(promise.due(), now),
                ended.getOrDefault(ref, open(promise.due())))));
        return rows.reversed().subList(0, Math.min(MOST_PROMISES, rows.size()));
    }

    private String open(@Nullable Instant due) {
        if (due == null) {
            return "open";
        }
        if (due.isBefore(now)) {
            return "overdue";
        }
        return due.isBefore(now.plus(SOON)) ? "due_soon" : "open";
    }

    /** How the number would move. */
    WhatIfView whatIf(WhatIf asked, RelationshipFold fold) {
        String chance = numerals.chance(diagnosis.leaveProbability());
        if (!asked.any()) {
            return new WhatIfView(asked, chance, null, null, false, money(diagnosis.valueAtRisk()), null, null);
        }
        Relationship after = asked.after(fold, relationship, now);
        Diagnosis then = diagnosing.at(later(after)).diagnose(after);
        double moved = then.leaveProbability() - diagnosis.leaveProbability();
        Waterfall numbers = new WaterfallChart(texts.words(), numerals).of(taken(after, then, List.of()), "what-if");
        return new WhatIfView(
                asked,
                chance,
                numerals.chance(then.leaveProbability()),
                numerals.weight(100 * moved),
                moved < 0,
                money(diagnosis.valueAtRisk()),
                money(then.valueAtRisk()),
                numbers);
    }

    private Instant later(Relationship after) {
        return after.lastSeen().isAfter(now) ? after.lastSeen() : now;
    }
}
