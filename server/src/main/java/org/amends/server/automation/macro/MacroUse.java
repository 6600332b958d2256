package org.amends.server.automation.macro;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody applied a macro to a case.
 *
 * @param done names of what happened to the case
 * @param letter that was drafted, or null
 * @param undoneAt when it was taken back, or null
 */
public record MacroUse(
        UUID id,
        String macro,
        String reference,
        String actor,
        Instant at,
        List<String> done,
        @Nullable UUID letter,
        @Nullable Instant undoneAt) {
    public MacroUse {
        done = List.copyOf(done);
    }
}
