package org.amends.server.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.amends.language.letter.Layout;
import org.amends.language.letter.PlainText;
import org.amends.language.letter.page.HtmlLetter;
import org.amends.language.letter.page.PdfLetter;
import org.amends.language.text.Language;
import org.amends.server.letter.delivery.Handing;
import org.amends.server.letter.delivery.MailServer;
import org.amends.server.letter.delivery.OutgoingMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes letters from the outbox to the mail server. It writes down before each step what will be known if it dies in it, so that
 * no letter leaves twice and none is forgotten; a letter of which nobody knows whether it left is left to a person.
 */
final class LetterCourier {

    private static final Logger LOG = LoggerFactory.getLogger(LetterCourier.class);
    private static final Duration LOOK_AFTER = Duration.ofMinutes(2);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final LetterOutbox outbox;
    private final MailServer server;
    private final LetterLinks links;
    private final InstantSource clock;
    private final Semaphore stopping = new Semaphore(0);

    LetterCourier(LetterOutbox outbox, MailServer server, LetterLinks links, InstantSource clock) {
        this.outbox = outbox;
        this.server = server;
        this.links = links;
        this.clock = clock;
    }

    /** Clears up after couriers that are gone, and takes what is due. */
    List<LetterOutbox.Leased> due(int most) {
        if (!server.exists()) {
            return List.of();
        }
        outbox.abandoned(now()).forEach(this::clearUp);
        return outbox.lease(now(), most);
    }

    /** Takes one letter out. */
    void take(LetterOutbox.Leased leased) {
        KeptLetter letter = outbox.find(leased.id()).orElse(null);
        if (letter == null) {
            return;
        }
        String against = outbox.against(letter);
        if (against != null) {
            outbox.heldBack(leased, now(), against);
            return;
        }
        OutgoingMail mail = mail(letter);
        settle(leased, letter, mail, server.hand(mail, () -> outbox.mark(leased, now())));
    }

    private void settle(LetterOutbox.Leased leased, KeptLetter letter, OutgoingMail mail, Handing came) {
        Instant now = now();
        String words = came.words();
        switch (came) {
            case Handing.Accepted taken -> {
                insist(() -> outbox.accepted(leased, LogLine.What.ACCEPTED, now, words));
                server.keepCopy(mail);
            }
            case Handing.Refused refused -> insist(() -> outbox.failed(leased, LogLine.What.REFUSED, now, words));
            case Handing.Deferred deferred -> insist(() -> putOff(leased, letter, now, words));
            case Handing.Withdrawn withdrawn -> insist(() -> putOff(leased, letter, now, words));
            case Handing.Doubtful doubtful -> insist(() -> outbox.lookAgain(leased, now.plus(LOOK_AFTER)));
        }
    }

    private void putOff(LetterOutbox.Leased leased, KeptLetter letter, Instant now, String words) {
        int attempts = letter.way().attempts();
        if (LetterRetries.isOver(attempts)) {
            outbox.failed(leased, LogLine.What.GIVEN_UP, now, words);
        } else {
            outbox.deferred(leased, now, now.plus(LetterRetries.waitAfter(attempts)), words);
        }
    }

    /** What is known now is not known to anybody else: it is written down as soon as the database can be reached again. */
    private void insist(Runnable writing) {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                writing.run();
                return;
            } catch (DataAccessException | TransactionException failed) {
                LOG.warn("What became of a letter could not be written down yet: {}", failed.getMessage());
                if (stopped(pause)) {
                    throw failed;
                }
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private boolean stopped(long pause) {
        try {
            boolean stopped = stopping.tryAcquire(pause, TimeUnit.MILLISECONDS);
            if (stopped) {
                stopping.release();
            }
            return stopped;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends all waiting for the database. */
    void stop() {
        stopping.release();
    }

    /** Nobody knows more of this letter than what was written down. */
    private void clearUp(LetterOutbox.Leased leased) {
        KeptLetter letter = outbox.find(leased.id()).orElse(null);
        if (letter == null) {
            return;
        }
        Instant now = now();
        Instant handedOver = letter.way().handedOverAt();
        if (handedOver == null) {
            resume(leased, letter, now);
            return;
        }
        switch (server.sentFolder()
                .find(Objects.requireNonNull(letter.envelope().messageId()))) {
            case FOUND -> outbox.accepted(leased, LogLine.What.FOUND, now, "It is in the folder of sent mail.");
            case NOT_FOUND -> outbox.doubted(leased, now, "no answer; it is not in the folder of sent mail");
            case NONE -> outbox.doubted(leased, now, "no answer; there is no folder of sent mail to look into");
            case SHUT -> {
                if (handedOver.plus(LetterOutbox.PATIENCE).isBefore(now)) {
                    outbox.doubted(leased, now, "no answer; the folder of sent mail cannot be opened");
                } else {
                    outbox.lookAgain(leased, now.plus(LOOK_AFTER));
                }
            }
        }
    }

    /** It has not left. One whose couriers always stop is a fault of ours, and a person must see it. */
    private void resume(LetterOutbox.Leased leased, KeptLetter letter, Instant now) {
        String why = "Its courier stopped before it left.";
        if (LetterRetries.isOver(letter.way().attempts())) {
            outbox.failed(leased, LogLine.What.GIVEN_UP, now, why);
        } else {
            outbox.deferred(leased, now, now, why);
        }
    }

    private OutgoingMail mail(KeptLetter letter) {
        KeptLetter.Content content = letter.content();
        KeptLetter.Envelope envelope = letter.envelope();
        String text = links.text(letter);
        Layout layout = layout(content, text);
        return new OutgoingMail(
                Objects.requireNonNull(envelope.messageId()),
                envelope.inReplyTo(),
                envelope.references(),
                Objects.requireNonNull(letter.way().notBefore()),
                new OutgoingMail.Sender(
                        Objects.requireNonNull(envelope.sender()),
                        Objects.requireNonNullElse(envelope.senderName(), ""),
                        envelope.replyTo()),
                envelope.to(),
                envelope.copies(),
                content.language(),
                letter.automatic(),
                content.subject(),
                text,
                HtmlLetter.of(layout),
                files(letter, layout(content, content.text())));
    }

    private static Layout layout(KeptLetter.Content content, String text) {
        return new Layout(
                Language.of(content.language()).orElse(Language.ENGLISH),
                "",
                content.subject(),
                PlainText.blocks(text));
    }

    private List<OutgoingMail.File> files(KeptLetter letter, Layout layout) {
        List<OutgoingMail.File> files = new ArrayList<>();
        if (letter.content().pdf()) {
            Instant date = Objects.requireNonNull(letter.way().notBefore());
            try {
                files.add(new OutgoingMail.File(
                        letter.reference() + ".pdf",
                        "application/pdf",
                        PdfLetter.of(layout, date.atZone(ZoneOffset.UTC).toLocalDate())));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The letter cannot be made a PDF.", unreadable);
            }
        }
        outbox.enclosed(letter.id())
                .forEach(file -> files.add(new OutgoingMail.File(file.name(), file.type(), file.bytes())));
        return files;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
