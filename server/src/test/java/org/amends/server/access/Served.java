package org.amends.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.amends.server.AmendsServer;
import org.amends.server.ServerSettings;
import org.amends.server.access.token.Tokens;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real server on a schema of its own, and the requests that tests send to it. */
public final class Served implements AutoCloseable {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static DataFolder folder;

    private final ServerSettings.Database database;
    private final InstantSource clock;
    private AmendsServer.Running server;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    public Served() {
        this(InstantSource.system());
    }

    /** One that lives by this clock. */
    public Served(InstantSource clock) {
        this.clock = clock;
        DatabaseAddress address = address();
        String name = "served" + SCHEMAS.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        database = new ServerSettings.Database(
                address.jdbcUrl() + "?currentSchema=" + name,
                String.valueOf(address.user()),
                String.valueOf(address.password()));
        server = start();
    }

    private AmendsServer.Running start() {
        return AmendsServer.start(new ServerSettings(ServerSettings.LOOPBACK, 0, database), clock);
    }

    private static synchronized DatabaseAddress address() {
        if (folder == null) {
            try {
                folder = DataFolder.open(Files.createTempDirectory("amends-access-test"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(folder::close));
        }
        return folder.address();
    }

    /** Stops the server and starts another on the same database. */
    public void restart() {
        server.close();
        server = start();
    }

    /** A part of the server. */
    public <T> T part(Class<T> type) {
        return server.part(type);
    }

    public JdbcClient sql() {
        return part(JdbcClient.class);
    }

    /** The address of a path. */
    public URI at(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    /** A token that may do this. */
    public String token(Scope... scopes) {
        return part(Tokens.class)
                .create(new Tokens.Wish("test", Set.of(scopes), BrandScope.ALL, null), "system", Instant.now())
                .text();
    }

    /** A browser that nobody has signed in with. */
    public Browser browser() {
        return new Browser(this, new CookieManager());
    }

    /** Makes sure that there is a person who signs in so, with {@link Browser#PASSWORD}. */
    public void has(String login, Role... roles) {
        var unused = browser().enter(login, roles);
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** What another server answers. */
    public HttpResponse<String> elsewhere(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        return send(client, request);
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
