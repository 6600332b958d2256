package org.amends.server.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.amends.server.intake.Intake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what was fetched, before the mail server is told that it was. */
@Component
class MailKeeper {

    private final RawMails mails;
    private final Positions positions;
    private final TransactionTemplate transaction;
    private final MailWorker worker;

    MailKeeper(RawMails mails, Positions positions, TransactionTemplate transaction, MailWorker worker) {
        this.mails = mails;
        this.positions = positions;
        this.transaction = transaction;
        this.worker = worker;
    }

    /** A mail as the mail server gave it. */
    @SuppressWarnings("ArrayRecordComponent") // written once, read by the one who keeps it
    record Fetched(long uid, Instant receivedAt, byte[] bytes) {}

    /** Keeps these, and how far that is; when this returns they are on disk. */
    void keep(MailboxSettings.Box box, long validity, List<Fetched> fetched) {
        if (fetched.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            long last = 0;
            for (Fetched mail : fetched) {
                mails.keep(box.name(), box.brand(), mail.receivedAt(), mail.bytes(), digest(box, mail.bytes()));
                last = Math.max(last, mail.uid());
            }
            positions.keep(box.name(), box.folder(), new Positions.Position(validity, last));
        });
        worker.wake();
    }

    /** Keeps word of a mail that the mail server does not give, or that is too large: it is there still. */
    void keepWord(MailboxSettings.Box box, long validity, Fetched beginning, String why) {
        byte[] digest = Intake.digest("unfetched", box.name(), box.folder(), validity + "/" + beginning.uid());
        transaction.executeWithoutResult(status -> {
            mails.keepUnreadable(box.name(), box.brand(), beginning.receivedAt(), beginning.bytes(), digest, why);
            positions.keep(box.name(), box.folder(), new Positions.Position(validity, beginning.uid()));
        });
    }

    private static byte[] digest(MailboxSettings.Box box, byte[] bytes) {
        String own = HexFormat.of().formatHex(Intake.sha256(bytes));
        return Intake.sha256((box.brand() + '\0' + own).getBytes(StandardCharsets.UTF_8));
    }
}
