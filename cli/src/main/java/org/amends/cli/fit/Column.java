package org.amends.cli.fit;

import java.util.List;
import java.util.Locale;

/**
 * A column found in a header.
 *
 * @param title what it holds, for messages
 * @param index its place, counted from 0
 */
record Column(String title, int index) {

    /** Marks a column that the file does not have. */
    static final Column ABSENT = new Column("absent", -1);

    /** Whether the file has it. */
    boolean isPresent() {
        return index >= 0;
    }

    /**
     * Finds a column by any of its names, whatever their case and punctuation; {@link #ABSENT} when there is none.
     *
     * @param names in the order of preference, in small letters and digits
     */
    static Column find(List<String> header, String title, String... names) {
        List<String> plain = header.stream().map(Column::plain).toList();
        for (String name : names) {
            int index = plain.indexOf(name);
            if (index >= 0) {
                return new Column(title, index);
            }
        }
        return ABSENT;
    }

    /** The same for a column that must be there. */
    static Column require(TextTable table, String title, String... names) {
        Column column = find(table.header(), title, names);
        if (!column.isPresent()) {
            throw new FitInputException(
                    table.name() + ":" + table.headerLine(),
                    "no column for %s; found %s.".formatted(title, String.join(", ", table.header())),
                    "Maybe name it %s."
                            .formatted(String.join(" or ", List.of(names).subList(0, Math.min(3, names.length)))));
        }
        return column;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
