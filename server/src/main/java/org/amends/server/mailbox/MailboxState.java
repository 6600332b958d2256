package org.amends.server.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a mailbox.
 *
 * @param name as in the settings
 * @param brand whose mail it is
 * @param connected whether there is a connection
 * @param lookedAt when it was last read to its end, or null
 * @param failingSince since when it cannot be read, or null when it can
 * @param error why it cannot be read, or null
 */
public record MailboxState(
        String name,
        String brand,
        boolean connected,
        @Nullable Instant lookedAt,
        @Nullable Instant failingSince,
        @Nullable String error) {}
