package org.amends.server.background;

import org.springframework.context.SmartLifecycle;

/**
 * Work that begins and ends with the server. Several end side by side: where the database is gone each of them may wait for it, and a
 * server that is told to stop must not add those waits up.
 */
public interface BackgroundWork extends SmartLifecycle {

    @Override
    default void stop(Runnable ended) {
        Thread ignored = Thread.ofVirtual().name("ending").start(() -> {
            try {
                stop();
            } finally {
                ended.run();
            }
        });
    }
}
