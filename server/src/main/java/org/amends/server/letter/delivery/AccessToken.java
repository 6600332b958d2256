package org.amends.server.letter.delivery;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens for mail servers that take no password (OAuth 2.0). Kept until shortly before they expire. */
final class AccessToken {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long EARLY_SECONDS = 60;
    private static final long USUAL_SECONDS = 300;

    private final MailOutSettings.@Nullable Token how;
    private @Nullable String token;
    private long expiresNanos;

    AccessToken(MailOutSettings.@Nullable Token how) {
        this.how = how;
    }

    /** A token that holds. */
    synchronized String current() throws MessagingException {
        String kept = token;
        if (kept == null || System.nanoTime() - expiresNanos >= 0) {
            kept = fetched();
            token = kept;
        }
        return kept;
    }

    /** It was refused: the next one is a new one. */
    synchronized void refused() {
        token = null;
    }

    private String fetched() throws MessagingException {
        MailOutSettings.Token known = how;
        if (known == null) {
            throw new MessagingException("no way to get an access token is set");
        }
        try {
            List<String> command = known.command();
            return command == null ? refreshed(known) : printed(command);
        } catch (IOException | JacksonException failed) {
            throw new MessagingException("no access token: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MessagingException("no access token: interrupted", interrupted);
        }
    }

    private String printed(List<String> command) throws IOException, InterruptedException, MessagingException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new MessagingException("the program that prints access tokens does not end");
        }
        if (process.exitValue() != 0 || printed.isEmpty()) {
            throw new MessagingException(
                    "the program that prints access tokens ended with %d".formatted(process.exitValue()));
        }
        keepFor(USUAL_SECONDS);
        return printed;
    }

    private String refreshed(MailOutSettings.Token known) throws IOException, InterruptedException, MessagingException {
        URI url = known.url();
        if (url == null) {
            throw new MessagingException("no address of a token endpoint is set");
        }
        String form = "grant_type=refresh_token"
                + field("refresh_token", known.refreshToken())
                + field("client_id", known.clientId())
                + field("client_secret", known.clientSecret());
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(url)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new MessagingException("the token endpoint answered %d".formatted(answer.statusCode()));
            }
            JsonNode told = new JsonMapper().readTree(answer.body());
            keepFor(told.path("expires_in").asLong(USUAL_SECONDS));
            return Objects.requireNonNull(told.required("access_token").asString());
        }
    }

    private void keepFor(long seconds) {
        expiresNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(0, seconds - EARLY_SECONDS));
    }

    private static String field(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
