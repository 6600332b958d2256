package org.amends.server.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picker's page about one question.
 *
 * @param path where its forms lead
 * @param ordered what was ordered; null once the person is erased, or where nothing was
 * @param missed what was asked about or blocked
 * @param allowed what can be sent instead, the best first
 * @param mayTell whether the reader may tell what was sent
 */
public record PickView(
        String path,
        @Nullable String ordered,
        @Nullable String request,
        List<Item> missed,
        List<Item> allowed,
        boolean mayTell) {

    /**
     * A candidate.
     *
     * @param name null once the person is erased
     * @param price as it is written; null where unknown
     * @param outcome the tag of what became of it; null until it is told
     */
    public record Item(
            int place,
            @Nullable String name,
            @Nullable String price,
            String verdict,
            String tone,
            boolean best,
            List<String> reasons,
            @Nullable String outcome) {}
}
