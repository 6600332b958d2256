package org.amends.cli.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.amends.cli.database.DatabaseOption;
import org.amends.cli.history.DatabaseException;
import org.amends.cli.history.HistoryException;
import org.amends.cli.score.SoundHistories;
import org.amends.policy.Policy;
import org.amends.store.log.EventLog;
import org.amends.store.log.GroupCommit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code amends import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Brings events from files into the service's log. Events that are there already are left alone, so it may be"
                    + " repeated, and the service may run meanwhile.",
            "",
            "Files are read as score reads them; columns that Amends does not know are kept as attributes."
        },
        footer = {"", "Exit codes: 0 done, 1 rows were refused, 2 usage or input, 3 the machine or the database."})
public final class ImportCommand implements Callable<Integer> {

    private static final int FINDINGS = 1;
    private static final int USAGE = 2;
    private static final int ENVIRONMENT = 3;
    private static final long TELL_EVERY = 500_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Files or patterns: CSV, TSV, Parquet, JSON, NDJSON, CloudEvents; text files may be packed with gzip.")
    private List<String> files = List.of();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--map",
            paramLabel = "FILE.sql",
            description =
                    "A DuckDB query over the view input (all files, united by column name) that yields the event columns."
                            + " Columns of text files are text there.")
    private @Nullable Path map;

    @Option(
            names = "--lenient",
            description = "Count and leave out rows of unknown types instead of refusing the input.")
    private boolean lenient;

    @Option(
            names = "--dry-run",
            description = "Read everything and tell what would be refused; the log is neither opened nor changed.")
    private boolean dryRun;

    @Option(
            names = "--rejected",
            paramLabel = "FILE.csv",
            defaultValue = "rejected.csv",
            description = "Where rows that were refused are listed, if there are any. Default: ${DEFAULT-VALUE}.")
    private Path rejected = Path.of("rejected.csv");

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "The most memory for sorting, for example 4GB; more goes to the disk. Default: a quarter of the machine's.")
    private String memory = "25%";

    @Option(names = "--quiet", description = "No progress and no closing words.")
    private boolean quiet;

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return dryRun ? look() : load();
        } catch (HistoryException atFault) {
            return failed(err, USAGE, String.valueOf(atFault.getMessage()));
        } catch (DatabaseException failed) {
            return failed(
                    err,
                    ENVIRONMENT,
                    "the files cannot be sorted: %s%nMaybe there is too little memory or room on the disk: see --memory."
                            .formatted(failed.getMessage()));
        }
    }

    private int look() throws InterruptedException, IOException {
        try (SoundHistories histories = histories(Policy.standard())) {
            long[] events = {0};
            histories.forEachEvent((row, event) -> events[0]++);
            say("%,d events would be brought in, repetitions among them; nothing was changed.".formatted(events[0]));
            return end(histories);
        }
    }

    private int load() throws InterruptedException, IOException {
        try (OpenLog open = new OpenLog(database);
                SoundHistories histories = histories(open.policy())) {
            EventLog log = new EventLog(open.database(), InstantSource.system(), open::policy);
            Loading.Counts counts;
            try (GroupCommit commit = new GroupCommit(log, Loading.LIMITS)) {
                counts = new Loading(histories, commit, progress()).run();
            }
            say("%,d events stored, %,d were there already.".formatted(counts.accepted(), counts.duplicates()));
            return end(histories);
        }
    }

    private SoundHistories histories(Policy policy) throws IOException {
        return new SoundHistories(new SoundHistories.Source(files, map, policy, lenient, memory, true));
    }

    private int end(SoundHistories histories) {
        if (histories.rejected() == 0) {
            return 0;
        }
        histories.writeRejected(rejected);
        say("%,d rows were refused; %s says why.".formatted(histories.rejected(), rejected));
        return FINDINGS;
    }

    private LongConsumer progress() {
        long[] next = {TELL_EVERY};
        PrintWriter err = spec.commandLine().getErr();
        return done -> {
            if (!quiet && done >= next[0]) {
                err.println("%,d events".formatted(done));
                err.flush();
                next[0] = done + TELL_EVERY;
            }
        };
    }

    private void say(String line) {
        if (!quiet) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(line);
            out.flush();
        }
    }

    private static int failed(PrintWriter err, int code, String message) {
        err.println("amends import: " + message);
        err.flush();
        return code;
    }
}
