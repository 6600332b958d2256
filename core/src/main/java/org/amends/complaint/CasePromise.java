package org.amends.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One promise made in a case.
 *
 * @param id its own, in all cases
 * @param what was promised, in words
 * @param element the element of the plan that it fulfils, or null
 * @param owner who keeps it, as the audit log names people
 * @param due until when
 * @param settledAt when it was kept or broken; null while it is open
 * @param kept whether it was kept; false while it is open
 * @param proof what shows that it was kept, or why not; null while it is open
 */
public record CasePromise(
        String id,
        String what,
        @Nullable String element,
        String owner,
        Instant due,
        @Nullable Instant settledAt,
        boolean kept,
        @Nullable String proof) {

    /** Whether it is neither kept nor broken yet. */
    public boolean open() {
        return settledAt == null;
    }
}
