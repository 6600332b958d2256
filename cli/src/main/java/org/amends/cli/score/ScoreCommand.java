package org.amends.cli.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.amends.cli.history.DatabaseException;
import org.amends.cli.history.HistoryException;
import org.amends.format.policy.PolicyFormatException;
import org.amends.format.policy.PolicyReader;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amends score}. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Diagnoses every relationship in files of events: how likely it is to end, in which way, because of what, and what to do.",
            "",
            "Files hold one event a row, with the columns event_id, customer, time, type and, where known, brand, ref, amount,"
                    + " currency, kind, severity and attributes. Other files are brought into this form by --map."
        },
        footer = {"", "Exit codes: 0 done, 2 usage or input, 3 the machine (memory, disk)."})
public final class ScoreCommand implements Callable<Integer> {

    private static final int USAGE = 2;
    private static final int ENVIRONMENT = 3;

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
            description =
                    "A DuckDB query over the view input (all files, united by column name) that yields the event columns."
                            + " Columns of text files are text there.")
    private @Nullable Path map;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy to judge by; the built-in one by default.")
    private @Nullable Path policy;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "The moment of diagnosing: a date (its midnight, UTC) or a time with its zone. Later events are not used."
                            + " By default the time of the last event.")
    private @Nullable String at;

    @Option(
            names = "--horizon",
            paramLabel = "SPAN",
            defaultValue = "90d",
            description =
                    "How far ahead leaving is asked for: 90d, 12w, 6m, 1y or ISO 8601. Default: ${DEFAULT-VALUE}.")
    private String horizon = "90d";

    @Option(
            names = "--lenient",
            description = "Count and leave out rows of unknown types instead of refusing the input.")
    private boolean lenient;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "amends-out",
            description = "The folder for the results. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("amends-out");

    @Option(names = "--force", description = "Write into the folder even if it holds something else.")
    private boolean force;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "The language of the report: en, fr, es or ru. Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    @Option(names = "--threads", paramLabel = "N", description = "How many threads may work. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "The most memory for sorting, for example 4GB; more goes to the disk. Default: half of the machine's.")
    private @Nullable String memory;

    @Option(names = "--quiet", description = "No progress and no closing words.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Progress progress = quiet ? Progress.silent() : Progress.on(err);
            ScoreOutcome outcome = new Scoring(request(), progress).run();
            if (!quiet) {
                new ClosingWords(outcome).print(spec.commandLine().getOut());
            }
            return 0;
        } catch (HistoryException | PolicyFormatException atFault) {
            return failed(err, USAGE, String.valueOf(atFault.getMessage()));
        } catch (DatabaseException failed) {
            return failed(
                    err,
                    ENVIRONMENT,
                    "the database cannot go on: %s%nMaybe there is too little memory or room on the disk: see --memory and --out."
                            .formatted(failed.getMessage()));
        } catch (IOException failed) {
            return failed(
                    err,
                    ENVIRONMENT,
                    "the results cannot be written (%s)%nMaybe the disk is full.".formatted(failed.getMessage()));
        }
    }

    private ScoreRequest request() {
        Policy numbers = policy == null ? Policy.standard() : PolicyReader.load(policy);
        return new ScoreRequest(
                events,
                map,
                numbers,
                at == null ? null : Moments.instant("--at", at),
                Moments.span("--horizon", horizon),
                lenient,
                out,
                force,
                Moments.language("--lang", language),
                Moments.threads("--threads", threads),
                Moments.memory("--memory", memory));
    }

    private static int failed(PrintWriter err, int code, String message) {
        err.println("amends score: " + message);
        err.flush();
        return code;
    }
}
