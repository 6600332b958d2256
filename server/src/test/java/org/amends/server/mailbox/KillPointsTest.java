package org.amends.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.amends.server.Happenings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever dies at whatever point while a mail is taken in: it is there in the end, and once. */
class KillPointsTest {

    private static final String LATE = "My parcel is two weeks late and nobody answers. I want my money back.";

    private static PostOffice post;

    private final String me = "ana-" + UUID.randomUUID() + "@example.org";
    private final String id = UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void open() {
        post = new PostOffice();
        var unused = post.sql().sql("""
                        create sequence deaths;
                        create function die() returns trigger language plpgsql as $$
                        begin
                            if nextval('deaths') = 1 then
                                if tg_argv[0] = 'backend' then
                                    perform pg_terminate_backend(pg_backend_pid());
                                    perform pg_sleep(1);
                                else
                                    raise exception 'a fault for a test';
                                end if;
                            end if;
                            return new;
                        end $$""").update();
        connected();
    }

    @AfterAll
    static void close() throws IOException {
        post.close();
    }

    private static void connected() {
        Happenings.until(
                "the mailboxes are connected",
                () -> post.served().part(Mailboxes.class).states().stream().allMatch(MailboxState::connected));
    }

    private String mail() {
        return """
                From: Ana <%s>
                To: care@shop.example
                Subject: Late parcel
                Message-ID: <%s>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=xx

                --xx
                Content-Type: text/plain

                %s
                --xx
                Content-Type: image/gif
                Content-Disposition: attachment; filename=a.gif
                Content-Transfer-Encoding: base64

                R0lGODlhAQABAAAAACw=
                --xx--
                """.formatted(me, id, LATE);
    }

    private void isThereOnce() {
        Happenings.until("the mail is on a case", () -> post.count("""
                        select count(*) from complaint c join message m on m.complaint = c.id
                        where c.customer = ? and m.standing = 'case'""", me) == 1);
        Happenings.until(
                "nothing waits", () -> post.count("select count(*) from message_raw where standing <> 'taken'") == 0);
        assertThat(post.count("select count(*) from complaint where customer = ?", me))
                .isEqualTo(1);
        assertThat(post.count("select count(*) from message where message_id = ?", id))
                .isEqualTo(1);
        assertThat(post.count(
                        "select count(*) from attachment a join message m on m.id = a.message where m.message_id = ?",
                        id))
                .isEqualTo(1);
        assertThat(post.count("""
                        select count(*) from event e join relationship r on r.id = e.relationship
                        where r.customer = ? and e.type = 'complaint'""", me)).isEqualTo(1);
        assertThat(post.count("""
                        select count(*) from message_raw r join message m on m.id = r.id where m.message_id = ?""", id)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "before insert, message_raw, backend",
        "after insert, message_raw, fault",
        "before insert or update, mailbox, backend",
        "before insert, message, backend",
        "after insert, message, fault",
        "before insert, attachment, backend",
        "before insert, relationship, backend",
        "before insert, complaint, backend",
        "after insert, complaint_event, backend",
        "before insert, event, fault",
        "before insert, customer_address, backend",
        "before update, message, backend",
        "after update, message_raw, backend",
        "commit after insert, message_raw, backend",
        "commit after insert, complaint, backend",
        "commit after update, message_raw, fault",
    })
    void theDatabaseDies(String when, String table, String how) {
        armed(when, table, how);
        try {
            post.deliver(PostOffice.CARE, mail());

            isThereOnce();
            assertThat(post.sql()
                            .sql("select is_called from deaths")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        } finally {
            var unused = post.sql().sql("drop trigger death on " + table).update();
            unused = post.sql().sql("alter sequence deaths restart").update();
        }
    }

    private static void armed(String when, String table, String how) {
        boolean atCommit = when.startsWith("commit ");
        var unused = post.sql()
                .sql("create %s trigger death %s on %s %s for each row execute function die('%s')"
                        .formatted(
                                atCommit ? "constraint" : "",
                                when.replace("commit ", ""),
                                table,
                                atCommit ? "deferrable initially deferred" : "",
                                how))
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN, false, true",
        "SELECT, false, true",
        "SEARCH, false, true",
        "UID FETCH, false, false",
        "BODY.PEEK, false, false",
        "two weeks late, true, false",
        "+FLAGS, false, false",
        "IDLE, false, false",
        "DONE, false, false",
    })
    void theWireToTheMailServerIsCut(String said, boolean byServer, boolean whileConnecting) {
        connected();
        int before = post.wire().cuts();
        post.wire().cutAt(said, byServer);
        if (whileConnecting) {
            post.wire().cutAll();
        }
        post.deliver(PostOffice.CARE, mail());

        isThereOnce();
        assertThat(post.wire().cuts()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"MOVE", "+FLAGS"})
    void theWireIsCutWhileMailIsMoved(String said) {
        connected();
        int before = post.wire().cuts();
        post.wire().cutAt(said, false);
        post.deliver(PostOffice.HELP, mail());

        isThereOnce();
        Happenings.until("the wire was cut, once", () -> post.wire().cuts() == before + 1);
    }

    @Test
    void theMailServerIsGoneForAWhile() {
        post.wire().down(true);
        post.deliver(PostOffice.CARE, mail());
        Happenings.until(
                "it is known to be gone",
                () -> post.served().part(Mailboxes.class).states().stream().noneMatch(MailboxState::connected));
        post.wire().down(false);

        isThereOnce();
    }

    @Test
    void theMailServerComesBackWithNumbersThatBeginAnew() {
        post.deliver(PostOffice.CARE, mail());
        isThereOnce();

        post.beginAnew();
        post.deliver(PostOffice.CARE, mail());
        String other = "bob-" + me;
        post.deliver(PostOffice.CARE, PostOffice.mail(other, "Late", "b" + id, "", LATE));

        Happenings.until(
                "the other is there",
                () -> post.count("select count(*) from complaint where customer = ?", other) == 1);
        isThereOnce();
    }

    @Test
    void theServerDiedAfterTheMailWasKept() {
        byte[] mail = mail().replace("\n", "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        post.served()
                .part(RawMails.class)
                .keep("care", "", java.time.Instant.now(), mail, org.amends.server.intake.Intake.sha256(mail));

        isThereOnce();
    }
}
