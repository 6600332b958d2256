package org.amends.server.automation.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes up in the background what set rules off, soon after it happened, and forgets what is old. */
@Component
final class RuleWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RuleWork.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RuleRound round;
    private final RunLog log;
    private final RuleBell bell;
    private final InstantSource clock;
    private Instant forgot = Instant.EPOCH;
    private volatile boolean running;
    private @Nullable Thread thread;

    RuleWork(RuleRound round, RunLog log, RuleBell bell, InstantSource clock) {
        this.round = round;
        this.log = log;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("automation").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        Thread working = thread;
        if (working != null) {
            try {
                boolean ignored = working.join(PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                boolean more = true;
                while (running && more) {
                    more = round.next();
                }
                forget();
                bell.await(LOOK_EVERY);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                LOG.error("Rules for cases could not go on.", failed);
                pause();
            }
        }
    }

    private void forget() {
        Instant now = clock.instant();
        if (forgot.plus(FORGET_EVERY).isBefore(now)) {
            int gone = log.forget(now);
            LOG.debug("{} runs of rules are old enough to be forgotten.", gone);
            forgot = now;
        }
    }

    private void pause() {
        try {
            bell.await(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
