package org.amends.server.ingest;

import java.util.function.Predicate;
import org.amends.server.access.Caller;

/**
 * Who sends events.
 *
 * @param name as the audit log names it
 * @param brands which brands it may send events of; events without a brand have the empty one
 */
record Sender(String name, Predicate<String> brands) {

    /** Who sends the request that this thread answers. */
    static Sender current() {
        Caller caller = Caller.current();
        return new Sender(caller.actor(), caller.brands()::includes);
    }
}
