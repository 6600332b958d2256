package org.amends.store.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is, and as whom to enter it.
 *
 * @param jdbcUrl as pgjdbc takes it, without user and password
 * @param user the role, or null for the one that the driver or {@code jdbcUrl} names
 * @param password a secret, or null where none is needed; never part of {@link #toString()}
 */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final String REMEDY =
            "Write postgresql://USER@HOST:5432/DATABASE and keep the password in the variable PGPASSWORD.";

    /**
     * Reads {@code postgresql://user:password@host:port/database?options}, the same with {@code postgres:}, or a JDBC URL.
     *
     * @param fallbackPassword taken where the URL has none, usually that of the environment
     * @throws IllegalArgumentException if it is none of these; the message never repeats a password
     */
    public static DatabaseAddress of(String url, @Nullable String fallbackPassword) {
        if (url.startsWith("jdbc:postgresql:")) {
            return ofJdbc(url, fallbackPassword);
        }
        URI uri = parsed(url);
        if (!("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                || uri.getHost() == null
                || uri.getPath().length() < 2) {
            throw new IllegalArgumentException("The database URL names no PostgreSQL database. " + REMEDY);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] entry = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
                entry.length > 0 ? decoded(entry[0]) : null,
                entry.length > 1 ? decoded(entry[1]) : fallbackPassword);
    }

    private static DatabaseAddress ofJdbc(String url, @Nullable String fallbackPassword) {
        if (url.contains("@")) {
            throw new IllegalArgumentException("A JDBC URL has no place for USER@. " + REMEDY);
        }
        int question = url.indexOf('?');
        if (question < 0) {
            return new DatabaseAddress(url, null, fallbackPassword);
        }
        @Nullable String user = null;
        @Nullable String password = fallbackPassword;
        StringBuilder rest = new StringBuilder(url.substring(0, question));
        char joint = '?';
        for (String option : url.substring(question + 1).split("&", -1)) {
            if (option.startsWith("user=")) {
                user = decoded(option.substring("user=".length()));
            } else if (option.startsWith("password=")) {
                password = decoded(option.substring("password=".length()));
            } else {
                rest.append(joint).append(option);
                joint = '&';
            }
        }
        return new DatabaseAddress(rest.toString(), user, password);
    }

    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException broken) {
            // The cause would repeat the URL, and with it the password.
            throw new IllegalArgumentException(
                    "The database URL cannot be read. In a password, @ is written %40 and / is written %2F. " + REMEDY);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password, and without options, which may hold secrets too. */
    @Override
    public String toString() {
        int question = jdbcUrl.indexOf('?');
        return (user == null ? "" : user + " at ") + (question < 0 ? jdbcUrl : jdbcUrl.substring(0, question));
    }
}
