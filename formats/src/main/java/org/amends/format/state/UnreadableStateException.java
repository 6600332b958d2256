package org.amends.format.state;

/** A kept state whose bytes are not those of a snapshot. The history has everything that is needed to fold it anew. */
public final class UnreadableStateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableStateException(String reason) {
        super("The kept state cannot be read: %s. Maybe rebuild the states from the log.".formatted(reason));
    }
}
