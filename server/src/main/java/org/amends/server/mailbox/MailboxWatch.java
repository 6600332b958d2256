package org.amends.server.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.amends.server.mailserver.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one mailbox: takes what is there, waits to be told of more, and connects anew when the connection breaks. */
final class MailboxWatch {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final MailboxSettings.Box box;
    private final MailKeeper keeper;
    private final Positions positions;
    private final RawMails mails;
    private final InstantSource clock;
    private final ScheduledExecutorService nudges;
    private final @Nullable AccessTokens tokens;
    private final Map<Long, Integer> failures = new HashMap<>();
    private final Semaphore wakings = new Semaphore(0);
    private volatile boolean running;
    private volatile MailboxState state;
    private volatile @Nullable OpenMailbox open;
    private @Nullable Thread thread;

    MailboxWatch(
            MailboxSettings.Box box,
            MailKeeper keeper,
            Positions positions,
            RawMails mails,
            InstantSource clock,
            ScheduledExecutorService nudges) {
        this.box = box;
        this.keeper = keeper;
        this.positions = positions;
        this.mails = mails;
        this.clock = clock;
        this.nudges = nudges;
        this.tokens = box.token() == null ? null : new AccessTokens(box.token(), clock);
        this.state = new MailboxState(box.name(), box.brand(), false, null, null, null);
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("mailbox-" + box.name()).start(this::watch);
    }

    /** Says that it shall end; {@link #join} waits until it has. */
    void stop() {
        running = false;
        wakings.release();
        OpenMailbox now = open;
        if (now != null) {
            now.nudge();
        }
    }

    void join() throws InterruptedException {
        Thread watching = thread;
        if (watching != null) {
            boolean ignored = watching.join(LONGEST_STOP);
        }
    }

    MailboxState state() {
        return state;
    }

    private void watch() {
        int broken = 0;
        while (running) {
            try {
                connected();
            } catch (MessagingException | IOException | RuntimeException failed) {
                // One that could be read broke by chance; one that could not will break again.
                broken = state.connected() ? 1 : broken + 1;
                told(failed, broken);
                pause(broken);
            }
        }
    }

    private void connected() throws MessagingException, IOException {
        try (OpenMailbox mailbox = new OpenMailbox(box, secret(), keeper, positions, mails, clock, failures)) {
            open = mailbox;
            mailbox.look();
            looked();
            boolean tells = mailbox.tells();
            while (running) {
                await(mailbox, tells);
                if (running) {
                    mailbox.lookOnward();
                    looked();
                }
            }
        } catch (AuthenticationFailedException refused) {
            if (tokens != null) {
                tokens.refused();
            }
            throw refused;
        } finally {
            open = null;
        }
    }

    private String secret() throws IOException {
        return tokens == null ? String.valueOf(box.password()) : tokens.token();
    }

    private void await(OpenMailbox mailbox, boolean tells) throws MessagingException {
        if (!tells) {
            waitFor(box.pollEvery());
            return;
        }
        ScheduledFuture<?> nudge =
                nudges.schedule(mailbox::nudge, box.pollEvery().toMillis(), TimeUnit.MILLISECONDS);
        try {
            mailbox.listen();
        } finally {
            boolean ignored = nudge.cancel(false);
        }
    }

    private void looked() {
        state = new MailboxState(box.name(), box.brand(), true, clock.instant(), null, null);
    }

    private void told(Exception failed, int broken) {
        Instant since = state.failingSince() == null ? clock.instant() : state.failingSince();
        String why = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        state = new MailboxState(box.name(), box.brand(), false, state.lookedAt(), since, why);
        if (broken == 1) {
            LOG.warn("The connection to mailbox {} broke: {}", box, why);
        } else {
            LOG.warn("Mailbox {} cannot be read, for the {}th time: {}", box, broken, why);
        }
    }

    private void pause(int broken) {
        Duration pause = Duration.ofMillis(500L << Math.min(broken, 12));
        waitFor(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private void waitFor(Duration time) {
        try {
            boolean ignored = running && wakings.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
