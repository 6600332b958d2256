package org.amends.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.amends.cli.report.Chart.Bar;
import org.amends.cli.report.Chart.Bars;
import org.amends.cli.report.Chart.Column;
import org.amends.cli.report.Chart.Columns;
import org.amends.cli.report.ReportData.Findings;
import org.amends.cli.report.ReportData.KindFinding;
import org.amends.cli.report.ReportData.ModeFinding;
import org.amends.cli.report.ReportData.TenureFinding;
import org.amends.cli.report.ReportView.Table;
import org.amends.event.FailureKind;
import org.amends.relationship.BreakMode;
import org.amends.story.Numerals;
import org.amends.story.Words;

/** The charts of the report over all relationships, each with the table that says the same. */
final class ReportCharts {

    private static final int MOST_KINDS_DRAWN = 10;
    private static final int LONGEST_LABEL = 34;
    private static final double LOW = 0.2;
    private static final int LOW_BINS = 2;
    private static final double HIGH = 0.5;
    private static final double NARROWEST = 0.8;

    private final ReportData data;
    private final Words words;
    private final Numerals numerals;

    ReportCharts(ReportData data, Words words, Numerals numerals) {
        this.data = data;
        this.words = words;
        this.numerals = numerals;
    }

    private Findings findings() {
        return data.findings();
    }

    private long horizonDays() {
        return Math.max(1, data.run().horizon().toDays());
    }

    private boolean sumsOfMoney() {
        return findings().residualValue() > 0 && !findings().severalCurrencies();
    }

    private String count(long count) {
        return numerals.count(count);
    }

    private String money(double amount) {
        return numerals.money(amount, findings().currency());
    }

    private String mode(BreakMode mode) {
        return words.text("mode." + mode.stableName());
    }

    Bars modes() {
        long most = Math.max(
                1,
                findings().modes().stream()
                        .mapToLong(ModeFinding::customers)
                        .max()
                        .orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (ModeFinding found : findings().modes()) {
            bars.add(new Bar(
                    mode(found.mode()),
                    count(found.customers()),
                    modeNote(found),
                    width(found.customers(), most),
                    found.mode().stableName()));
        }
        return new Bars("modes", words.text("modes.chart"), description(bars), bars);
    }

    private String modeNote(ModeFinding found) {
        if (found.customers() == 0) {
            return words.text("modes.note.zero");
        }
        String chance = numerals.chance(found.meanProbability());
        return sumsOfMoney()
                ? words.text("modes.note", "chance", chance, "money", money(found.valueAtRisk()))
                : words.text("modes.note.plain", "chance", chance);
    }

    Table modesTable() {
        List<String> headings = new ArrayList<>(headings("column.mode", "column.customers", "column.chance"));
        if (sumsOfMoney()) {
            headings.add(words.text("column.value"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (ModeFinding found : findings().modes()) {
            List<String> row = new ArrayList<>(List.of(
                    mode(found.mode()),
                    count(found.customers()),
                    found.customers() == 0 ? "–" : numerals.chance(found.meanProbability())));
            if (sumsOfMoney()) {
                row.add(money(found.valueAtRisk()));
            }
            rows.add(row);
        }
        return new Table(words.text("modes.chart"), headings, rows);
    }

    String distributionLead() {
        List<Long> bins = findings().distribution();
        long low = bins.subList(0, LOW_BINS).stream().mapToLong(Long::longValue).sum();
        long high = bins.subList(bins.size() / 2, bins.size()).stream()
                .mapToLong(Long::longValue)
                .sum();
        return words.text(
                "distribution.lead", "n", low, "m", high, "low", numerals.line(LOW), "high", numerals.line(HIGH));
    }

    Columns distribution() {
        List<Long> bins = findings().distribution();
        long most = Math.max(1, bins.stream().mapToLong(Long::longValue).max().orElse(1));
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            double from = (double) i / bins.size();
            columns.add(new Column(
                    range(i, bins.size()),
                    numerals.line(from),
                    count(bins.get(i)),
                    numerals.shortCount(bins.get(i)),
                    (double) bins.get(i) / most,
                    from >= data.run().threshold() ? "strong" : "quiet"));
        }
        String description =
                columns.stream().map(c -> c.range() + ": " + c.value()).collect(Collectors.joining("; ", "", "."));
        return new Columns(
                "distribution",
                words.text("distribution.chart"),
                description,
                words.text(
                        "distribution.axis",
                        "days",
                        horizonDays(),
                        "threshold",
                        numerals.line(data.run().threshold())),
                numerals.line(1),
                columns);
    }

    private String range(int bin, int bins) {
        return words.text(
                "range", "from", numerals.line((double) bin / bins), "to", numerals.line((double) (bin + 1) / bins));
    }

    Table distributionTable() {
        List<List<String>> rows = new ArrayList<>();
        for (Column column : distribution().columns()) {
            rows.add(List.of(column.range(), column.value()));
        }
        return new Table(words.text("distribution.chart"), headings("column.range", "column.relationships"), rows);
    }

    Table tenureTable() {
        List<List<String>> rows = new ArrayList<>();
        for (TenureFinding found : findings().tenures()) {
            rows.add(List.of(
                    tenure(found),
                    count(found.customers()),
                    count(found.breaking()),
                    found.customers() == 0 ? "–" : numerals.share(found.breaking(), found.customers())));
        }
        return new Table(
                words.text("tenure.title"),
                headings("column.age", "column.relationships", "column.breaking", "column.breaking.share"),
                rows);
    }

    private String tenure(TenureFinding found) {
        Integer to = found.toYears();
        if (to == null) {
            return words.text("tenure.over", "n", found.fromYears());
        }
        return found.fromYears() == 0
                ? words.text("tenure.under", "n", to)
                : words.text("tenure.between", "from", count(found.fromYears()), "to", count(to));
    }

    /** The kinds that still do harm, most harmful first; when none does, all. */
    private List<KindFinding> drawnKinds() {
        return findings().failureKinds().stream().limit(MOST_KINDS_DRAWN).toList();
    }

    int kindsNotDrawn() {
        return findings().failureKinds().size() - drawnKinds().size();
    }

    Bars kinds() {
        double most = drawnKinds().stream().mapToDouble(KindFinding::harm).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (KindFinding found : drawnKinds()) {
            bars.add(new Bar(
                    shortened(kind(found.kind())),
                    numerals.share(found.harm(), allHarm()),
                    words.text("kinds.note", "n", found.failures(), "m", found.relationshipsHarmed()),
                    width(found.harm(), most),
                    "strong"));
        }
        return new Bars("kinds", words.text("kinds.chart"), description(bars), bars);
    }

    Table kindsTable() {
        List<List<String>> rows = new ArrayList<>();
        for (KindFinding found : findings().failureKinds()) {
            rows.add(List.of(
                    kind(found.kind()),
                    count(found.failures()),
                    count(found.relationshipsHarmed()),
                    numerals.share(found.harm(), allHarm())));
        }
        return new Table(
                words.text("kinds.chart"),
                headings("column.kind", "column.failures", "column.harmed", "column.share"),
                rows);
    }

    private double allHarm() {
        return findings().failureKinds().stream().mapToDouble(KindFinding::harm).sum();
    }

    private String kind(FailureKind kind) {
        String key = "kind." + kind.name();
        return words.has(key)
                ? words.text(key)
                : words.text("kinds.other", "name", kind.name().replace('_', ' '));
    }

    List<String> headings(String... keys) {
        return List.of(keys).stream().map(key -> words.text(key)).toList();
    }

    private static String description(List<Bar> bars) {
        return bars.stream()
                .map(bar -> bar.label() + ": " + bar.value() + " (" + bar.note() + ")")
                .collect(Collectors.joining("; ", "", "."));
    }

    private static double width(long value, long most) {
        return width((double) value, (double) most);
    }

    private static double width(double value, double most) {
        return value > 0 && most > 0 ? Math.max(NARROWEST, 100 * value / most) : 0;
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
