package org.amends.cli.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amends.event.Spelling;
import org.amends.format.policy.PolicyFormatException;
import org.amends.format.policy.PolicyReader;
import org.amends.insight.simulation.Scenario;
import org.amends.insight.simulation.Scenarios;
import org.amends.insight.simulation.Simulator;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amends simulate}: made-up customers living with a made-up company, and the truth about them. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the events of made-up customers, and the truth that real data hide.",
            "The same options give the same bytes, on any machine and any number of threads."
        })
public final class SimulateCommand implements Callable<Integer> {

    static final int MOST_CUSTOMERS = 100_000_000;
    static final int ENVIRONMENT = 3;
    private static final List<String> FORMATS = List.of("csv", "parquet", "ndjson");

    @Option(
            names = "--scenario",
            defaultValue = "grocery-delivery",
            paramLabel = "NAME",
            description = "grocery-delivery, online-retail or telecom (default: ${DEFAULT-VALUE})")
    private String scenario = "grocery-delivery";

    @Option(
            names = "--customers",
            defaultValue = "20000",
            paramLabel = "N",
            description = "how many customers (default: ${DEFAULT-VALUE})")
    private int customers = 20_000;

    @Option(names = "--days", paramLabel = "N", description = "how many days (default: 1096, three years)")
    private @Nullable Integer days;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeSpan.Moment.class,
            description = "first moment, for example 2024-07-01 (default: --days before --to)")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = TimeSpan.Moment.class,
            description = "first moment after the end (default: 2026-07-01)")
    private @Nullable Instant to;

    @Option(
            names = "--seed",
            defaultValue = "20260701",
            paramLabel = "N",
            description = "another seed, another company (default: ${DEFAULT-VALUE})")
    private long seed = 20_260_701;

    @Option(
            names = "--out",
            defaultValue = "simulated",
            paramLabel = "DIR",
            description = "folder for the files (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("simulated");

    @Option(
            names = "--format",
            defaultValue = "csv",
            paramLabel = "FORMAT",
            description = "csv, parquet or ndjson (CloudEvents) (default: ${DEFAULT-VALUE})")
    private String format = "csv";

    @Option(
            names = "--export",
            paramLabel = "FILE.sql",
            arity = "1..*",
            description =
                    "also write tables in the shape of your own systems: each a DuckDB query over the views events and"
                            + " truth, written as a CSV file of the query's name; for csv and parquet")
    private List<Path> exports = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many threads; the bytes do not depend on it (default: one a processor)")
    private @Nullable Integer threads;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "policy whose failure catalogue says what is lost in a failure and what breaks trust"
                    + " (default: the built-in one)")
    private @Nullable Path policyFile;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Simulation simulation = simulation();
        PrintWriter said = commandLine().getOut();
        PrintWriter errors = commandLine().getErr();
        try {
            Files.createDirectories(out);
            SimulationResult result = simulation.write(out, new Progress(errors, "Simulating", customers)::show);
            said.print(result.told());
            if (!exports.isEmpty()) {
                for (Path table : CompanyTables.write(result.events(), result.truth(), exports, out)) {
                    said.println("exported: " + table);
                }
            }
            said.flush();
            return 0;
        } catch (CompanyTables.QueryException faulty) {
            throw usage(String.valueOf(faulty.getMessage()));
        } catch (IOException | SQLException unwritable) {
            errors.println("Cannot write to the folder %s: %s%nMaybe name another with --out."
                    .formatted(out, unwritable.getMessage()));
            return ENVIRONMENT;
        }
    }

    private Simulation simulation() {
        Scenario known = Scenarios.named(scenario);
        if (known == null) {
            throw usage("There is no scenario \"%s\". Maybe %s; there are %s."
                    .formatted(scenario, meant(scenario, Scenarios.names()), String.join(", ", Scenarios.names())));
        }
        if (customers < 1 || customers > MOST_CUSTOMERS) {
            throw usage("--customers is %d. Maybe give between 1 and %d.".formatted(customers, MOST_CUSTOMERS));
        }
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (workers < 1 || workers > 1024) {
            throw usage("--threads is %d. Maybe give between 1 and 1024.".formatted(workers));
        }
        for (Path query : exports) {
            if (!Files.isRegularFile(query)) {
                throw usage("--export names %s, and there is no such file.".formatted(query));
            }
        }
        if (!exports.isEmpty() && historyFormat() == HistoryFormat.NDJSON) {
            throw usage("--export reads a history in csv or parquet. Maybe leave out --format ndjson.");
        }
        try {
            TimeSpan span = TimeSpan.of(from, to, days);
            Policy policy = policyFile == null ? Policy.standard() : PolicyReader.load(policyFile);
            Simulator simulator = new Simulator(known, policy, seed, span.from(), span.to());
            return new Simulation(known, policy, simulator, historyFormat(), customers, seed, span, workers);
        } catch (PolicyFormatException flawed) {
            throw usage(String.valueOf(flawed.getMessage()));
        } catch (IllegalArgumentException span) {
            throw usage(String.valueOf(span.getMessage()));
        }
    }

    private HistoryFormat historyFormat() {
        for (HistoryFormat each : HistoryFormat.values()) {
            if (each.name().equalsIgnoreCase(format)) {
                return each;
            }
        }
        throw usage("--format is \"%s\". Maybe %s; there are %s."
                .formatted(format, meant(format, FORMATS), String.join(", ", FORMATS)));
    }

    /** The name that begins as given, or is spelled most like it. */
    private static String meant(String given, List<String> names) {
        for (String name : names) {
            if (!given.isEmpty() && name.startsWith(given.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        return Spelling.nearest(given, names);
    }

    private ParameterException usage(String message) {
        return new ParameterException(commandLine(), message);
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("The command is run by picocli, which sets its specification.");
        }
        return spec.commandLine();
    }
}
