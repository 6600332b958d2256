package org.amends.cli.score;

import java.util.List;
import org.amends.cli.history.DatabaseException;
import org.amends.cli.history.HistoryException;
import org.amends.cli.history.HistoryFile;

/** Tells trouble with a file, which shows only while it is read, from trouble with the machine. */
final class InputTrouble {

    private InputTrouble() {}

    /** The exception to throw instead: a file is at fault when the database names it. */
    static RuntimeException told(DatabaseException failed, List<HistoryFile> files) {
        String said = String.valueOf(failed.getMessage());
        for (HistoryFile file : files) {
            if (said.contains(file.path().toString())) {
                return new HistoryException(
                        file.name(),
                        "the file cannot be read to its end (%s)".formatted(failed.firstLine()),
                        "Maybe it is cut short: write or copy it again.");
            }
        }
        return failed;
    }
}
