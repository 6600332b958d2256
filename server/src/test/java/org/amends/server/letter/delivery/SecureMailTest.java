package org.amends.server.letter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amends.server.mailserver.SecurePost;
import org.amends.server.mailserver.TokenSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters leave only to mail servers that show who they are, and to those that want a token instead of a password. */
class SecureMailTest {

    private static final String CARE = "care@shop.example";

    /** Sends and looks for the copy, in a Java of its own that trusts whom it is told to. */
    static final class Sender {

        private Sender() {}

        public static void main(String[] hosts) {
            int smtp = Integer.parseInt(hosts[0]);
            int imap = Integer.parseInt(hosts[1]);
            for (String host : List.of("127.0.0.1", "localhost")) {
                MailServer server = new MailServer(settings(host, smtp, imap));
                OutgoingMail mail = mail();
                Handing handed = server.hand(mail, () -> true);
                System.out.printf("%s %s%n", host, handed);
                if (handed instanceof Handing.Accepted) {
                    server.keepCopy(mail);
                    System.out.printf("copy %s%n", server.sentFolder().find(mail.id()));
                }
            }
        }
    }

    private static MailOutSettings settings(String host, int smtp, int imap) {
        return new MailOutSettings(
                host,
                smtp,
                MailOutSettings.Tls.TLS,
                CARE,
                "secret",
                null,
                null,
                Duration.ofSeconds(20),
                new MailOutSettings.Sent(host, imap, MailOutSettings.Tls.TLS, null, null, "Sent", true));
    }

    private static OutgoingMail mail() {
        return new OutgoingMail(
                UUID.randomUUID() + "@shop.example",
                null,
                List.of(),
                Instant.now(),
                new OutgoingMail.Sender(CARE, "Shop", null),
                List.of("ana@customer.example"),
                List.of(),
                "en",
                false,
                "A letter",
                "Dear Ana",
                "<p>Dear Ana</p>",
                List.of());
    }

    @Test
    void aServerThatNobodyVouchesForGetsNothing() {
        try (SecurePost post = new SecurePost()) {
            MailServer server = new MailServer(settings(
                    "localhost",
                    post.mail.getSmtps().getPort(),
                    post.mail.getImaps().getPort()));

            Handing handed = server.hand(mail(), () -> true);

            assertThat(handed).isInstanceOf(Handing.Deferred.class);
            assertThat(handed.words())
                    .startsWith("The certificate of localhost is not accepted: ")
                    .contains("javax.net.ssl.trustStore");
            assertThat(post.mail.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void aServerThatIsTrustedGetsTheLetterUnderItsOwnNameOnly() {
        try (SecurePost post = new SecurePost()) {
            post.mail.setUser(CARE, CARE, "secret");

            String told = SecurePost.run(List.of(
                    SecurePost.tool("java"),
                    "-Djavax.net.ssl.trustStore=" + SecurePost.keys(),
                    "-Djavax.net.ssl.trustStorePassword=" + SecurePost.PASSWORD,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Sender.class.getName(),
                    String.valueOf(post.mail.getSmtps().getPort()),
                    String.valueOf(post.mail.getImaps().getPort())));

            assertThat(told)
                    .containsPattern(
                            "127\\.0\\.0\\.1 Deferred\\[words=The certificate of 127\\.0\\.0\\.1 is not accepted")
                    .contains("localhost Accepted", "copy FOUND");
        }
    }

    @Test
    void aTokenThatIsRefusedIsAskedForAnew(@TempDir Path folder) throws IOException {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            mail.setUser(CARE, CARE, "token-2");
            Path printed = Files.writeString(folder.resolve("token"), "token-1");
            MailServer server = new MailServer(withToken(mail.getSmtp().getPort(), List.of("cat", printed.toString())));

            Handing refused = server.hand(mail(), () -> true);
            Files.writeString(printed, "token-2");
            Handing taken = server.hand(mail(), () -> true);

            assertThat(refused).isInstanceOf(Handing.Deferred.class);
            assertThat(refused.words()).doesNotContain("token-1");
            assertThat(taken).isInstanceOf(Handing.Accepted.class);
        } finally {
            mail.stop();
        }
    }

    private static MailOutSettings withToken(int port, List<String> command) {
        return new MailOutSettings(
                "127.0.0.1",
                port,
                MailOutSettings.Tls.NONE,
                CARE,
                null,
                new TokenSource(command, null, null, null, null, null),
                null,
                Duration.ofSeconds(20),
                null);
    }
}
