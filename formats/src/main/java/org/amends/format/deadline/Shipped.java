package org.amends.format.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that come with Amends. */
final class Shipped {

    private Shipped() {}

    static String text(String name) {
        try (InputStream file = Shipped.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("%s is not in this build.".formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
