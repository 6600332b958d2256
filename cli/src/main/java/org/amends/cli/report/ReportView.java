package org.amends.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.amends.cli.report.ReportData.Findings;
import org.amends.cli.report.ReportData.Group;
import org.amends.cli.report.ReportData.ModeFinding;
import org.amends.cli.report.ReportData.Run;
import org.amends.relationship.BreakMode;
import org.amends.story.Language;
import org.amends.story.Numerals;
import org.amends.story.Prose;
import org.amends.story.Story;
import org.amends.story.StoryView;
import org.amends.story.Waterfall;
import org.amends.story.Words;
import org.jspecify.annotations.Nullable;

/** The report in one language, as its templates ask for it. */
final class ReportView {

    private final ReportData data;
    private final Language language;
    private final Words words;
    private final Numerals numerals;
    private final StoryView.Maker maker;
    private final ReportCharts charts;

    /** A large number with what it means. */
    record Figure(String label, String value, String note) {}

    /** A table: a heading for each column, and rows of as many cells. */
    record Table(String caption, List<String> headings, List<List<String>> rows) {}

    /** One section of stories. */
    record Section(String id, String title, String lead, String none, List<String> sums, List<StoryView> stories) {

        /** Those that are seen at once. */
        List<StoryView> shown(int most) {
            return stories.subList(0, Math.min(most, stories.size()));
        }

        /** Those that are seen when asked for. */
        List<StoryView> rest(int most) {
            return stories.subList(Math.min(most, stories.size()), stories.size());
        }
    }

    /** A line of the section that says what was read. */
    record RunLine(String label, List<String> values) {}

    ReportView(ReportData data, Language language) {
        this.data = data;
        this.language = language;
        this.words = Words.in(language).and(ReportView.class, "report");
        this.numerals = new Numerals(language, words);
        this.maker = new StoryView.Maker(words, numerals, run().at());
        this.charts = new ReportCharts(data, words, numerals);
    }

    ReportCharts charts() {
        return charts;
    }

    Run run() {
        return data.run();
    }

    Findings findings() {
        return data.findings();
    }

    String lang() {
        return language.code();
    }

    String say(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    String count(long count) {
        return numerals.count(count);
    }

    boolean empty() {
        return findings().living() == 0;
    }

    /** The questions that the page answers about itself. */
    List<String> questions() {
        return List.of("chance", "value", "known", "loyalty", "owed", "parting");
    }

    String moment() {
        return numerals.moment(run().at());
    }

    String title() {
        return words.text("page.title", "date", numerals.date(run().at()));
    }

    String headline() {
        if (empty()) {
            return words.text("headline.empty");
        }
        return findings().breaking() == 0
                ? words.text("headline.none", "n", findings().living())
                : words.text(
                        "headline",
                        "breaking",
                        findings().breaking(),
                        "total",
                        count(findings().living()));
    }

    Prose lede() {
        if (empty()) {
            return Prose.of(words.text("headline.empty.text"));
        }
        String lede = words.text(
                "lede",
                "date",
                dated(run().at()),
                "days",
                horizonDays(),
                "threshold",
                numerals.line(run().threshold()));
        String left = findings().left() == 0
                ? ""
                : " " + words.text("lede.left", "n", findings().left());
        return Prose.of(lede + left);
    }

    /** What the top of each printed page says, as a string of a style sheet. */
    String printedTitle() {
        return "\"" + title().replaceAll("[\\\\\"<>\\p{Cntrl}]", "") + "\"";
    }

    long horizonDays() {
        return Math.max(1, run().horizon().toDays());
    }

    private String dated(Instant time) {
        return Prose.dated(numerals.date(time), time);
    }

    private @Nullable Currency currency() {
        return findings().currency();
    }

    private boolean sumsOfMoney() {
        return findings().residualValue() > 0 && !findings().severalCurrencies();
    }

    private String money(double amount) {
        return numerals.money(amount, currency());
    }

    List<Figure> figures() {
        Findings found = findings();
        String total = count(found.living());
        return List.of(
                new Figure(
                        words.text("figure.breaking"),
                        count(found.breaking()),
                        words.text(
                                "figure.breaking.note",
                                "share",
                                numerals.share(found.breaking(), found.living()),
                                "total",
                                total)),
                new Figure(
                        words.text("figure.lost"),
                        count(Math.round(found.expectedLost())),
                        words.text("figure.lost.note", "days", horizonDays())),
                valueFigure(),
                new Figure(
                        words.text("figure.silent"),
                        count(found.silentSufferers().customers()),
                        words.text("figure.silent.note")));
    }

    private Figure valueFigure() {
        String label = words.text("figure.value");
        if (!sumsOfMoney()) {
            String why = findings().severalCurrencies() ? "figure.value.mixed" : "figure.value.none";
            return new Figure(label, "–", words.text(why));
        }
        String note = currency() == null ? "figure.value.unnamed" : "figure.value.note";
        String total = numerals.shortMoney(findings().residualValue(), currency());
        return new Figure(
                label, numerals.shortMoney(findings().valueAtRisk(), currency()), words.text(note, "total", total));
    }

    String modesLead() {
        ModeFinding most = findings().modes().stream()
                .max(Comparator.comparingLong(ModeFinding::customers))
                .orElseThrow();
        return words.text("modes.lead", "mode", mode(most.mode()));
    }

    List<BreakMode> allModes() {
        return List.of(BreakMode.values());
    }

    private String mode(BreakMode mode) {
        return words.text("mode." + mode.stableName());
    }

    Section first() {
        long total = findings().breaking();
        List<Story> stories = findings().first();
        List<String> sums = stories.size() < total
                ? List.of(words.text("first.of", "shown", count(stories.size()), "total", count(total)))
                : List.of();
        return new Section(
                "first",
                words.text("first.title"),
                words.text("first.lead"),
                words.text("first.none"),
                sums,
                shown("first", stories, StoryView.Stake.AT_RISK));
    }

    List<Section> groups() {
        return List.of(
                group("pile", findings().accumulations(), StoryView.Stake.AT_RISK),
                group("silent", findings().silentSufferers(), StoryView.Stake.AT_RISK),
                group("neglected", findings().neglectedLoyal(), StoryView.Stake.STILL_TO_COME));
    }

    private Section group(String id, Group group, StoryView.Stake stake) {
        List<String> sums = new ArrayList<>();
        sums.add(words.text("group.of", "n", group.customers()));
        if (sumsOfMoney()) {
            sums.add(
                    stake == StoryView.Stake.STILL_TO_COME
                            ? words.text("group.worth", "money", money(group.residualValue()))
                            : words.text("group.value", "money", money(group.valueAtRisk())));
        }
        return new Section(
                id,
                words.text(id + ".title"),
                words.text(id + ".lead"),
                words.text(id + ".none"),
                sums,
                shown(id, group.stories(), stake));
    }

    /** A waterfall as a table. */
    Table table(Waterfall chart) {
        List<List<String>> rows = new ArrayList<>();
        for (Waterfall.Step step : chart.steps()) {
            String weight = step.weight();
            rows.add(List.of(step.label(), weight == null ? "" : weight, step.after()));
        }
        return new Table(chart.title(), charts.headings("column.what", "column.weight", "column.after"), rows);
    }

    private List<StoryView> shown(String section, List<Story> stories, StoryView.Stake stake) {
        List<StoryView> shown = new ArrayList<>();
        for (Story story : stories) {
            shown.add(maker.of(section + "-" + (shown.size() + 1), story, stake));
        }
        return shown;
    }

    List<RunLine> runLines() {
        Run run = run();
        List<RunLine> lines = new ArrayList<>();
        lines.add(new RunLine(
                words.text("run.sources"),
                run.sources().stream().map(Prose::shownId).toList()));
        lines.add(line("run.customers", count(findings().customers())));
        lines.add(line("run.events", count(run.events())));
        String rejected = count(run.rejected());
        lines.add(line(
                "run.rejected", run.rejected() == 0 ? rejected : rejected + " – " + words.text("run.rejected.note")));
        lines.add(line("run.duplicates", count(run.duplicates())));
        if (run.skipped() > 0) {
            lines.add(line("run.skipped", count(run.skipped())));
        }
        lines.add(line("run.policy", Prose.shownId(run.policyVersion())));
        lines.add(line("run.base", base()));
        return lines;
    }

    private RunLine line(String key, String value) {
        return new RunLine(words.text(key), List.of(value));
    }

    private String base() {
        ReportData.BaseModel base = run().base();
        if (base == null) {
            return words.text("run.base.none");
        }
        String parameters = base.parameters().stream()
                .map(parameter -> parameter.name() + " " + numerals.parameter(parameter.value()))
                .collect(Collectors.joining(", "));
        return parameters.isEmpty() ? base.name() : base.name() + " (" + parameters + ")";
    }
}
