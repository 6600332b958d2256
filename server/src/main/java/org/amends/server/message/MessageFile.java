package org.amends.server.message;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message.
 *
 * @param place from 0, in its order
 * @param name as the sender calls it; may be empty
 * @param told the media type that the sender says
 * @param found the media type that its bytes show
 * @param size in bytes
 * @param inline whether it belongs into the text, as a picture does
 * @param refusedBecause why it is not shown to anybody, or null when it was kept: {@code program}, {@code macros},
 *     {@code too_large}, {@code too_many}, {@code no_such_type}
 */
public record MessageFile(
        int place,
        String name,
        String told,
        String found,
        long size,
        boolean inline,
        @Nullable String refusedBecause) {

    /** Whether it may be opened. */
    public boolean kept() {
        return refusedBecause == null;
    }
}
