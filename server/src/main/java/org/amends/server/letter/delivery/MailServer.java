package org.amends.server.letter.delivery;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.amends.server.mailserver.AccessTokens;
import org.amends.server.mailserver.Certificates;
import org.amends.server.mailserver.TokenSource;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail server that letters leave by. */
public final class MailServer {

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final int TLS_PORT = 465;
    private static final int SUBMISSION_PORT = 587;
    private static final int PLAIN_PORT = 25;
    private static final String CONNECT_MILLIS = "15000";
    private static final int LONGEST_WORDS = 1_000;

    private final MailOutSettings settings;
    private final @Nullable AccessTokens tokens;
    private final SentFolder sentFolder;

    /** The one of these settings. */
    public MailServer(MailOutSettings settings) {
        this.settings = settings;
        TokenSource source = settings.token();
        this.tokens = source == null ? null : new AccessTokens(source, InstantSource.system());
        this.sentFolder = new SentFolder(settings, tokens);
    }

    /** Whether there is one. */
    public boolean exists() {
        return settings.sends();
    }

    /** The folder of sent mail. */
    public SentFolder sentFolder() {
        return sentFolder;
    }

    /**
     * Hands a mail over. Does not throw: whatever goes wrong is an answer.
     *
     * @param gate asked once, when everything was told and just before the mail server is told that the mail is complete. What is
     *     written down then is what is known after a crash. False stops the mail
     */
    public Handing hand(OutgoingMail mail, BooleanSupplier gate) {
        boolean tls = settings.tls() == MailOutSettings.Tls.TLS;
        Session session = Session.getInstance(properties(mail));
        WatchedTransport transport = new WatchedTransport(
                session, new URLName(tls ? "smtps" : "smtp", settings.host(), port(), null, null, null), tls, gate);
        try {
            MimeMessage message = MimeMail.of(session, mail);
            transport.connect(settings.host(), port(), settings.user(), secret());
            Address[] all = message.getAllRecipients();
            transport.sendMessage(message, all);
            return new Handing.Accepted(words(transport.getLastServerResponse(), null));
        } catch (AuthenticationFailedException refused) {
            if (tokens != null) {
                tokens.refused();
            }
            return judged(transport, refused);
        } catch (MessagingException failed) {
            return judged(transport, Certificates.told(String.valueOf(settings.host()), failed));
        } finally {
            close(transport);
        }
    }

    /** Puts a copy of a mail that was taken into the folder of sent mail, where that is wanted. */
    public void keepCopy(OutgoingMail mail) {
        sentFolder.keep(mail);
    }

    private @Nullable String secret() throws MessagingException {
        return tokens == null ? settings.password() : token(tokens);
    }

    static String token(AccessTokens tokens) throws MessagingException {
        try {
            return tokens.token();
        } catch (IOException none) {
            throw new MessagingException("no access token: " + none.getMessage(), none);
        }
    }

    private static Handing judged(WatchedTransport transport, MessagingException failed) {
        int code = code(failed);
        String words = words(transport.getLastServerResponse(), failed);
        return switch (transport.phase()) {
            // What fails after the mail was taken is our own tidying up.
            case TAKEN -> new Handing.Accepted(words);
            case STOPPED -> new Handing.Withdrawn("stopped before it was complete");
            case ENDING ->
                code >= 500
                        ? new Handing.Refused(words)
                        : code >= 400 ? new Handing.Deferred(words) : new Handing.Doubtful(words);
            case BEFORE ->
                failed instanceof AddressException
                                || (code >= 500 && !(failed instanceof AuthenticationFailedException))
                        ? new Handing.Refused(words)
                        : new Handing.Deferred(words);
        };
    }

    /** What the mail server answered: the worst code of all addresses; 0 when it did not answer. */
    private static int code(MessagingException failed) {
        int worst = 0;
        for (Exception each = failed; each != null; each = next(each)) {
            worst = Math.max(worst, answered(each));
        }
        return worst;
    }

    private static int answered(Exception failed) {
        if (failed instanceof SMTPSendFailedException refused) {
            return refused.getReturnCode();
        }
        if (failed instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        return failed instanceof SMTPSenderFailedException refused ? refused.getReturnCode() : 0;
    }

    private static @Nullable Exception next(Exception of) {
        return of instanceof MessagingException failed ? failed.getNextException() : null;
    }

    private static String words(@Nullable String answer, @Nullable Exception failed) {
        StringBuilder words = new StringBuilder();
        for (Exception each = failed; each != null; each = next(each)) {
            String message = each.getMessage();
            if (message != null && words.indexOf(message.strip()) < 0) {
                words.append(words.isEmpty() ? "" : "; ").append(message.strip());
            }
        }
        String told = words.isEmpty() ? Objects.requireNonNullElse(answer, "") : words.toString();
        String plain = told.replaceAll("\\s+", " ").strip();
        return plain.length() <= LONGEST_WORDS ? plain : plain.substring(0, LONGEST_WORDS);
    }

    private int port() {
        if (settings.port() > 0) {
            return settings.port();
        }
        return switch (settings.tls()) {
            case TLS -> TLS_PORT;
            case STARTTLS -> SUBMISSION_PORT;
            case NONE -> PLAIN_PORT;
        };
    }

    private Properties properties(OutgoingMail mail) {
        String prefix = settings.tls() == MailOutSettings.Tls.TLS ? "mail.smtps." : "mail.smtp.";
        Properties properties = new Properties();
        String millis = Long.toString(settings.timeout().toMillis());
        properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.put(prefix + "timeout", millis);
        properties.put(prefix + "writetimeout", millis);
        properties.put(prefix + "auth", Boolean.toString(settings.user() != null));
        properties.put(
                prefix + "from",
                Objects.requireNonNullElse(settings.bounces(), mail.from().address()));
        properties.put(prefix + "sendpartial", "false");
        properties.put(prefix + "quitwait", "false");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (settings.token() != null) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        if (settings.tls() == MailOutSettings.Tls.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        if (!mail.to().stream().allMatch(MailServer::isAscii)) {
            properties.put("mail.mime.allowutf8", "true");
        }
        return properties;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static void close(WatchedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException hungUp) {
            LOG.debug("The mail server hung up.", hungUp);
        }
    }
}
