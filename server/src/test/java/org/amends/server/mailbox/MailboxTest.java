package org.amends.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.Complaint;
import org.amends.server.Happenings;
import org.amends.server.access.Scope;
import org.amends.server.complaint.Cases;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private static final String LATE = "My parcel is two weeks late and nobody answers. I want my money back.";

    private static PostOffice post;

    private final String me = "ana-" + UUID.randomUUID() + "@example.org";
    private final String id = UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void open() {
        post = new PostOffice();
    }

    @AfterAll
    static void close() throws IOException {
        post.close();
    }

    private int cases() {
        return post.count("select count(*) from complaint where customer = ?", me);
    }

    private int messages() {
        return post.count("select count(*) from message where sender_address = ?", me);
    }

    private void untilTaken(int messages) {
        Happenings.until(
                messages + " messages of " + me + " are taken in",
                () -> messages() == messages
                        && post.count("select count(*) from message_raw where standing = 'waiting'") == 0);
    }

    private Complaint onlyCase() {
        String reference = post.sql()
                .sql("select reference from complaint where customer = ?")
                .param(me)
                .query(String.class)
                .single();
        return post.served().part(Cases.class).state(reference).orElseThrow();
    }

    private String standing(String from) {
        return post.sql()
                .sql(
                        "select standing || ' ' || coalesce(why, '') from message where sender_address = ? order by number desc")
                .param(from)
                .query(String.class)
                .list()
                .getFirst();
    }

    @Test
    void aMailOpensACaseAndItsFollowersGoToIt() {
        post.deliver(PostOffice.CARE, PostOffice.mail(me, "Late parcel", id, "", LATE));
        untilTaken(1);
        post.deliver(
                PostOffice.CARE,
                PostOffice.mail(
                        "brother@example.net",
                        "Re: Late parcel",
                        "b" + id,
                        "In-Reply-To: <" + id + ">\n",
                        "Same here."));
        post.deliver(
                PostOffice.CARE,
                PostOffice.mail(
                        me, "Your case " + onlyCase().reference(), "c" + id, "", "Still nothing came, it is a shame."));
        untilTaken(2);
        Happenings.until(
                "the answer of the brother is there",
                () -> onlyCase().messages().size() == 3);

        assertThat(cases()).isEqualTo(1);
        assertThat(onlyCase().channel()).isEqualTo("email");
        assertThat(post.mail().getReceivedMessages())
                .allSatisfy(mail -> assertThat(mail.isSet(Flags.Flag.SEEN)).isTrue());
    }

    @Test
    void anAnswerThatComesBeforeItsQuestionFindsItAllTheSame() {
        String answer = "answer-" + id;
        post.deliver(PostOffice.CARE, PostOffice.mail(me, "Late", answer, "References: <" + id + ">\n", LATE));
        untilTaken(1);

        post.deliver(PostOffice.CARE, PostOffice.mail(me, "Late", id, "", "Where is my parcel? It is late. " + LATE));
        untilTaken(2);

        assertThat(cases()).isEqualTo(1);
        assertThat(onlyCase().messages()).hasSize(2);
    }

    @Test
    void aReplyOpensAClosedCaseAgain() {
        post.deliver(PostOffice.CARE, PostOffice.mail(me, "Late parcel", id, "", LATE));
        untilTaken(1);
        Cases cases = post.served().part(Cases.class);
        var unused = cases.append(
                onlyCase().reference(), List.of(new CaseEvent.Closed(cases.now("person:1"), CaseOutcome.WITHDRAWN)));

        post.deliver(
                PostOffice.CARE,
                PostOffice.mail(
                        me, "Re: Late parcel", "r" + id, "In-Reply-To: <" + id + ">\n", "It is late again. " + LATE));
        untilTaken(2);

        assertThat(onlyCase().open()).isTrue();
    }

    @Test
    void theSameMailByTwoWaysIsOne() {
        String mail = PostOffice.mail(me, "Late parcel", id, "", LATE);
        post.deliver(PostOffice.CARE, mail);
        post.deliver(PostOffice.CARE, "Received: from other.example\n" + mail);
        post.deliver(PostOffice.CARE, mail);

        Happenings.until(
                "all three are settled",
                () -> post.mail().getReceivedMessages().length > 0
                        && post.count("select count(*) from message_raw where standing = 'waiting'") == 0
                        && post.count(
                                        "select count(*) from message_raw where position(?::bytea in bytes) > 0",
                                        me.getBytes(StandardCharsets.UTF_8))
                                == 2);

        assertThat(cases()).isEqualTo(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void whatMachinesWriteOpensNothing() {
        String nobody = "mailer-daemon-" + UUID.randomUUID() + "@example.org";
        post.deliver(
                PostOffice.CARE,
                PostOffice.mail(me, "Out of office", id, "Auto-Submitted: auto-replied\n", "I am away. " + LATE));
        post.deliver(
                PostOffice.CARE,
                PostOffice.mail(
                        nobody, "News", "n" + id, "List-Unsubscribe: <mailto:x@example.org>\n", "Buy! " + LATE));
        untilTaken(1);
        Happenings.until(
                "the newsletter is settled",
                () -> post.count("select count(*) from message where sender_address = ?", nobody) == 1);

        assertThat(standing(me)).isEqualTo("nobody Auto-Submitted: auto-replied");
        assertThat(standing(nobody)).startsWith("nobody List-Unsubscribe");
        assertThat(cases()).isZero();
    }

    @Test
    void mailOfOurOwnIsHeldAndMoreThanSoManyAnHour() {
        post.deliver(PostOffice.CARE, PostOffice.mail(PostOffice.HELP, "Fwd", id, "", LATE));
        for (int i = 0; i < 7; i++) {
            post.deliver(PostOffice.CARE, PostOffice.mail(me, "Late " + i, i + id, "", LATE + " This is number " + i));
        }
        untilTaken(7);

        assertThat(standing(PostOffice.HELP)).isEqualTo("held from_ourselves");
        assertThat(standing(me)).isEqualTo("held too_many");
        assertThat(cases()).isEqualTo(5);
        String token = post.served().token(Scope.READ);
        assertThat(post.served()
                        .get("/v1/messages?standing=held", "Authorization", "Bearer " + token)
                        .body())
                .contains("too_many", "from_ourselves");
    }

    @Test
    void whatCannotBeReadIsKeptAndShown() {
        byte[] noise = new byte[600];
        new java.util.Random(7).nextBytes(noise);
        post.served().part(RawMails.class).keep("care", "", java.time.Instant.now(), noise, new byte[] {1, 2, 3});

        Happenings.until(
                "it is shown", () -> post.count("select count(*) from message_raw where standing = 'unreadable'") == 1);
        String token = post.served().token(Scope.READ, Scope.WRITE);
        String listed = post.served()
                .get("/v1/mailboxes/unreadable", "Authorization", "Bearer " + token)
                .body();
        assertThat(listed).contains("\"mailbox\":\"care\"", "no mail");
    }

    @Test
    void filesComeAlongAndProgramsAreRefused() {
        String mixed = """
                From: %s
                To: care@shop.example
                Subject: Broken lamp
                Message-ID: <%s>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=xx

                --xx
                Content-Type: text/plain

                The lamp came broken and I am angry. I want a new one.
                --xx
                Content-Type: image/png
                Content-Disposition: attachment; filename=lamp.png
                Content-Transfer-Encoding: base64

                iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
                --xx
                Content-Type: application/pdf
                Content-Disposition: attachment; filename=bill.pdf
                Content-Transfer-Encoding: base64

                TVqQAAMAAAAEAAAA
                --xx--
                """.formatted(me, id);
        post.deliver(PostOffice.CARE, mixed);
        untilTaken(1);

        Messages messages = post.served().part(Messages.class);
        UUID message = UUID.fromString(onlyCase().messages().getFirst().message());
        assertThat(messages.files(message))
                .extracting(file -> file.name() + " " + file.found() + " " + file.kept())
                .containsExactly("lamp.png image/png true", "bill.pdf application/x-msdownload false");
        assertThat(messages.raw(message))
                .hasValueSatisfying(raw ->
                        assertThat(new String(raw, StandardCharsets.UTF_8)).contains("TVqQAAMAAAAEAAAA"));
    }

    @Test
    void mailIsMovedAndBelongsToTheBrandOfItsMailbox() {
        post.deliver(PostOffice.HELP, PostOffice.mail(me, "Late parcel", id, "", LATE));
        untilTaken(1);

        assertThat(onlyCase().brand()).isEqualTo("acme");
        Happenings.until("it is moved", () -> post.moved() > 0);
    }

    @Test
    void aMailIsFoundSoonAfterItCame() {
        Happenings.until(
                "the mailboxes are connected",
                () -> post.served().part(Mailboxes.class).states().stream().allMatch(MailboxState::connected));
        long begun = System.nanoTime();

        post.deliver(PostOffice.CARE, PostOffice.mail(me, "Late parcel", id, "", LATE));
        untilTaken(1);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(messageKinds()).containsExactly(KeptMessage.Kind.CONTACT);
    }

    private List<KeptMessage.Kind> messageKinds() {
        Messages messages = post.served().part(Messages.class);
        return onlyCase().messages().stream()
                .map(each -> messages.find(UUID.fromString(each.message()))
                        .orElseThrow()
                        .kind())
                .toList();
    }
}
