package org.amends.server.letter.delivery;

import java.time.Duration;
import org.amends.server.mailserver.TokenSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that letters leave by, below {@code amends.mail.out}.
 *
 * @param host null where no mail is sent; letters wait then
 * @param port 0 for the usual one
 * @param tls how the connection is kept secret
 * @param user who signs in, or null for nobody
 * @param password of that user, where no token is used
 * @param token how an access token is got, or null
 * @param bounces the address that mails come back to which cannot be delivered; null for the sender of each
 * @param timeout how long an answer of the mail server is waited for
 * @param sent the folder of sent mail, or null where there is none to look into
 */
@ConfigurationProperties("amends.mail.out")
public record MailOutSettings(
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("starttls") Tls tls,
        @Nullable String user,
        @Nullable String password,
        @Nullable TokenSource token,
        @Nullable String bounces,
        @DefaultValue("2m") Duration timeout,
        @Nullable Sent sent) {

    /** How a connection is kept secret. */
    public enum Tls {
        /** From the first byte. */
        TLS,
        /** Before anything is told; a server that cannot is not used. */
        STARTTLS,
        /** Not at all: for a mail server on the same machine. */
        NONE
    }

    /**
     * The folder of sent mail, by IMAP.
     *
     * @param port 0 for the usual one
     * @param user null for the same as for sending
     * @param password null for the same as for sending
     * @param keep whether a copy is put there; providers that keep one of themselves need none
     */
    public record Sent(
            String host,
            @DefaultValue("0") int port,
            @DefaultValue("tls") Tls tls,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("Sent") String folder,
            @DefaultValue("false") boolean keep) {

        /** Without the password. */
        @Override
        public String toString() {
            return "%s at %s".formatted(folder, host);
        }
    }

    /** Whether mail is sent at all. */
    public boolean sends() {
        return host != null && !host.isBlank();
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return sends() ? "mail by %s as %s".formatted(host, user) : "no mail";
    }
}
