package org.amends.server.ingest;

import java.util.List;

/** Brings what was understood into the log, and says what became of each. */
interface Intake {

    /**
     * Answers when everything is durable.
     *
     * @throws org.amends.server.problem.Problem 429 when too much is waiting already, 503 when the log cannot be written; nothing
     *     is known to be stored then, and sending again is safe
     */
    Outcomes take(List<Sent> sent);

    /** The same, but waits while too much is waiting already. */
    Outcomes takeWaiting(List<Sent> sent);
}
