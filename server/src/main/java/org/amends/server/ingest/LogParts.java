package org.amends.server.ingest;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.amends.server.policy.Policies;
import org.amends.store.log.EventLog;
import org.amends.store.log.GroupCommit;
import org.amends.store.log.LogReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The log of events as parts of the server. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LogParts {

    @Bean
    EventLog eventLog(DataSource database, InstantSource clock, Policies policies) {
        return new EventLog(database, clock, () -> policies.current().policy());
    }

    @Bean
    LogReader logReader(DataSource database) {
        return new LogReader(database);
    }

    /** Closed before the database is: what waits is written first. */
    @Bean
    GroupCommit groupCommit(EventLog log) {
        return new GroupCommit(log, GroupCommit.Limits.USUAL);
    }
}
