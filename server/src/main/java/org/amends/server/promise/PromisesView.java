package org.amends.server.promise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of promises.
 *
 * @param mine whether only those of the reader are shown
 * @param open whether those that are neither kept nor broken are shown, else those that are
 * @param first the address of the first page, or null on it
 * @param next the address of the next page, or null on the last
 */
public record PromisesView(
        boolean mine,
        boolean open,
        List<Line> lines,
        @Nullable String first,
        @Nullable String next) {

    /** Copies the list. */
    public PromisesView {
        lines = List.copyOf(lines);
    }

    /**
     * One promise.
     *
     * @param reference of its case
     * @param owner who keeps it, by name
     * @param due the day, in words
     * @param tone of its badge
     * @param proof what shows that it was kept, or why not; null while it is open
     */
    public record Line(
            String reference,
            String id,
            String customer,
            String what,
            String owner,
            String due,
            String standing,
            String tone,
            @Nullable String proof,
            boolean open) {}
}
