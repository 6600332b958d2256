package org.amends.server.access.login;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.amends.server.access.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Slows down whoever guesses. Some attempts are free; after each further one the next must wait twice as long, up to a quarter of
 * an hour. An attempt is counted before it is looked at, so that many at once gain nothing. A day without one forgives all.
 */
final class Hindrances {

    private static final int LONGEST_SECONDS = 900;
    private static final Duration FORGIVEN = Duration.ofDays(1);

    private final JdbcClient sql;

    Hindrances(JdbcClient sql) {
        this.sql = sql;
    }

    /** What attempts are counted by. */
    enum By {
        /** The account that is tried, whether there is one or not. */
        ACCOUNT(5),
        /** The address that attempts come from; many people may share one. */
        ADDRESS(30);

        private final int free;

        By(int free) {
            this.free = free;
        }

        String key(String what) {
            return Secret.hash(this + " " + what);
        }
    }

    /** Counts an attempt. Gives how long to wait instead, if it comes too early; such an attempt must not be looked at. */
    Optional<Duration> attempt(By by, String what, Instant now) {
        boolean counted = sql.sql("""
                        insert into login_hindrance as h (key, failures, last_failed_at) values (:key, 1, :now)
                        on conflict (key) do update set
                            failures = case when h.last_failed_at < :forgiven then 1 else h.failures + 1 end,
                            last_failed_at = :now
                        where h.last_failed_at + make_interval(secs => case when h.failures < :free then 0
                            else least(:longest, power(2, least(h.failures - :free, 20))) end) <= :now""")
                        .param("key", by.key(what))
                        .param("now", time(now))
                        .param("forgiven", time(now.minus(FORGIVEN)))
                        .param("free", by.free)
                        .param("longest", LONGEST_SECONDS)
                        .update()
                == 1;
        return counted ? Optional.empty() : Optional.of(wait(by, what, now));
    }

    /** Forgives all failures of an account, since its owner got in. */
    void forgive(By by, String what) {
        sql.sql("delete from login_hindrance where key = :key")
                .param("key", by.key(what))
                .update();
    }

    /** Takes one attempt back, since it was none of a guesser. */
    void takeBack(By by, String what) {
        sql.sql("update login_hindrance set failures = greatest(0, failures - 1) where key = :key")
                .param("key", by.key(what))
                .update();
    }

    /** Forgets what was long ago. */
    void prune(Instant now) {
        sql.sql("delete from login_hindrance where last_failed_at < :forgiven")
                .param("forgiven", time(now.minus(FORGIVEN)))
                .update();
    }

    private record Failed(int failures, Instant last) {}

    private Duration wait(By by, String what, Instant now) {
        return sql.sql("select failures, last_failed_at from login_hindrance where key = :key")
                .param("key", by.key(what))
                .query((row, number) -> new Failed(
                        row.getInt("failures"),
                        row.getObject("last_failed_at", OffsetDateTime.class).toInstant()))
                .optional()
                .map(failed -> {
                    long seconds = Math.min(LONGEST_SECONDS, 1L << Math.clamp(failed.failures() - by.free, 0, 20));
                    Duration left = Duration.between(now, failed.last().plusSeconds(seconds));
                    return left.isPositive() ? left : Duration.ofSeconds(1);
                })
                .orElse(Duration.ofSeconds(1));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
