package org.amends.server.letter.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.util.Objects;
import java.util.Properties;
import org.amends.server.mailserver.AccessTokens;
import org.amends.server.mailserver.Certificates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of sent mail. That a mail is in it shows that it left; that it is not shows nothing. */
public final class SentFolder {

    private static final Logger LOG = LoggerFactory.getLogger(SentFolder.class);
    private static final String MILLIS = "30000";

    private final MailOutSettings settings;
    private final @Nullable AccessTokens tokens;

    SentFolder(MailOutSettings settings, @Nullable AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** Whether a mail was found. */
    public enum Look {
        FOUND,
        NOT_FOUND,
        /** There is no folder to look into. */
        NONE,
        /** The folder could not be opened; later perhaps. */
        SHUT
    }

    /** Looks for a mail, by its id without brackets. */
    public Look find(String id) {
        MailOutSettings.Sent sent = settings.sent();
        if (sent == null) {
            return Look.NONE;
        }
        try (Store store = opened(sent);
                Folder folder = store.getFolder(sent.folder())) {
            folder.open(Folder.READ_ONLY);
            return folder.search(new MessageIDTerm(MimeMail.bracketed(id))).length > 0 ? Look.FOUND : Look.NOT_FOUND;
        } catch (MessagingException shut) {
            LOG.warn("The folder of sent mail cannot be read: {}", shut.getMessage());
            return Look.SHUT;
        }
    }

    /** Puts a copy of a mail there that was taken, where that is wanted. Without it nothing is lost, so it may fail. */
    void keep(OutgoingMail mail) {
        MailOutSettings.Sent sent = settings.sent();
        if (sent == null || !sent.keep()) {
            return;
        }
        try (Store store = opened(sent);
                Folder folder = store.getFolder(sent.folder())) {
            if (!folder.exists()) {
                boolean ignored = folder.create(Folder.HOLDS_MESSAGES);
            }
            folder.open(Folder.READ_WRITE);
            MimeMessage copy = MimeMail.of(Session.getInstance(new Properties()), mail);
            copy.setFlag(Flags.Flag.SEEN, true);
            folder.appendMessages(new Message[] {copy});
        } catch (MessagingException shut) {
            LOG.warn("No copy was put into the folder of sent mail: {}", shut.getMessage());
        }
    }

    private Store opened(MailOutSettings.Sent sent) throws MessagingException {
        boolean tls = sent.tls() == MailOutSettings.Tls.TLS;
        String protocol = tls ? "imaps" : "imap";
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", MILLIS);
        properties.put(prefix + "timeout", MILLIS);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (sent.tls() == MailOutSettings.Tls.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        AccessTokens granting = sent.password() == null ? tokens : null;
        if (granting != null) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        Store store = Session.getInstance(properties).getStore(protocol);
        @Nullable String secret = granting == null ? password(sent) : MailServer.token(granting);
        try {
            store.connect(
                    sent.host(),
                    sent.port() > 0 ? sent.port() : -1,
                    Objects.requireNonNullElse(sent.user(), settings.user()),
                    secret);
        } catch (AuthenticationFailedException refused) {
            if (granting != null) {
                granting.refused();
            }
            throw refused;
        } catch (MessagingException failed) {
            throw Certificates.told(sent.host(), failed);
        }
        return store;
    }

    private @Nullable String password(MailOutSettings.Sent sent) {
        return sent.password() == null ? settings.password() : sent.password();
    }
}
