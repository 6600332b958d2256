package org.amends.cli.access;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.amends.cli.database.DatabaseOption;
import org.amends.server.audit.AuditVerdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code amends audit}: the log of what was done. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Verifies and exports the log of what was done.",
        subcommands = {AuditCommand.VerifyCommand.class, AuditCommand.ExportCommand.class})
public final class AuditCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: verify or export.");
    }

    /** {@code amends audit verify}: walks the chain and names the first break. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Walks the log and names the first entry that does not fit; then it ends with 1.",
                "Prints the hash of the last entry: kept elsewhere, it shows later that nothing was cut off."
            })
    static final class VerifyCommand implements Callable<Integer> {

        private static final int FINDINGS = 1;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandSpec spec;

        @Mixin
        private DatabaseOption database = new DatabaseOption();

        @Option(names = "--head", paramLabel = "HASH", description = "A hash that was kept; an entry must have it.")
        private @Nullable String head;

        @Override
        public Integer call() {
            AuditVerdict verdict;
            try (AccessDatabase opened = new AccessDatabase(database)) {
                verdict = opened.auditCheck().verify(head);
            }
            PrintWriter out = spec.commandLine().getOut();
            int code = switch (verdict) {
                case AuditVerdict.Intact intact -> {
                    out.println("Intact: %d entries, of which %d lost their content when a person was erased."
                            .formatted(intact.entries(), intact.erased()));
                    out.println(intact.head());
                    yield 0;
                }
                case AuditVerdict.Broken broken -> {
                    out.println("Broken at entry %d: %s.".formatted(broken.sequence(), broken.reason()));
                    yield FINDINGS;
                }
            };
            out.flush();
            return code;
        }
    }

    /** {@code amends audit export}: the whole log as lines of JSON. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Writes the whole log as lines of JSON, with all that its hashes are made of.")
    static final class ExportCommand implements Callable<Integer> {

        @Mixin
        private DatabaseOption database = new DatabaseOption();

        @Parameters(paramLabel = "FILE", description = "The file to write, such as audit.ndjson.")
        private Path file = Path.of("audit.ndjson");

        @Override
        public Integer call() throws IOException {
            try (AccessDatabase opened = new AccessDatabase(database);
                    OutputStream out = Files.newOutputStream(file)) {
                opened.auditExport().write(out);
            }
            return 0;
        }
    }
}
