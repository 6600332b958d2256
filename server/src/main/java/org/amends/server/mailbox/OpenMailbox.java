package org.amends.server.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.amends.language.mail.MailReader;
import org.amends.server.mailserver.Certificates;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mailbox while the connection to it lasts (IMAP: RFC 3501, 2177 for being told of new mail). Used by one thread; only
 * {@link #nudge} is for others.
 */
final class OpenMailbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenMailbox.class);
    private static final int MOST_AT_A_TIME = 50;
    private static final long BYTES_AT_A_TIME = 8L * 1024 * 1024;
    private static final int BEGINNING = 64 * 1024;
    private static final int MOST_FAILURES = 3;
    private static final Duration OVERLAP = Duration.ofDays(2);

    private final MailboxSettings.Box box;
    private final MailKeeper keeper;
    private final Positions positions;
    private final RawMails mails;
    private final InstantSource clock;
    private final Map<Long, Integer> failures;
    private final IMAPStore store;
    private final IMAPFolder folder;

    /**
     * Connects.
     *
     * @param secret the password, or an access token
     * @param failures by number of the mail, how often it could not be fetched; outlives connections
     */
    OpenMailbox(
            MailboxSettings.Box box,
            String secret,
            MailKeeper keeper,
            Positions positions,
            RawMails mails,
            InstantSource clock,
            Map<Long, Integer> failures)
            throws MessagingException {
        this.box = box;
        this.keeper = keeper;
        this.positions = positions;
        this.mails = mails;
        this.clock = clock;
        this.failures = failures;
        this.store = (IMAPStore) Session.getInstance(properties(box)).getStore("imap");
        try {
            store.connect(box.host(), box.port(), box.user(), secret);
        } catch (AuthenticationFailedException refused) {
            throw refused;
        } catch (MessagingException failed) {
            throw Certificates.told(box.host(), failed);
        }
        try {
            folder = (IMAPFolder) store.getFolder(box.folder());
            folder.open(Folder.READ_WRITE);
        } catch (MessagingException | RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    private static Properties properties(MailboxSettings.Box box) {
        Properties properties = new Properties();
        properties.put("mail.imap.ssl.enable", String.valueOf(box.tls() == MailboxSettings.Tls.IMPLICIT));
        properties.put("mail.imap.starttls.enable", String.valueOf(box.tls() == MailboxSettings.Tls.STARTTLS));
        properties.put("mail.imap.starttls.required", String.valueOf(box.tls() == MailboxSettings.Tls.STARTTLS));
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.connectiontimeout", "20000");
        properties.put("mail.imap.timeout", "60000");
        properties.put("mail.imap.writetimeout", "60000");
        properties.put("mail.imap.fetchsize", "1048576");
        // Fetching marks nothing as seen: that is said once the mail is kept.
        properties.put("mail.imap.peek", "true");
        if (box.token() != null) {
            properties.put("mail.imap.auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    /** Keeps whatever is new, until nothing is. */
    void look() throws MessagingException, IOException {
        long validity = folder.getUIDValidity();
        boolean known = positions
                .of(box.name(), box.folder())
                .filter(position -> position.validity() == validity)
                .isPresent();
        take(validity, unseen());
        if (!known) {
            take(validity, sinceTheLast());
            positions.keep(box.name(), box.folder(), new Positions.Position(validity, last()));
        }
        lookOnward();
    }

    /** The same, for what came since. */
    void lookOnward() throws MessagingException, IOException {
        long validity = folder.getUIDValidity();
        boolean more = true;
        while (more) {
            long from = positions
                    .of(box.name(), box.folder())
                    .map(position -> position.uid() + 1)
                    .orElse(1L);
            // The answer always has the newest mail, also where that is older than what is asked for.
            Map<Long, Message> fresh = byNumber(folder.getMessagesByUID(from, UIDFolder.LASTUID));
            fresh.keySet().removeIf(uid -> uid < from);
            take(validity, fresh);
            more = !fresh.isEmpty();
        }
    }

    private Map<Long, Message> unseen() throws MessagingException {
        return byNumber(folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)));
    }

    /** After the numbers began anew, what came since the last mail that is kept may have been seen by somebody already. */
    private Map<Long, Message> sinceTheLast() throws MessagingException {
        Instant newest = mails.newest(box.name()).orElse(null);
        return newest == null
                ? Map.of()
                : byNumber(folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(newest.minus(OVERLAP)))));
    }

    private long last() throws MessagingException {
        long next = folder.getUIDNext();
        return Math.max(0, next - 1);
    }

    private Map<Long, Message> byNumber(Message[] found) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(found, profile);
        Map<Long, Message> byNumber = new TreeMap<>();
        for (Message message : found) {
            if (message != null && !message.isExpunged()) {
                byNumber.put(folder.getUID(message), message);
            }
        }
        return byNumber;
    }

    private void take(long validity, Map<Long, Message> found) throws MessagingException, IOException {
        List<MailKeeper.Fetched> fetched = new ArrayList<>();
        List<Message> done = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<Long, Message> each : found.entrySet()) {
            MailKeeper.Fetched mail = fetched(validity, each.getKey(), each.getValue());
            if (mail != null) {
                fetched.add(mail);
                done.add(each.getValue());
                bytes += mail.bytes().length;
            }
            if (fetched.size() >= MOST_AT_A_TIME || bytes >= BYTES_AT_A_TIME) {
                settle(validity, fetched, done);
                bytes = 0;
            }
        }
        settle(validity, fetched, done);
    }

    private void settle(long validity, List<MailKeeper.Fetched> fetched, List<Message> done) throws MessagingException {
        keeper.keep(box, validity, fetched);
        fetched.clear();
        if (!done.isEmpty()) {
            Message[] kept = done.toArray(Message[]::new);
            folder.setFlags(kept, new Flags(Flags.Flag.SEEN), true);
            String target = box.moveTo();
            if (target != null) {
                move(kept, target);
            }
        }
        done.clear();
    }

    private void move(Message[] kept, String target) throws MessagingException {
        Folder to = store.getFolder(target);
        if (!to.exists()) {
            boolean ignored = to.create(Folder.HOLDS_MESSAGES);
        }
        if (store.hasCapability("MOVE")) {
            folder.moveMessages(kept, to);
        } else {
            folder.copyMessages(kept, to);
            folder.setFlags(kept, new Flags(Flags.Flag.DELETED), true);
            Message[] ignored = folder.expunge();
        }
    }

    /** The mail, or null when it is gone or only word of it could be kept. */
    private MailKeeper.@Nullable Fetched fetched(long validity, long uid, Message message)
            throws MessagingException, IOException {
        int failed = failures.getOrDefault(uid, 0);
        try {
            if (failed >= MOST_FAILURES || message.getSize() > MailReader.MOST_BYTES) {
                wordOf(validity, uid, message, failed);
                return null;
            }
            failures.put(uid, failed + 1);
            try (InputStream stream = ((IMAPMessage) message).getMimeStream()) {
                byte[] bytes = stream.readAllBytes();
                failures.remove(uid);
                return new MailKeeper.Fetched(uid, received(message), bytes);
            }
        } catch (MessageRemovedException gone) {
            failures.remove(uid);
            return null;
        }
    }

    private void wordOf(long validity, long uid, Message message, int failed) throws MessagingException, IOException {
        boolean large = failed < MOST_FAILURES;
        byte[] beginning = new byte[0];
        if (large) {
            try (InputStream stream = ((IMAPMessage) message).getMimeStream()) {
                beginning = stream.readNBytes(BEGINNING);
            }
        }
        keeper.keepWord(
                box,
                validity,
                new MailKeeper.Fetched(uid, received(message), beginning),
                large
                        ? "It is larger than %d bytes and is in the mailbox still, number %d."
                                .formatted(MailReader.MOST_BYTES, uid)
                        : "The mail server did not give it. It is in the mailbox still, number %d.".formatted(uid));
    }

    private Instant received(Message message) throws MessagingException {
        Date received = message.getReceivedDate();
        Instant now = clock.instant();
        return received == null || received.toInstant().isAfter(now) ? now : received.toInstant();
    }

    /** Whether the server tells of new mail. */
    boolean tells() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Waits until the server tells of something, or somebody nudges. */
    void listen() throws MessagingException {
        folder.idle(true);
    }

    /** Ends the waiting of {@link #listen}, and finds out whether the connection is alive. */
    void nudge() {
        try {
            Object ignored = folder.doCommandIgnoreFailure(protocol -> {
                protocol.noop();
                return true;
            });
        } catch (MessagingException broken) {
            // The thread that listens meets the same, and tells of it.
            LOG.debug("A nudge did not reach {}.", box, broken);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException broken) {
            // It was broken before; there is nothing left to close.
            LOG.debug("The connection to {} was broken when it was closed.", box, broken);
        }
    }
}
