package org.amends.server.mailbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.amends.server.access.Served;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real mail server, a wire to it that can be cut, and a server that reads two mailboxes over it. */
final class PostOffice implements AutoCloseable {

    static final String CARE = "care@shop.example";
    static final String HELP = "help@shop.example";

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser care;
    private GreenMailUser help;
    private final CutWire wire;
    private final Served served;

    PostOffice() {
        begin();
        wire = new CutWire(() -> mail.getImap().getPort());
        Map<String, String> settings = settings();
        settings.forEach(System::setProperty);
        try {
            served = new Served();
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    private void begin() {
        mail.start();
        care = mail.setUser(CARE, CARE, "secret");
        help = mail.setUser(HELP, HELP, "secret");
    }

    /** Restarts the mail server with mailboxes that are empty, and whose numbers begin anew. */
    void beginAnew() {
        wire.down(true);
        mail.stop();
        begin();
        wire.down(false);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("amends.mail.most-an-hour", "5");
        box(settings, 0, "care", CARE);
        box(settings, 1, "help", HELP);
        settings.put("amends.mail.in[1].brand", "acme");
        settings.put("amends.mail.in[1].move-to", "Amends");
        return settings;
    }

    private void box(Map<String, String> settings, int place, String name, String user) {
        String box = "amends.mail.in[" + place + "].";
        settings.put(box + "name", name);
        settings.put(box + "host", "127.0.0.1");
        settings.put(box + "port", String.valueOf(wire.port()));
        settings.put(box + "tls", "none");
        settings.put(box + "user", user);
        settings.put(box + "password", "secret");
        settings.put(box + "poll-every", "2s");
    }

    Served served() {
        return served;
    }

    JdbcClient sql() {
        return served.sql();
    }

    CutWire wire() {
        return wire;
    }

    GreenMail mail() {
        return mail;
    }

    /** Puts a mail into the mailbox of this address. */
    void deliver(String to, String text) {
        deliver(to, text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void deliver(String to, byte[] bytes) {
        try {
            (to.equals(HELP) ? help : care)
                    .deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
        } catch (jakarta.mail.MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How many mails are in folders into which they were moved. */
    int moved() {
        try {
            int moved = 0;
            for (MailFolder folder :
                    mail.getManagers().getImapHostManager().getStore().listMailboxes("*")) {
                moved += folder.getFullName().endsWith("Amends") ? folder.getMessageCount() : 0;
            }
            return moved;
        } catch (FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A plain mail; headers are lines that end with a line break. */
    static String mail(String from, String subject, String id, String headers, String body) {
        return """
                From: %s
                To: care@shop.example
                Subject: %s
                Message-ID: <%s>
                Date: Sun, 22 Nov 2026 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                %s
                %s
                """.formatted(from, subject, id, headers, body);
    }

    int count(String query, Object... parameters) {
        JdbcClient.StatementSpec statement = sql().sql(query);
        for (Object each : parameters) {
            statement = statement.param(each);
        }
        return statement.query(Integer.class).single();
    }

    @Override
    public void close() throws IOException {
        served.close();
        wire.close();
        mail.stop();
    }
}
