package org.amends.cli.score;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.amends.insight.base.Estimate;
import org.amends.insight.base.Fit;
import org.amends.insight.outlook.BaseFit;
import org.amends.insight.outlook.BaseOutlooks;
import org.amends.relationship.BreakMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code summary.json}: the same run gives the same bytes. */
final class SummaryJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SummaryJson() {}

    static void write(Path file, ScoreOutcome outcome) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        String text = JSON.writer().with(printer).writeValueAsString(summary(outcome)) + "\n";
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode summary(ScoreOutcome outcome) {
        ScoreRequest request = outcome.request();
        ScoreTotals totals = outcome.totals();
        ObjectNode summary = JSON.createObjectNode();
        summary.put("amends", version());
        summary.put("duckdb", outcome.engine());
        summary.put("policy", request.policy().version());
        summary.put("at", outcome.at().toString());
        summary.put("horizon_days", request.horizon().toMillis() / 86_400_000.0);
        outcome.files()
                .forEach(file -> summary.withArray("files")
                        .add(String.valueOf(file.path().getFileName())));
        addCounts(summary.putObject("rows"), outcome);
        put(summary.putObject("unknown_types"), outcome.counts().unknownTypes());
        put(summary.putObject("events_by_type"), outcome.eventTypes());
        summary.put("customers", totals.customers());
        put(summary.putObject("standings"), totals.standings());
        put(summary.putObject("currencies"), totals.currencies());
        summary.put("purchases_in_other_currency", totals.otherCurrency());
        summary.put("residual_value", totals.residualValue());
        summary.put("value_at_risk", totals.valueAtRisk());
        addModes(summary.putObject("modes"), totals);
        put(summary.putObject("answers"), totals.answers());
        summary.put("silent_sufferers", totals.silentSufferers());
        summary.put("neglected_loyal", totals.neglectedLoyal());
        summary.put("double_deviations", totals.doubleDeviations());
        addBase(summary.putObject("base_model"), outcome.fit());
        return summary;
    }

    private static void addCounts(ObjectNode rows, ScoreOutcome outcome) {
        rows.put("read", outcome.malformed() + outcome.counts().rows());
        rows.put("rejected", outcome.rejected());
        rows.put("unknown_types", outcome.counts().unknown());
        rows.put("after", outcome.after());
        rows.put("duplicates", outcome.totals().duplicates());
        rows.put("events", outcome.totals().events());
        rows.put("ids_of_several_customers", outcome.conflictsLooked() ? "rejected" : "not looked for");
    }

    private static void addModes(ObjectNode modes, ScoreTotals totals) {
        for (BreakMode mode : BreakMode.values()) {
            addMode(modes.putObject(mode.stableName()), totals.ofMode(mode));
        }
        addMode(modes.putObject("none"), totals.withoutMode());
    }

    private static void addMode(ObjectNode node, ScoreTotals.OfMode mode) {
        node.put("customers", mode.customers());
        node.put("breaking", mode.breaking());
        node.put("value_at_risk", mode.valueAtRisk());
    }

    private static void addBase(ObjectNode base, BaseFit fit) {
        add(base, "buying", "mbg-nbd", "week", fit.buying());
        add(base, "spending", "gamma-gamma", "currency", fit.spending());
        base.put("yearly_discount", BaseOutlooks.YEARLY_DISCOUNT);
        base.put("note", fit.note());
    }

    private static void add(ObjectNode base, String name, String model, String unit, @Nullable Fit<?> fit) {
        if (fit == null) {
            base.putNull(name);
            return;
        }
        ObjectNode node = base.putObject(name);
        node.put("model", model);
        node.put("unit", unit);
        ObjectNode parameters = node.putObject("parameters");
        for (Estimate estimate : fit.estimates()) {
            parameters.put(estimate.name(), estimate.value());
        }
        node.put("log_likelihood", fit.logLikelihood());
        node.put("customers", fit.customers());
        node.put("converged", fit.converged());
        node.put("caution", fit.caution());
    }

    private static void put(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }

    private static @Nullable String version() {
        return SummaryJson.class.getPackage().getImplementationVersion();
    }
}
