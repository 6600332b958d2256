package org.amends.cli.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.amends.event.EventType;
import org.amends.insight.simulation.Scenario;
import org.amends.insight.simulation.Simulator;
import org.amends.policy.Policy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that determines a simulation's files, but the number of threads, which does not.
 *
 * @param threads to work with
 */
record Simulation(
        Scenario scenario,
        Policy policy,
        Simulator simulator,
        HistoryFormat format,
        int customers,
        long seed,
        TimeSpan span,
        int threads) {

    /**
     * Writes the events, the truth and the scenario into a folder that exists.
     *
     * @param done told the customers written so far
     * @throws IOException when a file cannot be written
     * @throws SQLException when DuckDB cannot write Parquet
     */
    SimulationResult write(Path folder, LongConsumer done) throws IOException, SQLException {
        Path events = folder.resolve(format.rawFile());
        Path truth = folder.resolve("truth.csv");
        SimulationFiles files = new SimulationFiles(simulator, format, "/amends/simulate/" + scenario.name());
        if (format == HistoryFormat.PARQUET) {
            Path rawEvents = folder.resolve("events.csv.part");
            Path rawTruth = folder.resolve("truth.csv.part");
            try {
                files.write(rawEvents, rawTruth, customers, threads, done);
                events = folder.resolve("events.parquet");
                truth = folder.resolve("truth.parquet");
                ParquetFiles.convert(rawEvents, events, rawTruth, truth);
            } finally {
                Files.deleteIfExists(rawEvents);
                Files.deleteIfExists(rawTruth);
            }
        } else {
            files.write(events, truth, customers, threads, done);
        }
        Path described = folder.resolve("scenario.json");
        Files.writeString(described, description(files.counts()));
        return new SimulationResult(events, truth, described, customers, span, files.counts());
    }

    /** The parameters and what came of them, as JSON. */
    private String description(Map<EventType, Long> counts) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("seed", seed);
        told.put("customers", customers);
        told.put("from", span.from().toString());
        told.put("to", span.to().toString());
        told.put("policy", policy.version());
        told.put("events", counts.values().stream().mapToLong(Long::longValue).sum());
        Map<String, Long> byType = new LinkedHashMap<>();
        counts.forEach((type, count) -> byType.put(type.stableName(), count));
        told.put("events_by_type", byType);
        told.put("hazard_formula", HAZARD);
        told.put("scenario", scenario);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(told) + "\n";
    }

    private static final String HAZARD = "Once a week, logit(leaving) = intercept - trustHold * (trust - 0.5)"
            + " + acute * sum over failures of severity >= 0.25 of severity * (1 - relief) * (1 + deviation if a recovery"
            + " failed) * 2^(-age / acuteHalfLifeDays)"
            + " + perIssue * max(0, open issues - freeIssues)"
            + " + betrayal * sum over breaches of trust of severity * (0.4 + 0.6 * self_relevance) * (1 - 0.6 * relief)"
            + " * 2^(-age / betrayalHalfLifeDays)"
            + " + neglect once neglectDays have passed without attention"
            + " + pull while a rival tempts."
            + " Apart from that, everybody has an exponential lifetime of their own (truth: dropout_at).";
}
