package org.amends.server.mailbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amends.server.mailserver.TokenSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailboxes that are read.
 *
 * @param in one entry a mailbox
 */
@ConfigurationProperties("amends.mail")
record MailboxSettings(@DefaultValue List<Box> in) {

    MailboxSettings {
        in = List.copyOf(in);
        Set<String> names = new HashSet<>();
        for (Box box : in) {
            if (!names.add(box.name())) {
                throw new IllegalArgumentException(
                        "Two mailboxes of amends.mail.in are called \"%s\". Maybe give each a name of its own."
                                .formatted(box.name()));
            }
        }
    }

    /** How a connection is kept from being read by others. */
    enum Tls {
        /** From its first byte (port 993). */
        IMPLICIT,
        /** After asking for it, and never without (port 143). */
        STARTTLS,
        /** Not at all: for this machine only. */
        NONE
    }

    /**
     * One mailbox.
     *
     * @param name by which it is known here and remembered; it stays when the address of the server changes
     * @param host of the IMAP server
     * @param port usually 993, or 143 with STARTTLS
     * @param user who signs in
     * @param password of that user; null where a token is used
     * @param token where access tokens (OAuth 2) come from; null where there is a password
     * @param folder from which mail is taken
     * @param moveTo the folder into which mail is moved once it is kept; null to leave it, marked as seen
     * @param brand whose mail it is; empty where the company has one only
     * @param language in which its writers write, ISO 639-1; null to find out from each mail
     * @param addresses that it has: mail from them is our own
     * @param pollEvery after how long the mailbox is looked at though the server said nothing
     */
    record Box(
            String name,
            String host,
            @DefaultValue("993") int port,
            @DefaultValue("implicit") Tls tls,
            String user,
            @Nullable String password,
            @Nullable TokenSource token,
            @DefaultValue("INBOX") String folder,
            @Nullable String moveTo,
            @DefaultValue("") String brand,
            @Nullable String language,
            @DefaultValue List<String> addresses,
            @DefaultValue("1m") Duration pollEvery) {

        Box {
            addresses = List.copyOf(addresses);
            if (password == null && token == null) {
                throw new IllegalArgumentException(
                        "Mailbox \"%s\" has neither password nor token. Maybe set amends.mail.in[...].password."
                                .formatted(name));
            }
            if (pollEvery.compareTo(Duration.ofSeconds(1)) < 0 || pollEvery.compareTo(Duration.ofMinutes(25)) > 0) {
                throw new IllegalArgumentException(
                        "poll-every of mailbox \"%s\" must be 1s to 25m but was %s.".formatted(name, pollEvery));
            }
        }

        /** Without secrets. */
        @Override
        public String toString() {
            return "%s (%s at %s:%d)".formatted(name, user, host, port);
        }
    }
}
