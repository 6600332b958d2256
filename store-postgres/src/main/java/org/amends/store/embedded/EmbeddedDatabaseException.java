package org.amends.store.embedded;

import org.jspecify.annotations.Nullable;

/** The PostgreSQL that comes along cannot be used here. The message names the place, what is the matter and the remedy. */
public final class EmbeddedDatabaseException extends RuntimeException {

    EmbeddedDatabaseException(Object place, String found, String remedy, @Nullable Throwable cause) {
        super("%s: %s.%n%s".formatted(place, found, remedy), cause);
    }

    EmbeddedDatabaseException(Object place, String found, String remedy) {
        this(place, found, remedy, null);
    }
}
