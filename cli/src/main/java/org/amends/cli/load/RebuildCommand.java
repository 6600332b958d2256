package org.amends.cli.load;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.amends.cli.database.DatabaseOption;
import org.amends.store.log.Rebuild;
import org.amends.store.log.StoredRelationship;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amends rebuild}. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Folds every relationship anew from the log under the policy in force, and writes the states that differ.",
            "",
            "The service may run meanwhile. When it is broken off, the next run goes on from there."
        },
        footer = {"", "Exit codes: 0 done, 1 with --check: states differ, 2 usage, 3 the machine or the database."})
public final class RebuildCommand implements Callable<Integer> {

    private static final int FINDINGS = 1;
    private static final long TELL_EVERY = 100_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--check", description = "Compare only: every state must be, byte by byte, what the log gives.")
    private boolean check;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (OpenLog open = new OpenLog(database)) {
            Rebuild rebuild = new Rebuild(open.database(), open.policy());
            Rebuild.Report report = check ? rebuild.check(progress()) : rebuild.write(progress());
            out.println("%,d relationships folded anew from %,d events; %,d states differed%s."
                    .formatted(
                            report.relationships(),
                            report.events(),
                            report.differing(),
                            check || report.differing() == 0 ? "" : " and were written"));
            for (StoredRelationship one : report.examples()) {
                out.println("  %s%s".formatted(one.customer(), one.brand().isEmpty() ? "" : " with " + one.brand()));
            }
            out.flush();
            return check && report.differing() > 0 ? FINDINGS : 0;
        }
    }

    private LongConsumer progress() {
        PrintWriter err = spec.commandLine().getErr();
        return done -> {
            if (done % TELL_EVERY == 0) {
                err.println("%,d relationships".formatted(done));
                err.flush();
            }
        };
    }
}
