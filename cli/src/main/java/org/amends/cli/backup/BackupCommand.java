package org.amends.cli.backup;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.amends.cli.database.DatabaseOption;
import org.amends.store.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amends backup}: writes everything into one file, also while the service runs. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes everything into one file, as it stands now. The service may run meanwhile.")
public final class BackupCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = {
                "The file to write; it must not be there yet.",
                "It holds personal data and is not encrypted: keep it as you keep the database."
            })
    private Path out = Path.of("amends.backup");

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() {
        try (DatabaseOption.Opened opened = database.open()) {
            Backup.Taken taken =
                    Backup.take(opened.source(), out, InstantSource.system().instant());
            spec.commandLine()
                    .getOut()
                    .println("%s: %,d rows of %d tables, %,d bytes."
                            .formatted(out, taken.rows(), taken.tables(), taken.bytes()));
        }
        return 0;
    }
}
