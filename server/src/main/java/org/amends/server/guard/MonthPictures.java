package org.amends.server.guard;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.amends.server.console.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts by month and by rule, as a page shows them. */
final class MonthPictures {

    private static final int MOST_RULES = 20;

    private final List<MonthCount> counts;
    private final Texts texts;
    private final DateTimeFormatter names;

    MonthPictures(List<MonthCount> counts, Texts texts) {
        this.counts = counts;
        this.texts = texts;
        this.names = DateTimeFormatter.ofPattern(
                "LLLL uuuu", texts.language().locale().toLocale());
    }

    private List<YearMonth> months(boolean latestFirst) {
        TreeSet<YearMonth> months = new TreeSet<>();
        counts.forEach(each -> months.add(each.month()));
        return List.copyOf(latestFirst ? months.descendingSet() : months);
    }

    /** The months in which anything happened, latest first. */
    List<LedgerView.Choice> months() {
        return months(true).stream()
                .map(each -> new LedgerView.Choice(each.toString(), each.format(names)))
                .toList();
    }

    /** All rules that anything ran against. */
    List<String> rules() {
        return counts.stream()
                .map(MonthCount::rule)
                .filter(each -> !each.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Each month, latest first. */
    List<LedgerView.Row> byMonth() {
        return months(true).stream()
                .map(each -> row(each.format(names), each, ""))
                .toList();
    }

    /** The rules that were run against most, in one month or in all. */
    List<LedgerView.Row> byRule(@Nullable YearMonth month) {
        return rules().stream()
                .sorted(Comparator.comparingLong((String rule) -> missed(month, rule))
                        .reversed())
                .filter(rule -> missed(month, rule) > 0)
                .limit(MOST_RULES)
                .map(rule -> row(rule, month, rule))
                .toList();
    }

    private long missed(@Nullable YearMonth month, String rule) {
        return sum(month, rule, MonthCount.ASKED) + sum(month, rule, MonthCount.BLOCKED);
    }

    private LedgerView.Row row(String name, @Nullable YearMonth month, String rule) {
        return new LedgerView.Row(
                name,
                words(month, rule, MonthCount.ASKED),
                words(month, rule, MonthCount.BLOCKED),
                words(month, rule, SentOutcome.SENT.tag()),
                words(month, rule, MonthCount.VIOLATED));
    }

    private String words(@Nullable YearMonth month, String rule, String measure) {
        return texts.numerals().count(sum(month, rule, measure));
    }

    private long sum(@Nullable YearMonth month, String rule, String measure) {
        return counts.stream()
                .filter(each -> each.rule().equals(rule)
                        && each.measure().equals(measure)
                        && (month == null || Objects.equals(month, each.month())))
                .mapToLong(MonthCount::count)
                .sum();
    }

    /** The months as the page's script draws them; null where nothing happened yet. */
    @Nullable
    String picture() {
        List<YearMonth> months = months(false);
        if (months.isEmpty()) {
            return null;
        }
        ObjectNode picture = JsonMapper.shared().createObjectNode();
        picture.put("kind", "months");
        picture.put("description", texts.text("guard.months.picture"));
        ArrayNode labels = picture.putArray("labels");
        months.forEach(each -> labels.add(each.format(names)));
        ArrayNode series = picture.putArray("series");
        series(series, months, MonthCount.ASKED, "warn");
        series(series, months, MonthCount.BLOCKED, "good");
        series(series, months, SentOutcome.SENT.tag(), "quiet");
        series(series, months, MonthCount.VIOLATED, "bad");
        return picture.toString();
    }

    private void series(ArrayNode series, List<YearMonth> months, String measure, String tone) {
        ObjectNode one = series.addObject();
        one.put("label", texts.text("guard.measure." + measure));
        one.put("tone", tone);
        ArrayNode values = one.putArray("values");
        months.forEach(each -> values.add(sum(each, "", measure)));
    }
}
