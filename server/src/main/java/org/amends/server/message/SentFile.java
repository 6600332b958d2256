package org.amends.server.message;

import org.jspecify.annotations.Nullable;

/**
 * A file as somebody sends it.
 *
 * @param name as the sender calls it; may be empty
 * @param type the media type that the sender says; may be wrong
 * @param inline whether it belongs into the text, as a picture does
 * @param bytes nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read by the one who keeps it
public record SentFile(String name, String type, boolean inline, byte[] bytes) {

    /** Why nobody is given it to open, whatever its name says: {@code program} or {@code macros}; null when it may be opened. */
    public @Nullable String refused() {
        return FileKind.refused(name, FileKind.found(bytes), bytes);
    }
}
