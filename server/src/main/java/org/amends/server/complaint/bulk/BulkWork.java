package org.amends.server.complaint.bulk;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amends.server.access.BrandScope;
import org.amends.server.background.BackgroundWork;
import org.amends.server.background.RepeatedWork;
import org.amends.server.complaint.act.Act;
import org.amends.server.complaint.act.Acts;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what waits to be done to many cases, one after another, so that whoever works on a case meanwhile waits briefly. That a case
 * is done is written in the transaction that changes it: a run that a stop of the server breaks off goes on where it was.
 */
@Component
final class BulkWork implements BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWork.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final RepeatedWork work = new RepeatedWork("case-bulk", LOOK_EVERY, this::next);

    BulkWork(JdbcClient database, Acts acts, TransactionTemplate transaction, InstantSource clock) {
        this.database = database;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Due(UUID run, int number, String reference, String actor, String act) {}

    /** Says that something may wait. */
    void wake() {
        work.wake();
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    /** Whether there was one. */
    private boolean next() {
        Optional<Due> due = due();
        due.ifPresent(this::carryOut);
        return due.isPresent();
    }

    /** Runs whose last case is done end here. */
    private Optional<Due> due() {
        int ended = database.sql("""
                        update bulk_run r set ended_at = ? where ended_at is null
                            and not exists (select from bulk_item i where i.run = r.id and i.result = 'waiting')""")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (ended > 0) {
            LOG.debug("{} runs over many cases ended.", ended);
        }
        return database.sql("""
                        select i.run, i.number, i.reference, r.actor, r.act
                        from bulk_run r join bulk_item i on i.run = r.id
                        where r.ended_at is null and i.result = 'waiting'
                        order by r.started_at, r.id, i.number limit 1""")
                .query((row, number) -> new Due(
                        row.getObject("run", UUID.class),
                        row.getInt("number"),
                        row.getString("reference"),
                        row.getString("actor"),
                        row.getString("act")))
                .optional();
    }

    /** Whoever marks it as done first does it; another server that has taken it up as well rolls back. */
    private void carryOut(Due due) {
        try {
            List<Act> wanted = Act.list(JSON.readTree(due.act()));
            transaction.executeWithoutResult(status -> {
                // Which brands they may see was looked at when the run began.
                Acts.By by = new Acts.By(due.actor(), BrandScope.ALL);
                int before = acts.version(due.reference());
                int after = acts.perform(due.reference(), wanted, by, null)
                        .complaint()
                        .version();
                if (!mark(due, before == after ? Bulk.Result.UNCHANGED : Bulk.Result.CHANGED, null)) {
                    status.setRollbackOnly();
                }
            });
        } catch (Problem refused) {
            boolean ignored = mark(due, Bulk.Result.REFUSED, String.valueOf(refused.getMessage()));
        }
    }

    private boolean mark(Due due, Bulk.Result result, @Nullable String reason) {
        return database.sql("""
                        update bulk_item set result = :result, reason = :reason
                        where run = :run and number = :number and result = 'waiting'""")
                        .param("result", result.stableName())
                        .param("reason", reason)
                        .param("run", due.run())
                        .param("number", due.number())
                        .update()
                == 1;
    }
}
