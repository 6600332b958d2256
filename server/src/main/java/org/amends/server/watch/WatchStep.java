package org.amends.server.watch;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.amends.server.diagnosis.BaseInForce;
import org.amends.server.diagnosis.BaseModels;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One step of the watch: what the log holds beyond the cursor is diagnosed, told, and the cursor moved, all in one transaction.
 * Killed at any moment, it has happened wholly or not at all. The cursor's row is locked meanwhile, so that of several servers
 * on one database one watches at a time.
 */
@Component
final class WatchStep {

    /** Positions of the log that one step takes: enough for customers to come up several times, few enough for memory. */
    private static final int MOST_EVENTS = 20_000;

    /** Relationships of the daily round that one step takes. */
    private static final int MOST_OF_ROUND = 2_000;

    private static final Duration PAST = Duration.ofDays(7);
    private static final Duration PICTURE_EVERY = Duration.ofHours(1);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final WatchTable cursors;
    private final Examination examination;
    private final DailyPictures pictures;
    private final BaseModels models;
    private final DiagnosisInForce inForce;

    WatchStep(
            JdbcClient database,
            TransactionTemplate transaction,
            InstantSource clock,
            WatchTable cursors,
            Examination examination,
            DailyPictures pictures,
            BaseModels models,
            DiagnosisInForce inForce) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.cursors = cursors;
        this.examination = examination;
        this.pictures = pictures;
        this.models = models;
        this.inForce = inForce;
    }

    /**
     * Whether something waits for a step: events, a request, a round that is not done or not made under the policy in force.
     * Asking locks and writes nothing, so it may be asked often.
     */
    boolean isDue() {
        return database.sql("""
                        select round_ended_at is null or (select position from log_head) > watch.position
                            or round_policy is distinct from ? or exists (select 1 from watch_request)
                        from watch""")
                .param(inForce.diagnosing().policy().version())
                .query(Boolean.class)
                .single();
    }

    /** Takes a step. Returns whether there is more to do at once. */
    boolean take() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<WatchCursor> cursor = cursors.take();
            return cursor.isPresent() && step(cursor.get());
        }));
    }

    private boolean step(WatchCursor from) {
        Instant now = clock.instant();
        long head = head();
        long upTo = Math.min(head, from.position() + MOST_EVENTS);
        Set<Long> due = new TreeSet<>(requested());
        due.addAll(changed(from.position(), upTo));
        WatchCursor to = from.at(upTo, past(from.position(), upTo, now));
        Diagnosing diagnosing = upTo == head ? fitted(now, head) : inForce.diagnosing();
        to = withRound(to, diagnosing, now, due);
        examination.of(due, diagnosing, now);
        // A round that begins and ends in one step has ended as well.
        boolean roundEnded = !to.isInRound() && !Objects.equals(to.roundEndedAt(), from.roundEndedAt());
        Instant pictured = to.picturedAt();
        if (roundEnded || (pictured != null && pictured.plus(PICTURE_EVERY).isBefore(now) && !to.isInRound())) {
            pictures.draw(now);
            to = to.pictured(now);
        }
        if (!to.equals(from)) {
            cursors.keep(to);
        }
        return upTo < head || to.isInRound();
    }

    /** Adds the next relationships of the round over all to what is due; begins the round first where it is time. */
    private WatchCursor withRound(WatchCursor cursor, Diagnosing diagnosing, Instant now, Set<Long> due) {
        WatchCursor round = cursor;
        String policy = diagnosing.policy().version();
        if (cursor.needsRound(now, policy, diagnosing.base().id())) {
            round = cursor.beginningRound(now, policy, diagnosing.base().id());
        }
        if (!round.isInRound()) {
            return round;
        }
        List<Long> next = database.sql("select id from relationship where id > ? order by id limit ?")
                .param(round.roundAfter())
                .param(MOST_OF_ROUND)
                .query((row, number) -> row.getLong(1))
                .list();
        due.addAll(next);
        return next.size() < MOST_OF_ROUND
                ? round.roundAt(next.isEmpty() ? round.roundAfter() : next.getLast(), now)
                : round.roundAt(next.getLast(), null);
    }

    /** Fits the base model anew once a day, and whenever so much came that it may no longer speak for all. */
    private Diagnosing fitted(Instant now, long head) {
        Diagnosing diagnosing = inForce.renewed();
        BaseInForce base = diagnosing.base();
        long relationships = database.sql("select coalesce(max(id), 0) from relationship")
                .query(Long.class)
                .single();
        boolean old = WatchCursor.day(base.fittedAt()).isBefore(WatchCursor.day(now));
        boolean grown = hasGrown(base.relationships(), relationships) || hasGrown(base.position(), head);
        if (relationships == 0 || !(grown || old)) {
            return diagnosing;
        }
        BaseInForce ignored = models.fit(diagnosing.policy(), now, relationships, head);
        return inForce.renewed();
    }

    /**
     * By a quarter: a company that imports its history after a trial is judged by its own rhythm at once, and since the marks
     * grow as a power, all the growth of a company costs a few dozen fits.
     */
    private static boolean hasGrown(long from, long to) {
        return to > from + from / 4;
    }

    private long head() {
        return database.sql("select position from log_head").query(Long.class).single();
    }

    private List<Long> requested() {
        return database.sql("delete from watch_request returning relationship")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private List<Long> changed(long after, long upTo) {
        if (after >= upTo) {
            return List.of();
        }
        return database.sql("""
                        with recursive up (id, merged_into) as (
                            select id, merged_into from relationship
                            where id in (select relationship from event where position > ? and position <= ?)
                            union
                            select next.id, next.merged_into from up join relationship next on next.id = up.merged_into)
                        select id from up where merged_into is null""")
                .param(after)
                .param(upTo)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** How many of these events were old when they came. */
    private long past(long after, long upTo, Instant now) {
        if (after >= upTo) {
            return 0;
        }
        return database.sql("select count(*) from event where position > ? and position <= ? and occurred_at < ?")
                .param(after)
                .param(upTo)
                .param(Timestamp.from(now.minus(PAST)))
                .query(Long.class)
                .single();
    }
}
