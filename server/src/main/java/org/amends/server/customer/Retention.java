package org.amends.server.customer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.amends.server.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps persons no longer than the company says. Whoever nothing was heard of for so many years is erased like somebody who asked
 * for it. Whole relationships go and never single events, so that every state that is left can still be explained from its
 * events. Who is restricted is kept: they may need what is stored (GDPR, article 18).
 */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int MOST_AT_ONCE = 100;

    private final JdbcClient database;
    private final Erasure erasure;
    private final InstantSource clock;
    private final int years;

    /** @param years how long a relationship is kept after its last event; 0 for ever */
    Retention(
            JdbcClient database,
            Erasure erasure,
            InstantSource clock,
            @Value("${amends.retention.years:0}") int years) {
        this.database = database;
        this.erasure = erasure;
        this.clock = clock;
        this.years = years;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void keepNoLonger() {
        if (years > 0) {
            int erased = eraseOld(
                    clock.instant().atOffset(ZoneOffset.UTC).minusYears(years).toInstant());
            if (erased > 0) {
                LOG.info("Erased {} relationships of which nothing was heard for {} years.", erased, years);
            }
        }
    }

    /** Erases those whose last event is older. Returns how many. */
    int eraseOld(Instant before) {
        int erased = 0;
        List<KeptCustomer> old = old(before);
        while (!old.isEmpty()) {
            for (KeptCustomer each : old) {
                erased += erasure.erase(List.of(each), Audit.SYSTEM).relationships();
            }
            old = old(before);
        }
        return erased;
    }

    private List<KeptCustomer> old(Instant before) {
        return database.sql("select relationship, brand, customer from diagnosis where last_seen < ? limit ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .param(MOST_AT_ONCE)
                .query((row, number) ->
                        new KeptCustomer(row.getLong(1), row.getString(2), row.getString(3), null, false))
                .list();
    }
}
