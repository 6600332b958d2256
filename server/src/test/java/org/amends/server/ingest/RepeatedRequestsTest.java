package org.amends.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(SharedServer.Use.class)
class RepeatedRequestsTest {

    private static SharedServer server;
    private static String token;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        server = SharedServer.running();
        token = server.token(Set.of(Scope.INGEST));
    }

    private static String event() {
        return "{\"event_id\":\"%1$s\",\"customer\":\"c-%1$s\",\"time\":\"2026-02-01T10:00:00Z\",\"type\":\"visit\"}"
                .formatted(UUID.randomUUID());
    }

    private static HttpResponse<String> post(String with, String body, String key) {
        return server.post("/v1/events", with, "application/json", body, "Idempotency-Key", key);
    }

    @Test
    void givesTheSameAnswerToTheSameRequest() {
        String body = event();

        HttpResponse<String> first = post(token, body, "\"" + key + "\"");
        HttpResponse<String> again = post(token, body, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        assertThat(post(token, event(), key).statusCode()).isEqualTo(201);

        HttpResponse<String> other = post(token, event(), key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("/problems/idempotency-key-reused");
    }

    @Test
    void keepsKeysOfDifferentTokensApart() {
        String another = server.token(Set.of(Scope.INGEST));

        assertThat(post(token, event(), key).statusCode()).isEqualTo(201);
        assertThat(post(another, event(), key).statusCode()).isEqualTo(201);
    }

    @Test
    void doesNotKeepTheAnswerToABrokenRequest() {
        assertThat(post(token, "{", key).statusCode()).isEqualTo(400);

        assertThat(post(token, event(), key).statusCode()).isEqualTo(201);
    }

    @Test
    void answersThatTheSameRequestIsInFlight() {
        AnswerStore store = server.part(AnswerStore.class);
        String body = event();
        assertThat(post(token, body, key).statusCode()).isEqualTo(201);
        // As it stands while the first request is being answered.
        assertThat(server.part(JdbcClient.class)
                        .sql("update kept_answer set status = null, body = null where key = :key")
                        .param("key", key)
                        .update())
                .isEqualTo(1);

        HttpResponse<String> meanwhile = post(token, body, key);

        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.headers().firstValue("retry-after")).isPresent();
        Instant later = Instant.now().plusSeconds(600);
        assertThat(store.begin(sender(), key, new byte[] {1}, later, later.minusSeconds(300)))
                .as("taken over once nobody can be answering any more")
                .isTrue();
    }

    private String sender() {
        return server.part(JdbcClient.class)
                .sql("select sender from kept_answer where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    @Test
    void forgetsAnswersAfterADay() {
        assertThat(post(token, event(), key).statusCode()).isEqualTo(201);
        assertThat(server.part(JdbcClient.class)
                        .sql("update kept_answer set begun_at = begun_at - interval '25 hours' where key = :key")
                        .param("key", key)
                        .update())
                .isEqualTo(1);

        server.part(AnswerStore.class).forgetOld();

        assertThat(post(token, event(), key).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "a\"b", "a\\b"})
    void refusesAKeyThatIsNone(String none) {
        assertThat(post(token, event(), none).statusCode()).isEqualTo(400);
    }
}
