package org.amends.server.mailserver;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets access tokens (OAuth 2, RFC 6749 section 6) and keeps one as long as it holds. Says nothing of them in any message. */
public final class AccessTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BEFORE_THE_END = Duration.ofMinutes(2);
    private static final int LONGEST = 16_384;
    private static final JsonMapper JSON = new JsonMapper();

    private final TokenSource settings;
    private final InstantSource clock;
    private @Nullable String kept;
    private Instant until = Instant.EPOCH;
    /** Some servers give a new one each time, and forget the old one. */
    private @Nullable String refreshToken;

    /** Tokens from there; none is asked for yet. */
    public AccessTokens(TokenSource settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.refreshToken = settings.refreshToken();
    }

    /**
     * A token that holds now.
     *
     * @throws IOException when there is none to be had
     */
    public synchronized String token() throws IOException {
        String have = kept;
        if (have != null && clock.instant().isBefore(until)) {
            return have;
        }
        String fresh = settings.command().isEmpty() ? asked() : printed();
        kept = fresh;
        return fresh;
    }

    /** It was refused: the next one is a new one. */
    public synchronized void refused() {
        kept = null;
    }

    private String printed() throws IOException {
        Process process = new ProcessBuilder(settings.command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new IOException("The command that prints the token of a mail server "
                        + (ended ? "ended with " + process.exitValue() : "did not end") + ".");
            }
            byte[] out = process.getInputStream().readNBytes(LONGEST);
            String token = new String(out, StandardCharsets.UTF_8).strip();
            if (token.isEmpty()) {
                throw new IOException("The command that prints the token of a mail server printed nothing.");
            }
            // It knows best how long a token holds, and keeps it as long.
            until = Instant.EPOCH;
            return token;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the token of a mail server.", interrupted);
        } finally {
            var ignored = process.destroyForcibly();
        }
    }

    private String asked() throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        put(form, "refresh_token", refreshToken);
        put(form, "client_id", settings.clientId());
        put(form, "client_secret", settings.clientSecret());
        put(form, "scope", settings.scope());
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(String.valueOf(settings.url())))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return granted(answer.statusCode(), answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the token of a mail server.", interrupted);
        }
    }

    private static void put(Map<String, String> form, String name, @Nullable String value) {
        if (value != null) {
            form.put(name, value);
        }
    }

    private String granted(int status, String body) throws IOException {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JacksonException none) {
            throw new IOException(
                    "%s answered %d and no JSON when asked for a token.".formatted(settings.url(), status));
        }
        String token = answer.path("access_token").asString("");
        if (status != 200 || token.isEmpty()) {
            throw new IOException("%s answered %d (%s) when asked for a token."
                    .formatted(settings.url(), status, answer.path("error").asString("no access_token")));
        }
        String next = answer.path("refresh_token").asString("");
        refreshToken = next.isEmpty() ? refreshToken : next;
        long seconds = answer.path("expires_in").asLong(300);
        until = clock.instant().plusSeconds(seconds).minus(BEFORE_THE_END);
        return token;
    }
}
