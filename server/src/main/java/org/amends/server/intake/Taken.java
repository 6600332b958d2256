package org.amends.server.intake;

import java.util.UUID;
import org.amends.server.message.KeptMessage;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message.
 *
 * @param message its id
 * @param standing what became of it
 * @param reference of its case, or null when it is on none
 * @param customer whose it is, or null when nobody is behind it
 * @param opened whether it opened that case
 * @param known whether it had been taken in before, so that nothing was done this time
 */
public record Taken(
        UUID message,
        KeptMessage.Standing standing,
        @Nullable String reference,
        @Nullable String customer,
        boolean opened,
        boolean known) {}
