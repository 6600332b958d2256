package org.amends.store.backup;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a backup holds; the last entry of its file, so that a file without one is known to be cut off.
 *
 * @param format of the file; this program writes and reads {@link #FORMAT}
 * @param takenAt when, in UTC, as ISO 8601
 * @param schema the version of the newest migration
 * @param tables in an order in which each comes after those that it refers to
 * @param partitions that tables are stored in
 * @param sequences that give out numbers
 */
record Manifest(
        int format,
        String takenAt,
        String schema,
        List<Table> tables,
        List<Partition> partitions,
        List<Sequence> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern BOUNDS =
            Pattern.compile("DEFAULT|FOR VALUES FROM \\((MINVALUE|'[^']{1,40}')\\) TO \\((MAXVALUE|'[^']{1,40}')\\)");

    /**
     * One table as PostgreSQL's COPY wrote it.
     *
     * @param bytes before they were compressed
     * @param sha256 of these bytes, in hexadecimal digits
     */
    record Table(String name, List<String> columns, long rows, long bytes, String sha256) {
        String entry() {
            return "tables/" + name + ".copy";
        }

        String list() {
            return String.join(", ", columns);
        }
    }

    record Partition(String of, String name, String bounds) {}

    record Sequence(String name, long last, boolean called) {}

    /** Whether every name in it can stand in a statement: a backup comes from outside. */
    boolean isSound() {
        return tables.stream()
                        .allMatch(table -> isName(table.name())
                                && table.columns().stream().allMatch(Manifest::isName)
                                && !table.columns().isEmpty())
                && partitions.stream()
                        .allMatch(partition -> isName(partition.of())
                                && isName(partition.name())
                                && BOUNDS.matcher(partition.bounds()).matches())
                && sequences.stream().allMatch(sequence -> isName(sequence.name()))
                && schema.matches("[0-9.]{1,20}");
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
