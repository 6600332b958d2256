package org.amends.server.operation;

import org.jspecify.annotations.Nullable;

/** A part without which the server cannot do its work. */
public interface Readiness {

    /** The part in a word, for example "database". */
    String part();

    /** What is the matter, for the log, or null if the part is able to work. Answers within a few seconds. */
    @Nullable
    String trouble();
}
