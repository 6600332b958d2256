package org.amends.server.mailbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.amends.server.background.BackgroundWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Watches the mailboxes that are set, from the start of the server to its end. */
@Component
public final class Mailboxes implements BackgroundWork {

    private final MailboxSettings settings;
    private final MailKeeper keeper;
    private final Positions positions;
    private final RawMails mails;
    private final InstantSource clock;
    private final List<MailboxWatch> watches = new ArrayList<>();
    private @Nullable ScheduledExecutorService nudges;
    private volatile boolean running;

    Mailboxes(MailboxSettings settings, MailKeeper keeper, Positions positions, RawMails mails, InstantSource clock) {
        this.settings = settings;
        this.keeper = keeper;
        this.positions = positions;
        this.mails = mails;
        this.clock = clock;
    }

    /** How it stands with each, in the order of the settings. */
    public List<MailboxState> states() {
        synchronized (watches) {
            return watches.stream().map(MailboxWatch::state).toList();
        }
    }

    @Override
    public void start() {
        running = true;
        synchronized (watches) {
            if (settings.in().isEmpty()) {
                return;
            }
            // More than one, since a nudge to a server that hangs takes as long as the connection lets it.
            ScheduledExecutorService nudging = Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("mailbox-nudge-", 0).factory());
            nudges = nudging;
            for (MailboxSettings.Box box : settings.in()) {
                watches.add(new MailboxWatch(box, keeper, positions, mails, clock, nudging));
            }
            watches.forEach(MailboxWatch::start);
        }
    }

    @Override
    public void stop() {
        running = false;
        synchronized (watches) {
            watches.forEach(MailboxWatch::stop);
            try {
                for (MailboxWatch watch : watches) {
                    watch.join();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            watches.clear();
            if (nudges != null) {
                var ignored = nudges.shutdownNow();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
