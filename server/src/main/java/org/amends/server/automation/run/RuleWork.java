package org.amends.server.automation.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.amends.server.background.BackgroundWork;
import org.amends.server.background.RepeatedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes up in the background what set rules off, soon after it happened, and forgets what is old. */
@Component
final class RuleWork implements BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(RuleWork.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RuleRound round;
    private final RunLog log;
    private final InstantSource clock;
    private final RepeatedWork work = new RepeatedWork("automation", LOOK_EVERY, this::look);
    private Instant forgot = Instant.EPOCH;

    RuleWork(RuleRound round, RunLog log, RuleBell bell, InstantSource clock) {
        this.round = round;
        this.log = log;
        bell.whenRung(work::wake);
        this.clock = clock;
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

    private boolean look() {
        forget();
        return round.next();
    }

    private void forget() {
        Instant now = clock.instant();
        if (forgot.plus(FORGET_EVERY).isBefore(now)) {
            int gone = log.forget(now);
            LOG.debug("{} runs of rules are old enough to be forgotten.", gone);
            forgot = now;
        }
    }
}
