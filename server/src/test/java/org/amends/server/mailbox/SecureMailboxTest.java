package org.amends.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import org.amends.server.SharedServer;
import org.amends.server.mailserver.SecurePost;
import org.amends.server.mailserver.TokenSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mail is read only from servers that show who they are; some want a token instead of a password. */
@ExtendWith(SharedServer.Use.class)
class SecureMailboxTest {

    private static final String CARE = "care@shop.example";

    private final SharedServer server = SharedServer.running();

    private static MailboxSettings.Box box(int port, MailboxSettings.Tls tls, @Nullable TokenSource token) {
        return new MailboxSettings.Box(
                "secure",
                "localhost",
                port,
                tls,
                CARE,
                token == null ? "secret" : null,
                token,
                "INBOX",
                null,
                "",
                null,
                List.of(),
                Duration.ofMinutes(1));
    }

    private OpenMailbox open(MailboxSettings.Box box, String secret) throws MessagingException {
        return new OpenMailbox(
                box,
                secret,
                server.part(MailKeeper.class),
                server.part(Positions.class),
                server.part(RawMails.class),
                InstantSource.system(),
                new HashMap<>());
    }

    @Test
    void aServerThatNobodyVouchesForIsNotToldThePassword() {
        try (SecurePost post = new SecurePost()) {
            MailboxSettings.Box box = box(post.mail.getImaps().getPort(), MailboxSettings.Tls.IMPLICIT, null);

            assertThatThrownBy(() -> open(box, "secret"))
                    .isInstanceOf(MessagingException.class)
                    .hasMessageStartingWith("The certificate of localhost is not accepted: ");
        }
    }

    @Test
    void aMailboxIsOpenedWithAToken() throws MessagingException {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        mail.start();
        try {
            mail.setUser(CARE, CARE, "token-2");
            MailboxSettings.Box box = box(
                    mail.getImap().getPort(),
                    MailboxSettings.Tls.NONE,
                    new TokenSource(List.of("echo", "token-2"), null, null, null, null, null));

            try (OpenMailbox opened = open(box, "token-2")) {
                assertThat(opened.tells()).isTrue();
            }
            assertThatThrownBy(() -> open(box, "token-1")).isInstanceOf(AuthenticationFailedException.class);
        } finally {
            mail.stop();
        }
    }
}
