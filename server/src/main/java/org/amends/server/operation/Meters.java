package org.amends.server.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.amends.store.log.GroupCommit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;

/** What the server counts about its own work; the names are listed in the guide to operating it. */
@Configuration(proxyBeanMethods = false)
class Meters {

    private final MeterRegistry registry;
    private final JdbcClient sql;
    private final ObjectProvider<GroupCommit> writers;

    Meters(MeterRegistry registry, JdbcClient sql, ObjectProvider<GroupCommit> writers) {
        this.registry = registry;
        this.sql = sql;
        this.writers = writers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        writers.ifAvailable(this::measureLog);
        gauge(
                "amends.watch.lag",
                "Events that the watch has not looked at yet",
                "select log_head.position - watch.position from log_head, watch");
        gauge(
                "amends.webhook.pending",
                "Messages that wait to be delivered",
                "select count(*) from webhook_delivery where status = 'pending'");
        gauge(
                "amends.webhook.failed",
                "Messages that were given up",
                "select count(*) from webhook_delivery where status = 'failed'");
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent failure) {
        registry.counter("amends.login.failures").increment();
    }

    private void measureLog(GroupCommit log) {
        Gauge.builder("amends.log.waiting", log, GroupCommit::waiting)
                .description("Events that wait to be written")
                .register(registry);
        Counter accepted = events("accepted");
        Counter duplicate = events("duplicate");
        Counter rejected = events("rejected");
        Counter failed = events("failed");
        DistributionSummary size = DistributionSummary.builder("amends.commit.size")
                .description("Events that share a commit")
                .publishPercentileHistogram()
                .minimumExpectedValue(1.0)
                .maximumExpectedValue(10_000.0)
                .register(registry);
        Timer time = Timer.builder("amends.commit.time")
                .description("From taking events off the queue until they are durable")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(registry);
        log.onWritten(written -> {
            accepted.increment(written.accepted());
            duplicate.increment(written.duplicate());
            rejected.increment(written.rejected());
            failed.increment(written.failed());
            size.record(written.accepted() + written.duplicate() + written.rejected() + written.failed());
            time.record(written.took());
        });
    }

    private Counter events(String outcome) {
        return Counter.builder("amends.events")
                .description("Events that were handed over, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Asked of the database whenever somebody reads the measures. */
    private void gauge(String name, String meaning, String query) {
        Gauge.builder(name, () -> number(query)).description(meaning).register(registry);
    }

    private double number(String query) {
        try {
            return sql.sql(query).query(Long.class).single();
        } catch (DataAccessException unreachable) {
            return Double.NaN;
        }
    }
}
