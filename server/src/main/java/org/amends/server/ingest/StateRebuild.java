package org.amends.server.ingest;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.amends.server.policy.Policies;
import org.amends.server.policy.PolicyPublished;
import org.amends.server.policy.PublishedPolicy;
import org.amends.server.watch.Watch;
import org.amends.store.log.Rebuild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Folds all states anew when a policy comes into force that folds differently, while the log goes on, and has them diagnosed
 * then. One rebuild at a time; one that the server's end broke off goes on at the next start.
 */
@Component
class StateRebuild implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateRebuild.class);

    private final DataSource database;
    private final JdbcClient sql;
    private final Policies policies;
    private final Watch watch;
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rebuild").factory());

    StateRebuild(DataSource database, JdbcClient sql, Policies policies, Watch watch) {
        this.database = database;
        this.sql = sql;
        this.policies = policies;
        this.watch = watch;
    }

    @EventListener
    void published(PolicyPublished published) {
        if (published.changesStates()) {
            one.execute(this::rebuild);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        boolean brokenOff = sql.sql("select exists (select 1 from log_rebuild)")
                .query(Boolean.class)
                .single();
        if (brokenOff) {
            one.execute(this::rebuild);
        }
    }

    /** Under what is in force when its turn comes: several publications in a row end in the same states. */
    private void rebuild() {
        PublishedPolicy policy = policies.current();
        try {
            LOG.info("All states are folded anew under {}.", policy);
            Rebuild.Report report = new Rebuild(database, policy.policy()).write(done -> {});
            watch.diagnoseAll();
            LOG.info(
                    "{} relationships were folded anew, {} of them differ.",
                    report.relationships(),
                    report.differing());
        } catch (RuntimeException failed) {
            LOG.error("The states could not be folded anew; the next start goes on.", failed);
        }
    }

    @Override
    public void close() {
        one.shutdownNow();
    }
}
