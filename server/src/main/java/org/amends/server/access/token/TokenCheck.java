package org.amends.server.access.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.server.access.Program;
import org.amends.server.access.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Says which program a token stands for. What it read of a token it believes for two seconds, so that thousands of requests a
 * second are one query; what is revoked in this process is forgotten at once.
 */
public final class TokenCheck {

    /** For how long a token is believed without a look into the database: the longest that a revoked one lives on. */
    static final Duration BELIEVED = Duration.ofSeconds(2);

    /** Tokens remembered at once. More are looked up each time, so that a flood of made-up ones costs no memory. */
    private static final int REMEMBERED = 10_000;

    private static final Pattern FORM = Pattern.compile("amends_([a-z2-7]{12})_([a-z2-7]{52})");

    private final Tokens tokens;
    private final InstantSource clock;
    private final Map<String, Read> read = new ConcurrentHashMap<>();
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
        @Nullable
        Read fresh = read.compute(id, (key, last) -> {
            if (last != null && last.believedAt(now)) {
                return last;
            }
            return tokens.kept(key).map(kept -> new Read(kept, now)).orElse(null);
        });
        return fresh == null ? null : fresh.kept();
    }
}
