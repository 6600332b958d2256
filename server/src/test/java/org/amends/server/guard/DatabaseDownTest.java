package org.amends.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.amends.server.AmendsServer;
import org.amends.server.ServerSettings;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Scope;
import org.amends.server.access.token.Tokens;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guard answers when its database is gone. */
class DatabaseDownTest {

    private static final String CANDIDATES =
            "\"candidates\": [{\"id\": \"a\", \"name\": \"Rice\", \"ingredients\": \"rice\"}]}";

    /** For longer than the server believes what it read of a token without a look. */
    private static final Duration TOKENS_ARE_READ_AGAIN = Duration.ofMillis(2_500);

    @Test
    void asksAboutCustomersAndAnswersByWhatTheRequestTells(@TempDir Path data) throws Exception {
        DataFolder folder = DataFolder.serve(data);
        DatabaseAddress address = folder.address();
        AmendsServer.Running server = AmendsServer.start(new ServerSettings(
                ServerSettings.LOOPBACK,
                0,
                new ServerSettings.Database(address.jdbcUrl(), address.user(), address.password()),
                data));
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = server.part(Tokens.class)
                    .create(new Tokens.Wish("shop", Set.of(Scope.GUARD), BrandScope.ALL, null), "system", Instant.now())
                    .text();
            HttpRequest told = request(server, token, "{\"id\": \"1\", \"stated\": [\"vegan\"], " + CANDIDATES);
            HttpRequest ofCustomer = request(server, token, "{\"id\": \"2\", \"customer\": \"anna\", " + CANDIDATES);
            HttpRequest act = request(
                    server, token, "{\"id\": \"3\", \"customer\": \"anna\", \"act\": {\"kind\": \"promise_check\"}}");
            assertThat(send(client, told)).contains("ALLOW");

            folder.close();
            Instant from = Instant.now();
            while (Instant.now().isBefore(from.plus(TOKENS_ARE_READ_AGAIN))) {
                Instant begun = Instant.now();
                assertThat(send(client, ofCustomer))
                        .contains("\"ASK\"")
                        .containsPattern("deadline_passed|customer_unreadable")
                        .doesNotContain("ALLOW");
                assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
                assertThat(send(client, act))
                        .contains("\"ASK\"")
                        .containsPattern("deadline_passed|customer_unreadable")
                        .doesNotContain("ALLOW");
            }
            assertThat(send(client, told)).contains("ALLOW");
        } finally {
            server.close();
            folder.close();
        }
    }

    private static HttpRequest request(AmendsServer.Running server, String token, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/guard/verdicts".formatted(server.port())))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header(Patience.HEADER, "500")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String send(HttpClient client, HttpRequest request) throws Exception {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
