package org.amends.server.access.token;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.amends.server.audit.Audit;
import org.amends.server.background.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts tokens into the server, and has their last use written down from time to time. */
@Configuration(proxyBeanMethods = false)
class TokenParts {

    @Bean
    Tokens tokens(JdbcClient sql, PlatformTransactionManager transactions, Audit audit) {
        return new Tokens(sql, new TransactionTemplate(transactions), audit);
    }

    @Bean
    TokenCheck tokenCheck(Tokens tokens, InstantSource clock) {
        return new TokenCheck(tokens, clock);
    }

    @Bean
    BackgroundWork lastUses(TokenCheck check) {
        return new LastUses(check);
    }

    private static final class LastUses implements BackgroundWork {

        private static final Logger LOG = LoggerFactory.getLogger(LastUses.class);
        private static final long EVERY_SECONDS = 10;

        private final TokenCheck check;
        private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("token-last-uses").factory());
        private volatile boolean running;

        private LastUses(TokenCheck check) {
            this.check = check;
        }

        @Override
        public void start() {
            running = true;
            var unused = clockwork.scheduleWithFixedDelay(this::write, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void stop() {
            running = false;
            clockwork.shutdown();
            write();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        private void write() {
            try {
                check.writeLastUses();
            } catch (DataAccessException failed) {
                // They stay in memory and are tried again.
                LOG.warn("The last uses of tokens could not be written: {}", failed.getMessage());
            }
        }
    }
}
