package org.amends.cli.backtest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.amends.cli.history.DatabaseException;
import org.amends.cli.history.HistoryException;
import org.amends.cli.score.Moments;
import org.amends.cli.score.SoundHistories;
import org.amends.format.policy.PolicyFormatException;
import org.amends.format.policy.PolicyReader;
import org.amends.insight.backtest.Backtest;
import org.amends.insight.backtest.BacktestException;
import org.amends.insight.backtest.TimeSplit;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amends backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Goes back in time and compares who was forecast to fall silent with who did: by the diagnosis, by a regression on"
                    + " recency, frequency and monetary value, and by base models alone.",
            "",
            "Time is split, never customers: nothing after the split is known to any forecast. What is fitted to outcomes is"
                    + " fitted to the window before, so the history must be longer than two holdouts."
        },
        footer = {"", "Exit codes: 0 done, 2 usage or input, 3 the machine (memory, disk)."})
public final class BacktestCommand implements Callable<Integer> {

    private static final int USAGE = 2;
    private static final int ENVIRONMENT = 3;
    private static final int MOST_RESAMPLES = 100_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--events",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Files or patterns: CSV, TSV, Parquet, JSON, NDJSON, CloudEvents; text files may be packed with gzip.")
    private List<String> events = List.of();

    @Option(
            names = "--map",
            paramLabel = "FILE.sql",
            description = "A DuckDB query over the view input (all files) that yields the event columns.")
    private @Nullable Path map;

    @Option(
            names = "--holdout",
            paramLabel = "SPAN",
            defaultValue = "90d",
            description = "The window to forecast: 90d, 12w, 6m, 1y or ISO 8601. Default: ${DEFAULT-VALUE}.")
    private String holdout = "90d";

    @Option(
            names = "--end",
            paramLabel = "INSTANT",
            description = "The end of that window. Default: the first midnight (UTC) after the last event.")
    private @Nullable String end;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy to judge by; the built-in one by default.")
    private @Nullable Path policy;

    @Option(names = "--lenient", description = "Leave out rows of unknown types instead of refusing the input.")
    private boolean lenient;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            defaultValue = "500",
            description = "Resamples of customers for the 95 %% intervals. Default: ${DEFAULT-VALUE}.")
    private int resamples = 500;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the resampling; the same seed gives the same intervals. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "The most memory for sorting, for example 4GB. Default: half of the machine's.")
    private @Nullable String memory;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (resamples < 10 || resamples > MOST_RESAMPLES) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--resamples must be between 10 and %d but was %d.".formatted(MOST_RESAMPLES, resamples));
        }
        try {
            PrintWriter out = spec.commandLine().getOut();
            Outcome outcome = run();
            out.print(json ? BacktestJson.of(outcome) : BacktestText.of(outcome));
            out.flush();
            return 0;
        } catch (HistoryException | PolicyFormatException | BacktestException atFault) {
            return failed(USAGE, String.valueOf(atFault.getMessage()));
        } catch (DatabaseException failed) {
            return failed(
                    ENVIRONMENT,
                    "the database cannot go on: %s%nMaybe there is too little memory or room on the disk: see --memory."
                            .formatted(failed.getMessage()));
        } catch (IOException failed) {
            return failed(
                    ENVIRONMENT,
                    "a temporary folder cannot be written (%s)%nMaybe the disk is full."
                            .formatted(failed.getMessage()));
        }
    }

    private Outcome run() throws IOException, InterruptedException {
        Policy numbers = policy == null ? Policy.standard() : PolicyReader.load(policy);
        Duration window = Moments.span("--holdout", holdout);
        Instant until = end == null ? null : Moments.instant("--end", end);
        SoundHistories.Source source =
                new SoundHistories.Source(events, map, numbers, lenient, Moments.memory("--memory", memory));
        try (SoundHistories histories = new SoundHistories(source)) {
            Instant last = until == null ? midnightAfter(histories.lastTime()) : until;
            Backtest backtest = new Backtest(new TimeSplit(last.minus(window), window), numbers);
            histories.forEach(backtest::add);
            return new Outcome(
                    backtest.run(resamples, seed),
                    numbers.version(),
                    resamples,
                    seed,
                    histories.rejected(),
                    histories.tooLong());
        }
    }

    private static Instant midnightAfter(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    private int failed(int code, String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("amends backtest: " + message);
        err.flush();
        return code;
    }
}
