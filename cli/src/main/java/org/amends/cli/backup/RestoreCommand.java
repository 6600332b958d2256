package org.amends.cli.backup;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.amends.cli.database.DatabaseOption;
import org.amends.store.backup.Backup;
import org.amends.store.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amends restore}: puts a backup into an empty database. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Puts a backup into a new folder or an empty database, checks every row, and brings it up to date.")
public final class RestoreCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "The file that amends backup wrote.")
    private Path from = Path.of("amends.backup");

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() {
        try (DatabaseOption.Opened opened = database.open()) {
            Backup.Taken put = Restore.into(opened.source(), from);
            spec.commandLine()
                    .getOut()
                    .println("%,d rows of %d tables are back, each as it was written."
                            .formatted(put.rows(), put.tables()));
        }
        return 0;
    }
}
