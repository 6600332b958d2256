package org.amends.server.mailbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amends.server.background.BackgroundWork;
import org.amends.server.background.RepeatedWork;
import org.amends.server.intake.Intake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in the mails that are kept, in the order of their arrival. They are read side by side; each is then taken in by a
 * transaction of its own, in which it is also marked, so that whenever the server or the database dies the mail either waits
 * still or is where it belongs.
 */
@Component
final class MailWorker implements BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final int AT_A_TIME = 32;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RawMails mails;
    private final MailArrivals arrivals;
    private final Intake intake;
    private final TransactionTemplate transaction;
    private final RepeatedWork work = new RepeatedWork("mail-intake", LOOK_EVERY, this::takeSome);
    private @Nullable ExecutorService reading;

    MailWorker(RawMails mails, MailArrivals arrivals, Intake intake, TransactionTemplate transaction) {
        this.mails = mails;
        this.arrivals = arrivals;
        this.intake = intake;
        this.transaction = transaction;
    }

    /** Says that a mail may wait. Cheap; may be called from any thread. */
    void wake() {
        work.wake();
    }

    @Override
    public void start() {
        int readers = Math.max(1, Runtime.getRuntime().availableProcessors());
        reading = Executors.newFixedThreadPool(
                readers, Thread.ofPlatform().daemon().name("mail-reader-", 0).factory());
        work.start();
    }

    @Override
    public void stop() {
        work.stop(LONGEST);
        ExecutorService readers = reading;
        if (readers != null) {
            readers.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    /** Whether there were some. */
    private boolean takeSome() throws InterruptedException {
        ExecutorService readers = Objects.requireNonNull(reading);
        List<RawMails.Waiting> waiting = mails.waiting(AT_A_TIME);
        List<Future<MailArrivals.Read>> read = new ArrayList<>();
        for (RawMails.Waiting mail : waiting) {
            read.add(readers.submit(() -> arrivals.read(mail)));
        }
        for (int i = 0; i < waiting.size() && work.isRunning(); i++) {
            take(waiting.get(i), read.get(i));
        }
        return !waiting.isEmpty();
    }

    private void take(RawMails.Waiting mail, Future<MailArrivals.Read> read) throws InterruptedException {
        try {
            MailArrivals.Read what = read.get();
            transaction.executeWithoutResult(status -> settle(mail, what));
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | CannotCreateTransactionException weather) {
            // The database is away: no fault of this mail, and the next ones would fare no better.
            throw weather;
        } catch (ExecutionException fault) {
            failed(mail, String.valueOf(fault.getCause()), fault);
        } catch (RuntimeException fault) {
            failed(mail, fault.toString(), fault);
        }
    }

    private void settle(RawMails.Waiting mail, MailArrivals.Read what) {
        switch (what) {
            case MailArrivals.Read.Legible legible -> {
                var ignored = intake.take(legible.arrival());
                mails.taken(mail.id());
            }
            case MailArrivals.Read.Illegible broken -> mails.unreadable(mail.id(), broken.why());
        }
    }

    private void failed(RawMails.Waiting mail, String why, Exception fault) {
        LOG.error("Mail {} could not be taken in; it is tried again.", mail.id(), fault);
        mails.failed(mail, why);
    }
}
