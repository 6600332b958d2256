package org.amends.cli.history;

import java.util.stream.Collectors;

/** What to say when nothing at all can be used. */
public final class RejectedInput {

    private RejectedInput() {}

    /** Every row was refused; the first reasons tell why. */
    public static HistoryException everyRow(Rejections rejections) {
        String reasons = rejections.first().stream()
                .map(row -> "  %s: %s: %s. %s".formatted(row.row(), row.place(), row.reason(), row.remedy()))
                .collect(Collectors.joining(System.lineSeparator()));
        return new HistoryException(
                "--events",
                "every row was refused, %d in all:%n%s".formatted(rejections.count(), reasons),
                "Maybe the columns are named or written otherwise than expected: map them with --map.");
    }
}
