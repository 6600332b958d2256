package org.amends.server.access.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.server.access.Program;
import org.amends.server.access.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Says which program a token stands for. What it read of a token it believes for two seconds, so that thousands of requests a
 * second are one query; what is revoked in this process is forgotten at once. While the database does not answer, it believes
 * what it read last for a quarter of an hour: whoever is in the middle of an order still gets an answer in time.
 */
public final class TokenCheck {

    /** For how long a token is believed without a look into the database: the longest that a revoked one lives on. */
    static final Duration BELIEVED = Duration.ofSeconds(2);

    /** For how long a token is believed while the database does not answer. */
    static final Duration BELIEVED_WITHOUT_DATABASE = Duration.ofMinutes(15);

    /** For how long requests wait for a token to be read again before the database counts as not answering. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    /** Tokens remembered at once. More are looked up each time, so that a flood of made-up ones costs no memory. */
    private static final int REMEMBERED = 10_000;

    private static final Pattern FORM = Pattern.compile("amends_([a-z2-7]{12})_([a-z2-7]{52})");

    private final Tokens tokens;
    private final InstantSource clock;
    private final Map<String, Read> read = new ConcurrentHashMap<>();
    private final Map<String, Rereading> readings = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastUses = new ConcurrentHashMap<>();

    /** Over the tokens kept, by this clock. */
    public TokenCheck(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Read(Tokens.Kept kept, Instant at) {

        boolean believedAt(Instant now) {
            return now.isBefore(at.plus(BELIEVED)) && !now.isBefore(at);
        }
    }

    /** A look into the database, for which nobody waits longer than {@link #PATIENCE} after it began. */
    private record Rereading(CompletableFuture<Optional<Tokens.Kept>> found, long begunNanos) {

        long patienceNanos() {
            return Math.max(0, begunNanos + PATIENCE.toNanos() - System.nanoTime());
        }
    }

    /** The program that this token stands for, or nothing if it is not a good one. */
    public Optional<Program> check(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Tokens.@Nullable Kept kept = kept(form.group(1), now);
        if (kept == null
                || !Secret.matches(form.group(2), kept.hash())
                || !kept.token().goodAt(now)) {
            return Optional.empty();
        }
        lastUses.put(kept.token().id(), now);
        return Optional.of(kept.token().program());
    }

    /** Forgets what it knew of a token, since it has changed. */
    public void forget(String id) {
        read.remove(id);
    }

    /** Writes down when tokens were last used; called every some seconds and at the end. */
    public void writeLastUses() {
        Map<String, Instant> uses = new HashMap<>(lastUses);
        tokens.used(uses);
        uses.forEach(lastUses::remove);
    }

    private Tokens.@Nullable Kept kept(String id, Instant now) {
        @Nullable Read known = read.get(id);
        if (known != null && known.believedAt(now)) {
            return known.kept();
        }
        if (known == null) {
            // Made-up ids end here, and leave nothing behind.
            Optional<Tokens.Kept> found = tokens.kept(id);
            if (found.isPresent() && read.size() < REMEMBERED) {
                read.put(id, new Read(found.get(), now));
            }
            return found.orElse(null);
        }
        // One request reads again; those that come meanwhile wait for it.
        Rereading again = readings.computeIfAbsent(id, key -> readAgain(key, now));
        try {
            return again.found()
                    .get(again.patienceNanos(), TimeUnit.NANOSECONDS)
                    .orElse(null);
        } catch (TimeoutException | ExecutionException silent) {
            return now.isBefore(known.at().plus(BELIEVED_WITHOUT_DATABASE))
                    ? known.kept()
                    : tokens.kept(id).orElse(null);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Rereading readAgain(String id, Instant now) {
        Rereading again = new Rereading(new CompletableFuture<>(), System.nanoTime());
        Thread reader = Thread.ofVirtual().name("token-reading").start(() -> {
            try {
                Optional<Tokens.Kept> found = tokens.kept(id);
                var unused = read.compute(
                        id, (key, last) -> last == null || found.isEmpty() ? null : new Read(found.get(), now));
                boolean first = again.found().complete(found);
                assert first;
            } catch (RuntimeException failed) {
                boolean first = again.found().completeExceptionally(failed);
                assert first;
            } finally {
                boolean ended = readings.remove(id, again);
                assert ended;
            }
        });
        assert reader.isVirtual();
        return again;
    }
}
