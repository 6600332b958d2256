package org.amends.cli.history;

import java.util.List;

/** Where a row came from, in one number: the number of its file above, its line or row below. */
public final class RowPlace {

    static final int LINE_BITS = 40;
    private static final long LINE_MASK = (1L << LINE_BITS) - 1;

    private RowPlace() {}

    /** The place of a line of the file with this number. */
    public static long of(int file, long line) {
        return ((long) file << LINE_BITS) | line;
    }

    /** The place for a person: the file with its line, or with its row for a file that has no lines. */
    static String shown(long place, List<HistoryFile> files) {
        HistoryFile file = files.get((int) (place >> LINE_BITS));
        long line = place & LINE_MASK;
        return file.format() == FileFormat.PARQUET
                ? "%s: row %d".formatted(file.name(), line)
                : "%s:%d".formatted(file.name(), line);
    }
}
