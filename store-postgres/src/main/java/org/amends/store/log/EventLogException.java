package org.amends.store.log;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** The database could not do what the log asked of it. */
public final class EventLogException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Whether the events are stored. */
    public enum Fate {
        /** Nothing of what was asked for is stored. */
        NOT_STORED,
        /** The connection broke while the transaction was ending, and the database could not be asked since. */
        UNKNOWN
    }

    private final Fate fate;

    EventLogException(String message, Fate fate, @Nullable Throwable cause) {
        super(message, cause);
        this.fate = fate;
    }

    static EventLogException notStored(String message, @Nullable Throwable cause) {
        return new EventLogException(message, Fate.NOT_STORED, cause);
    }

    /** Whether the events are stored. Sending them again is safe in either case: no event counts twice. */
    public Fate fate() {
        return fate;
    }

    /**
     * Whether the database was only not there, or not able just now, so that the same may well be done soon: the connection
     * was lost or refused, the server stopped, a lock was in the way.
     */
    public boolean isPassing() {
        if (!(getCause() instanceof SQLException failed)) {
            return false;
        }
        if (failed instanceof SQLTransientException
                || failed instanceof SQLRecoverableException
                || failed instanceof SQLNonTransientConnectionException) {
            return true;
        }
        // Classes 08 connection, 57 operator intervention, 40 rolled back, 55 object in use, 53 out of resources.
        String state = failed.getSQLState();
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57")
                        || state.startsWith("40")
                        || state.startsWith("55")
                        || state.startsWith("53"));
    }
}
