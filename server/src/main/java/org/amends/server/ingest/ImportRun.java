package org.amends.server.ingest;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file that was brought in.
 *
 * @param name as the sender named it
 * @param startedBy who sent it
 * @param mapping how it was read
 * @param failure why it failed, or null
 */
record ImportRun(
        UUID id,
        String name,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        Status status,
        ImportMapping mapping,
        @Nullable String failure,
        ImportCounts counts) {

    /** How far it is. */
    enum Status {
        /** Uploaded, and not begun. */
        PREPARED,
        RUNNING,
        DONE,
        FAILED;

        String stableName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
