package org.amends.server.letter.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SMTP, of which it is known how far a dialogue has come. A mail server takes a mail with its answer to the line that holds one
 * point; before that line it has nothing, and after it, while the answer has not come, nobody knows.
 */
final class WatchedTransport extends SMTPTransport {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedTransport.class);

    private final BooleanSupplier gate;
    private volatile Phase phase = Phase.BEFORE;

    /** How far it has come. */
    enum Phase {
        /** The mail server does not have the mail. */
        BEFORE,
        /** It was stopped before the line with the point. */
        STOPPED,
        /** The line with the point was begun. */
        ENDING,
        /** The mail server answered that it has the mail. */
        TAKEN
    }

    /**
     * For one mail.
     *
     * @param gate asked just before the line with the point; false stops the mail
     */
    WatchedTransport(Session session, URLName url, boolean tls, BooleanSupplier gate) {
        super(session, url, tls ? "smtps" : "smtp", tls);
        this.gate = gate;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!open()) {
            phase = Phase.STOPPED;
            // With this cause the connection is cut, and what was sent of the mail is dropped.
            throw new MessagingException("stopped", new IOException("stopped"));
        }
        phase = Phase.ENDING;
        super.finishData();
        phase = Phase.TAKEN;
    }

    /** A gate that fails is shut. */
    private boolean open() {
        try {
            return gate.getAsBoolean();
        } catch (RuntimeException failed) {
            LOG.warn("A mail was stopped, since nothing could be written down about it.", failed);
            return false;
        }
    }

    Phase phase() {
        return phase;
    }
}
