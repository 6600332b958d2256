package org.amends.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Supplier;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The header {@code Idempotency-Key}: a request that is sent again with the same key gets the same answer, and is not carried
 * out again. Without the header this costs nothing.
 */
@Component
class RepeatedRequests {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    /** A server that died while answering leaves its mark behind; after this long nobody is answering any more. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    private final AnswerStore store;
    private final InstantSource clock;

    RepeatedRequests(AnswerStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Refuses the header where an answer cannot be kept. */
    void refuseFor(HttpServletRequest request, String what) {
        if (request.getHeader(HEADER) != null) {
            throw new Problem(
                            HttpStatus.BAD_REQUEST,
                            "idempotency-key-not-taken",
                            "No Idempotency-Key here",
                            "%s takes no Idempotency-Key.".formatted(what))
                    .with("remedy", "Leave it out: events are known by their ids, and may be sent again.");
        }
    }

    /**
     * The answer to a request, from before if it was answered before.
     *
     * @param body what was sent
     * @param answering makes the answer; an exception from it is not kept, so that the request may be tried again
     */
    Answer once(HttpServletRequest request, Sender sender, String body, Supplier<Answer> answering) {
        String header = request.getHeader(HEADER);
        if (header == null) {
            return answering.get();
        }
        String key = key(header);
        byte[] fingerprint = fingerprint(request, body);
        Instant now = clock.instant();
        if (!store.begin(sender.name(), key, fingerprint, now, now.minus(ABANDONED))) {
            return before(sender, key, fingerprint);
        }
        boolean answered = false;
        try {
            Answer answer = answering.get();
            store.keep(sender.name(), key, answer);
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                store.forget(sender.name(), key);
            }
        }
    }

    private Answer before(Sender sender, String key, byte[] fingerprint) {
        AnswerStore.Kept kept = store.find(sender.name(), key);
        if (kept != null && !Arrays.equals(kept.fingerprint(), fingerprint)) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "idempotency-key-reused",
                            "The Idempotency-Key belongs to another request",
                            "The key \"%s\" came with another body before.".formatted(key))
                    .with("remedy", "Use a new key for each request, and the same only to send it again unchanged.");
        }
        Answer answer = kept == null ? null : kept.answer();
        if (answer == null) {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "request-in-flight",
                            "The same request is being answered",
                            "A request with the key \"%s\" is being answered at the moment.".formatted(key))
                    .with("remedy", "Send it again in a second.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        return answer;
    }

    /** The key, with the quotes of a structured field or without. */
    static String key(String header) {
        String key = header.strip();
        if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        boolean wrong = key.isEmpty() || key.length() > LONGEST_KEY;
        for (int i = 0; i < key.length() && !wrong; i++) {
            wrong = key.charAt(i) < ' ' || key.charAt(i) > '~' || key.charAt(i) == '"' || key.charAt(i) == '\\';
        }
        if (wrong) {
            throw Problem.invalid(
                    HEADER,
                    key.isEmpty() ? "empty" : "not a plain text of at most %d characters".formatted(LONGEST_KEY),
                    "Send a UUID.");
        }
        return key;
    }

    private static byte[] fingerprint(HttpServletRequest request, String body) {
        MessageDigest digest = sha256();
        add(digest, request.getRequestURI());
        add(digest, request.getQueryString());
        add(digest, request.getContentType());
        for (String name :
                Collections.list(request.getHeaderNames()).stream().sorted().toList()) {
            if (name.regionMatches(true, 0, "ce-", 0, 3)) {
                add(digest, name + ":" + request.getHeader(name));
            }
        }
        add(digest, body);
        return digest.digest();
    }

    private static void add(MessageDigest digest, @Nullable String part) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
