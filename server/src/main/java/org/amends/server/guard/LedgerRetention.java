package org.amends.server.guard;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps near misses no longer than the company says; their counts by month stay. */
@Component
class LedgerRetention {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerRetention.class);

    private final NearMissTable table;
    private final InstantSource clock;
    private final int days;

    /** @param days how long a near miss is kept; 0 for ever */
    LedgerRetention(NearMissTable table, InstantSource clock, @Value("${amends.guard.ledger.days:400}") int days) {
        this.table = table;
        this.clock = clock;
        this.days = days;
    }

    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT6H")
    void keepNoLonger() {
        if (days > 0) {
            int forgotten = table.forget(clock.instant().minus(Duration.ofDays(days)));
            if (forgotten > 0) {
                LOG.info("Forgot {} near misses older than {} days.", forgotten, days);
            }
        }
    }
}
