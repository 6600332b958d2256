package org.amends.cli.history;

import java.sql.SQLException;

/** What the embedded database says it cannot do. Where the input is at fault it is told again as a {@link HistoryException}. */
public final class DatabaseException extends RuntimeException {

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** The first line of what the database says, without its stack of advice. */
    public String firstLine() {
        String message = String.valueOf(getMessage()).strip();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end).strip();
    }
}
