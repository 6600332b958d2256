package org.amends.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Scope;
import org.amends.server.access.token.Tokens;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One real server on one real PostgreSQL for all tests of this JVM; tests keep apart by the customers and ids they make up. */
public final class SharedServer {

    private static final JsonMapper JSON = new JsonMapper();
    private static @Nullable SharedServer only;

    private final DataFolder folder;
    private final AmendsServer.Running server;
    private final HttpClient client = HttpClient.newHttpClient();

    private SharedServer() {
        // Tests receive messages on this machine.
        System.setProperty("amends.webhook.private-targets", "true");
        try {
            folder = DataFolder.open(Files.createTempDirectory("amends-server-test"));
            DatabaseAddress address = folder.address();
            server = AmendsServer.start(new ServerSettings(
                    ServerSettings.LOOPBACK,
                    0,
                    new ServerSettings.Database(
                            address.jdbcUrl(), String.valueOf(address.user()), String.valueOf(address.password()))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts the server before the first test that uses it: such tests are extended with this. */
    public static final class Use implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            SharedServer ignored = running();
        }
    }

    /** The server. It ends with its JVM: where several run tests side by side, no class is the last one that JUnit knows of. */
    public static synchronized SharedServer running() {
        if (only == null) {
            only = new SharedServer();
            Runtime.getRuntime().addShutdownHook(new Thread(SharedServer::stop, "end-shared-server"));
        }
        return only;
    }

    private static synchronized void stop() {
        if (only != null) {
            only.server.close();
            only.folder.close();
            only = null;
        }
    }

    public <T> T part(Class<T> type) {
        return server.part(type);
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** A token that may do this, for the brands named; for all when none is. */
    public String token(Set<Scope> scopes, String... brands) {
        BrandScope covered = brands.length == 0
                ? BrandScope.ALL
                : BrandScope.of(Stream.of(brands).collect(Collectors.toSet()));
        return part(Tokens.class)
                .create(new Tokens.Wish("test", scopes, covered, null), "system", Instant.now())
                .text();
    }

    /** A request with a token; header names and values follow one another. */
    public HttpRequest.Builder request(String path, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token);
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> post(String path, String token, String contentType, byte[] body, String... headers) {
        return send(request(path, token, headers)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    public HttpResponse<String> post(String path, String token, String contentType, String body, String... headers) {
        return post(path, token, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public HttpResponse<String> get(String path, String token, String... headers) {
        return send(request(path, token, headers).GET().build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
