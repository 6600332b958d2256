package org.amends.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a server needs to know before it starts.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any free one
 * @param database where everything is kept
 * @param data the folder of the database, or null if it is elsewhere
 */
public record ServerSettings(
        String host, int port, Database database, @Nullable Path data) {

    /** The address that only this machine reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    /** On a database elsewhere. */
    public ServerSettings(String host, int port, Database database) {
        this(host, port, database, null);
    }

    public ServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535 but was %d.".formatted(port));
        }
    }

    /**
     * A PostgreSQL database.
     *
     * @param url as JDBC takes it
     * @param user who signs in
     * @param password of that user; may be empty
     */
    public record Database(String url, String user, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return url + " as " + user;
        }
    }
}
