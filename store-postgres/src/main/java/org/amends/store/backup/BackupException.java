package org.amends.store.backup;

import org.jspecify.annotations.Nullable;

/** A backup that could not be taken or put back. The message has place, finding and remedy; nothing was changed. */
public final class BackupException extends RuntimeException {

    BackupException(Object place, String found, String remedy, @Nullable Throwable cause) {
        super("%s: %s.%n%s".formatted(place, found, remedy), cause);
    }

    BackupException(Object place, String found, String remedy) {
        this(place, found, remedy, null);
    }
}
