package org.amends.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.amends.server.AmendsServer;
import org.amends.server.ServerSettings;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Scope;
import org.amends.server.access.token.Tokens;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How a running server is watched over. */
@ExtendWith(OutputCaptureExtension.class)
class OperationTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static DataFolder folder;
    private static AmendsServer.Running server;

    @BeforeAll
    static void start(@TempDir Path data) {
        folder = DataFolder.serve(data);
        DatabaseAddress address = folder.address();
        server = AmendsServer.start(new ServerSettings(
                ServerSettings.LOOPBACK,
                0,
                new ServerSettings.Database(address.jdbcUrl(), address.user(), address.password()),
                data));
    }

    @AfterAll
    static void stop() {
        server.close();
        folder.close();
    }

    @Test
    void saysThatItLivesAndIsReady() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .isEqualTo("{\"status\":\"UP\",\"checks\":{\"database\":\"UP\",\"log\":\"UP\",\"disk\":\"UP\"}}");
    }

    @Test
    void givesItsMeasuresToAProgramThatMayRead() throws Exception {
        assertThat(get("/metrics").statusCode()).isEqualTo(401);
        HttpResponse<String> measures = get("/metrics", "Authorization", "Bearer " + token());

        assertThat(measures.statusCode()).isEqualTo(200);
        assertThat(measures.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(measures.body())
                .contains("amends_watch_lag")
                .contains("amends_webhook_pending")
                .contains("hikaricp_connections_active")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void keepsANameThatARequestBringsAndWritesItIntoProblems() throws Exception {
        HttpResponse<String> answer =
                get("/v1/relationships/nobody", "X-Request-Id", "order-17", "Authorization", "Bearer " + token());

        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("order-17");
        assertThat(answer.body()).contains("\"request_id\":\"order-17\"");
    }

    @Test
    void givesANameOfItsOwnToARequestWhoseNameCouldDeceiveAReaderOfTheLog() throws Exception {
        HttpResponse<String> answer = get("/health/live", "X-Request-Id", "x\" level=error");

        assertThat(answer.headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(name -> assertThat(name).matches("[0-9a-f-]{36}"));
    }

    @Test
    void logsRequestsWithoutTheCustomerOrTheToken(CapturedOutput output) throws Exception {
        String token = token();

        assertThat(get(
                                "/v1/relationships/anna-of-the-test?q=anna",
                                "X-Request-Id",
                                "find-me",
                                "Authorization",
                                "Bearer " + token)
                        .statusCode())
                .isEqualTo(404);

        awaitLine(output, "find-me");
        assertThat(output.getOut())
                .contains("/v1/relationships/{customer}")
                .doesNotContain("anna-of-the-test")
                .doesNotContain(token)
                .doesNotContain(folder.address().password());
    }

    @Test
    void logsJsonForProgramsAndTracesOnlyForWhoeverTakesThem() {
        assertThat(Watching.settings(Map.of(), false))
                .containsEntry("logging.structured.format.console", "ecs")
                .containsEntry("management.opentelemetry.enabled", false)
                .containsKey("spring.autoconfigure.exclude");
        assertThat(Watching.settings(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"), true))
                .doesNotContainKeys("logging.structured.format.console", "spring.autoconfigure.exclude")
                .containsEntry("management.opentelemetry.enabled", true);
    }

    private static void awaitLine(CapturedOutput output, String words) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!output.getOut().contains(words) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private static String token() {
        return server.part(Tokens.class)
                .create(new Tokens.Wish("test", Set.of(Scope.READ), BrandScope.ALL, null), "system", Instant.now())
                .text();
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
