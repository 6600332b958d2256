package org.amends.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedServer.Use.class)
class EventStreamTest {

    private static final String LINES = "application/x-ndjson";
    private static final JsonMapper JSON = new JsonMapper();

    private static SharedServer server;
    private static String token;

    @BeforeAll
    static void start() {
        server = SharedServer.running();
        token = server.token(Set.of(Scope.INGEST));
    }

    private static String line(String id) {
        return "{\"event_id\":\"%s\",\"customer\":\"c-%s\",\"time\":\"2026-02-01T10:00:00Z\",\"type\":\"visit\"}"
                .formatted(id, id);
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(UUID.randomUUID().toString()))
                .collect(Collectors.joining("\n"));
    }

    private static List<JsonNode> answers(HttpResponse<String> answer) {
        return answer.body().lines().map(JSON::readTree).toList();
    }

    @Test
    void answersChunkByChunkUpToWhichLineEverythingIsDurable() {
        HttpResponse<String> answer = server.post("/v1/events", token, LINES, lines(1_200));

        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> lines = answers(answer);
        assertThat(lines.size()).isGreaterThan(2);
        assertThat(lines.get(0).get("through").longValue()).isLessThanOrEqualTo(500);
        assertThat(lines.getLast().get("done").booleanValue()).isTrue();
        assertThat(lines.getLast().get("through").longValue()).isEqualTo(1_200);
        assertThat(lines.getLast().get("accepted").longValue()).isEqualTo(1_200);
    }

    @Test
    void namesEachLineThatIsRefusedAndGoesOn() {
        String id = UUID.randomUUID().toString();
        String body = line(id) + "\n\n{broken\n" + line(id) + "\n";

        HttpResponse<String> answer = server.post("/v1/events", token, LINES, body);

        JsonNode end = answers(answer).getLast();
        assertThat(end.get("accepted").longValue()).isEqualTo(1);
        assertThat(end.get("duplicate").longValue()).isEqualTo(1);
        assertThat(end.get("rejected").longValue()).isEqualTo(1);
        JsonNode refused = answers(answer).stream()
                .filter(line -> line.has("results"))
                .findFirst()
                .orElseThrow()
                .get("results")
                .get(0);
        assertThat(refused.get("line").longValue()).isEqualTo(3);
        assertThat(refused.get("problem").get("place").stringValue()).startsWith("column");
    }

    @Test
    void answersForALineBeforeTheNextIsSent() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.at("/").getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /v1/events HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/x-ndjson\r
                    Transfer-Encoding: chunked\r
                    Connection: close\r
                    \r
                    """.formatted(token).getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            chunk(out, line(UUID.randomUUID().toString()) + "\n");
            String first = nextWith(in, "through");
            chunk(out, line(UUID.randomUUID().toString()) + "\n");
            String second = nextWith(in, "through");
            chunk(out, "");

            assertThat(first).contains("\"through\":1,");
            assertThat(second).contains("\"through\":2,");
            assertThat(nextWith(in, "done")).contains("\"accepted\":2");
        }
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String nextWith(BufferedReader in, String word) throws IOException {
        String line = in.readLine();
        while (line != null && !line.contains("\"" + word + "\"")) {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    @Test
    void takesNoIdempotencyKey() {
        assertThat(server.post("/v1/events", token, LINES, line("x"), "Idempotency-Key", "k")
                        .statusCode())
                .isEqualTo(400);
    }
}
