package org.amends.store.schema;

import org.jspecify.annotations.Nullable;

/** A database that Amends cannot work with as it is; nothing was changed. The message has place, finding and remedy. */
public final class SchemaException extends RuntimeException {

    SchemaException(String place, String found, String remedy, @Nullable Throwable cause) {
        super("%s: %s.%n%s".formatted(place, found, remedy), cause);
    }

    SchemaException(String place, String found, String remedy) {
        this(place, found, remedy, null);
    }
}
