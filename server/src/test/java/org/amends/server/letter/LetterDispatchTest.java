package org.amends.server.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import org.amends.complaint.CaseEvent;
import org.amends.server.Happenings;
import org.amends.server.access.Served;
import org.amends.server.letter.delivery.MailOutSettings;
import org.amends.server.letter.delivery.MailServer;
import org.amends.server.letter.delivery.SentFolder;
import org.amends.store.complaint.KeptCase;
import org.junit.jupiter.api.Test;

/** A whole server, set to a mail server as an installation sets it. */
class LetterDispatchTest {

    private static final List<String> SET = List.of(
            "amends.mail.out.host",
            "amends.mail.out.port",
            "amends.mail.out.tls",
            "amends.mail.out.user",
            "amends.mail.out.password",
            "amends.mail.out.sent.host",
            "amends.mail.out.sent.port",
            "amends.mail.out.sent.tls",
            "amends.mail.out.sent.keep");

    private static Served served(GreenMail mail) {
        List<String> values = List.of(
                "127.0.0.1",
                String.valueOf(mail.getSmtp().getPort()),
                "none",
                "care",
                "secret",
                "127.0.0.1",
                String.valueOf(mail.getImap().getPort()),
                "none",
                "true");
        for (int i = 0; i < SET.size(); i++) {
            System.setProperty(SET.get(i), values.get(i));
        }
        try {
            return new Served();
        } finally {
            SET.forEach(System::clearProperty);
        }
    }

    @Test
    void aComplaintIsAcknowledgedByMailAndACopyKept() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        mail.setUser("care", "secret");
        try (Served served = served(mail)) {
            assertThat(served.part(MailOutSettings.class).toString()).doesNotContain("secret");
            PostRoom room = new PostRoom(served::part);

            KeptCase kept = room.open(PostRoom.address(), "form", PostRoom.charged(false));

            Happenings.until(
                    "it has left",
                    () -> room.cases.find(kept.complaint().reference()).orElseThrow().events().stream()
                            .anyMatch(CaseEvent.LetterSent.class::isInstance));
            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(mail.getReceivedMessages()[0].getSubject())
                    .contains(kept.complaint().reference());
            KeptLetter letter = room.letters.of(kept).getFirst();
            Happenings.until(
                    "a copy is kept",
                    () -> served.part(MailServer.class)
                                    .sentFolder()
                                    .find(String.valueOf(letter.envelope().messageId()))
                            == SentFolder.Look.FOUND);
        } finally {
            mail.stop();
        }
    }
}
