package org.amends.store.embedded;

/** Waits between two looks at something that another process changes. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException(
                    "PostgreSQL", "waiting for it was interrupted", "Start again.", interrupted);
        }
    }
}
