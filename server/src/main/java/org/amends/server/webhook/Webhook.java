package org.amends.server.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that wants to be told.
 *
 * @param id for good
 * @param url where it listens
 * @param description for people
 * @param brand whose relationships it is told of; empty for all
 * @param types what it is told, by stable name
 * @param createdAt when
 * @param updatedAt when it was changed last
 * @param disabledAt since when nothing is sent; null while it is sent to
 * @param disabledReason why nothing is sent
 * @param failingSince since when every attempt failed; null when the last one did not
 */
public record Webhook(
        UUID id,
        String url,
        String description,
        String brand,
        List<String> types,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant disabledAt,
        @Nullable String disabledReason,
        @Nullable Instant failingSince) {

    public Webhook {
        types = List.copyOf(types);
    }
}
