package org.amends.server.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.letter.delivery.MailOutSettings;
import org.amends.server.letter.delivery.MailServer;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.Use.class)
class LettersTest {

    private final PostRoom room = new PostRoom();
    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private LetterCourier courier() {
        return room.courier(mail.getSmtp().getPort());
    }

    private MimeMessage only(KeptLetter letter) throws Exception {
        List<MimeMessage> all = Arrays.stream(mail.getReceivedMessages())
                .filter(each -> header(each, "Message-ID")
                        .equals("<" + letter.envelope().messageId() + ">"))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static String header(MimeMessage message, String name) {
        try {
            String value = message.getHeader(name, ", ");
            return value == null ? "" : value.replaceAll("\\s+", " ");
        } catch (jakarta.mail.MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void theAnswerIsDraftedFromThePlanAndLeavesInTheThreadAfterTheUndoMinute() throws Exception {
        KeptCase kept = room.chosen(null);
        KeptLetter draft = room.answer(kept);
        assertThat(draft.content().text())
                .contains("We made a billing error.", "€40", kept.complaint().reference(), "Julie Moreau");
        assertThat(draft.findings()).filteredOn(LetterFinding::forbids).isEmpty();
        KeptLetter queued = room.letters.queue(draft.id(), PostRoom.AGENT);

        room.round(courier(), queued);
        assertThat(mail.getReceivedMessages()).isEmpty();
        room.pass(Duration.ofSeconds(61));
        room.round(courier(), queued);

        MimeMessage got = only(queued);
        String first = kept.complaint().messages().getFirst().message();
        assertThat(header(got, "In-Reply-To")).isEqualTo("<" + first + "@customer.example>");
        assertThat(header(got, "References"))
                .isEqualTo("<first-" + first + "@customer.example> <" + first + "@customer.example>");
        assertThat(header(got, "Reply-To"))
                .isEqualTo("care+"
                        + kept.complaint().reference().toLowerCase(java.util.Locale.ROOT)
                        + "@maison-verte.example");
        assertThat(header(got, "From")).isEqualTo("Maison Verte <care@maison-verte.example>");
        assertThat(header(got, "To")).isEqualTo(kept.complaint().customer());
        assertThat(header(got, "Auto-Submitted")).isEmpty();
        assertThat(header(got, "Content-Language")).isEqualTo("en");
        assertThat(got.getSubject()).contains(kept.complaint().reference());
        MimeMultipart parts = (MimeMultipart) got.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<html", "lang=\"en\"", "€40");
        Complaint after = room.cases.state(kept.complaint().reference()).orElseThrow();
        assertThat(after.answeredAt()).isNotNull();
        assertThat(room.letters.log(queued.id()))
                .extracting(LogLine::what)
                .containsExactly(LogLine.What.DRAFTED, LogLine.What.QUEUED, LogLine.What.ACCEPTED);
    }

    @Test
    void theNextLetterFollowsTheLast() throws Exception {
        KeptCase kept = room.assessed();
        KeptLetter first = room.letters.queue(room.message(kept).id(), PostRoom.AGENT);
        room.pass(Duration.ofSeconds(61));
        room.round(courier(), first);
        KeptLetter second = room.letters.queue(room.message(kept).id(), PostRoom.AGENT);
        room.pass(Duration.ofSeconds(61));
        room.round(courier(), second);

        assertThat(header(only(second), "In-Reply-To"))
                .isEqualTo("<" + first.envelope().messageId() + ">");
        assertThat(header(only(second), "References"))
                .endsWith("<" + first.envelope().messageId() + ">");
    }

    @Test
    void whatIsTakenBackNeverLeavesAndCanBeSentOffAgain() throws Exception {
        KeptLetter queued = room.letters.queue(room.message(room.assessed()).id(), PostRoom.AGENT);
        KeptLetter back = room.letters.takeBack(queued.id(), PostRoom.AGENT);
        room.pass(Duration.ofSeconds(61));
        room.round(courier(), back);

        assertThat(back.standing()).isEqualTo(LetterStanding.TAKEN_BACK);
        assertThat(mail.getReceivedMessages()).isEmpty();
        KeptLetter again = room.letters.queue(queued.id(), PostRoom.AGENT);
        room.pass(Duration.ofSeconds(61));
        room.round(courier(), again);
        assertThat(only(again)).isNotNull();
        assertThatThrownBy(() -> room.letters.takeBack(queued.id(), PostRoom.AGENT))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("it is sent");
    }

    @Test
    void aLetterWhosePlanIsChosenAnewWithinTheUndoMinuteIsHeldBack() {
        KeptCase kept = room.chosen(null);
        KeptLetter queued = room.letters.queue(room.answer(kept).id(), PostRoom.AGENT);
        KeptCase unused = room.cases.append(
                kept.complaint().reference(),
                List.of(new CaseEvent.PlanChosen(
                        new CaseHeader(Instant.now(), PostRoom.AGENT),
                        null,
                        List.of(new ChosenElement("explanation", null, false)),
                        null,
                        "it departs from what is owed")));
        room.pass(Duration.ofSeconds(61));

        room.round(courier(), queued);

        assertThat(room.standing(queued)).isEqualTo(LetterStanding.TAKEN_BACK);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aLetterThatComesBackIsToldToItsCase() {
        KeptLetter letter = room.due();
        room.round(courier(), letter);
        String id = Objects.requireNonNull(letter.envelope().messageId());

        KeptLetter back = room.letters
                .bounced(List.of("somebody@else.example", id), "550 5.1.1 nobody lives here")
                .orElseThrow();

        assertThat(back.standing()).isEqualTo(LetterStanding.BOUNCED);
        assertThat(back.way().reason()).isEqualTo("550 5.1.1 nobody lives here");
        assertThat(room.cases.state(letter.reference()).orElseThrow().letters())
                .extracting(Complaint.SentLetter::standing)
                .containsExactly(Complaint.LetterStanding.FAILED);
        assertThat(room.letters.bounced(List.of("somebody@else.example"), "no")).isEmpty();
    }

    @Test
    void anAddressThatIsRefusedFailsWithTheWordsOfTheMailServer() {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.REFUSES_RECIPIENT)) {
            KeptLetter letter = room.due();

            room.round(room.courier(smtp.port()), letter);

            KeptLetter after = room.letters.find(letter.id()).orElseThrow();
            assertThat(after.standing()).isEqualTo(LetterStanding.FAILED);
            assertThat(after.way().reason()).contains("nobody lives here");
        }
    }

    @Test
    void aMailServerThatStaysBusyIsAskedEverMoreSeldomAndGivenUpAfterDays() {
        KeptLetter letter = room.due();
        int nobody = mail.getSmtp().getPort();
        mail.stop();
        Instant begun = room.clock.instant();
        int attempts = 0;
        while (room.standing(letter) != LetterStanding.FAILED && attempts < 50) {
            room.round(room.courier(nobody), letter);
            attempts++;
            Instant next = room.letters.find(letter.id()).orElseThrow().way().nextAttempt();
            if (next != null && next.isAfter(room.clock.instant())) {
                room.pass(Duration.between(room.clock.instant(), next).plusSeconds(1));
            }
        }

        assertThat(attempts).isEqualTo(12);
        assertThat(Duration.between(begun, room.clock.instant())).isBetween(Duration.ofDays(1), Duration.ofDays(3));
        assertThat(room.letters.log(letter.id()).getLast().what()).isEqualTo(LogLine.What.GIVEN_UP);
    }

    @Test
    void aLetterThatIsFoundAmongSentMailHasLeft() {
        mail.setUser("care", "secret");
        MailOutSettings.Sent sent = new MailOutSettings.Sent(
                "127.0.0.1", mail.getImap().getPort(), MailOutSettings.Tls.NONE, "care", "secret", "Sent", true);
        KeptLetter letter = room.due();
        // The mail server takes it and keeps a copy, and its answer does not come.
        MailServer keeper = new MailServer(PostRoom.settings(mail.getSmtp().getPort(), sent));
        LetterCourier first = new LetterCourier(room.outbox, keeper, room.links, room.clock);
        room.round(first, letter);
        room.sql.sql("""
                        update letter set standing = 'SENDING', lease = gen_random_uuid(), leased_until = now(), sent_at = null
                        where id = ?""").param(letter.id()).update();
        room.pass(Duration.ofMinutes(1));

        room.round(first, letter);

        assertThat(room.standing(letter)).isEqualTo(LetterStanding.SENT);
        assertThat(room.letters.log(letter.id()).getLast().what()).isEqualTo(LogLine.What.FOUND);
    }

    @Test
    void theLetterGoesAsPdfTooOnWish() throws Exception {
        KeptLetter draft = room.message(room.assessed());
        KeptLetter edited =
                room.letters.edit(draft.id(), new Letters.Edit(null, null, null, null, true, null), PostRoom.AGENT);
        KeptLetter queued = room.letters.queue(edited.id(), PostRoom.AGENT);
        room.pass(Duration.ofSeconds(61));
        room.round(courier(), queued);

        MimeMultipart parts = (MimeMultipart) only(queued).getContent();

        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(new String(
                        parts.getBodyPart(1).getInputStream().readNBytes(5),
                        java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void anArrivalIsAcknowledgedWithoutAPersonAndSaysSo() throws Exception {
        KeptCase kept = room.open(PostRoom.address(), "email", PostRoom.charged(false));
        Happenings.until("it is acknowledged", () -> !room.letters.of(kept).isEmpty());
        KeptLetter letter = room.letters.of(kept).getFirst();
        room.pass(Duration.ofSeconds(1));

        room.round(courier(), letter);

        assertThat(letter.automatic()).isTrue();
        MimeMessage got = only(letter);
        assertThat(header(got, "Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(room.cases.state(kept.complaint().reference()).orElseThrow().stage())
                .isEqualTo(org.amends.complaint.Stage.ACKNOWLEDGED);
    }

    @Test
    void whereSomebodyMayBeInDangerNoMachineWrites() {
        KeptCase kept = room.open(PostRoom.address(), "email", PostRoom.charged(true));

        Happenings.until(
                "it is looked at",
                () -> room.sql
                        .sql("select not exists (select 1 from letter_wish where complaint = ?)")
                        .param(kept.id())
                        .query(Boolean.class)
                        .single());

        assertThat(room.letters.of(kept)).isEmpty();
    }

    @Test
    void theWordsOfWhoeverIsErasedAreTakenOut() {
        KeptLetter letter = room.due();
        room.round(courier(), letter);
        String customer = room.cases.state(letter.reference()).orElseThrow().customer();

        int erased = SharedServer.running().part(ErasedLetters.class).erase(List.of(customer), List.of());

        assertThat(erased).isEqualTo(1);
        KeptLetter after = room.letters.find(letter.id()).orElseThrow();
        assertThat(after.content().text()).isEmpty();
        assertThat(after.envelope().to()).isEmpty();
        assertThat(after.standing()).isEqualTo(LetterStanding.SENT);
    }
}
