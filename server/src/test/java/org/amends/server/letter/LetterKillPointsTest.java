package org.amends.server.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import org.amends.server.SharedServer;
import org.amends.server.letter.delivery.Handing;
import org.amends.server.letter.delivery.MailServer;
import org.amends.server.letter.delivery.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Something dies on a letter's way: the letter is there exactly once, or a person is told that nobody knows. */
@ExtendWith(SharedServer.Use.class)
class LetterKillPointsTest {

    private final PostRoom room = new PostRoom();

    @AfterEach
    void heal() {
        room.sql.sql("drop trigger if exists letter_fault on letter").update();
        room.sql.sql("drop function if exists letter_fault()").update();
        room.sql.sql("drop sequence if exists letter_faults").update();
    }

    private static String id(KeptLetter letter) {
        return Objects.requireNonNull(letter.envelope().messageId());
    }

    private void once(KeptLetter letter, MortalSmtp smtp) {
        assertThat(room.end(letter, smtp.port())).isEqualTo(LetterStanding.SENT);
        assertThat(smtp.has(id(letter))).isEqualTo(1);
        assertThat(room.told(letter)).isEqualTo(1);
    }

    private void doubted(KeptLetter letter, MortalSmtp smtp, int copies) {
        assertThat(room.end(letter, smtp.port())).isEqualTo(LetterStanding.DOUBTFUL);
        assertThat(smtp.has(id(letter))).isEqualTo(copies);
        assertThat(room.told(letter)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = MortalSmtp.Death.class,
            names = {
                "AT_GREETING",
                "AFTER_HELLO",
                "AT_SENDER",
                "AT_RECIPIENT",
                "AT_DATA",
                "BUSY_AT_THE_END",
                "BUSY_AT_RECIPIENT",
                "AFTER_ANSWERING"
            })
    void aMailServerThatDiesBeforeItIsToldOfTheEndGetsTheLetterOnceLater(MortalSmtp.Death death) {
        try (MortalSmtp smtp = new MortalSmtp(death)) {
            KeptLetter letter = room.due();

            room.round(room.courier(smtp.port()), letter);

            once(letter, smtp);
        }
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_TAKING, 0", "AFTER_TAKING, 1"})
    void aMailServerThatDiesWithoutAnAnswerLeavesTheLetterToAPerson(MortalSmtp.Death death, int copies) {
        try (MortalSmtp smtp = new MortalSmtp(death)) {
            KeptLetter letter = room.due();

            room.round(room.courier(smtp.port()), letter);

            doubted(letter, smtp, copies);
        }
    }

    /** Whether the line with the point went into a connection that was gone already is a matter of moments. */
    @Test
    void aMailServerThatDiesInTheTextGetsTheLetterOnceLaterOrLeavesItToAPerson() {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.IN_THE_TEXT)) {
            KeptLetter letter = room.due();

            room.round(room.courier(smtp.port()), letter);

            boolean sent = room.end(letter, smtp.port()) == LetterStanding.SENT;
            assertThat(smtp.has(id(letter))).isEqualTo(sent ? 1 : 0);
            assertThat(room.told(letter)).isEqualTo(sent ? 1 : 0);
            assertThat(room.standing(letter)).isEqualTo(sent ? LetterStanding.SENT : LetterStanding.DOUBTFUL);
        }
    }

    @Test
    void aPersonSendsAgainWhatDidNotArrive() {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.BEFORE_TAKING)) {
            KeptLetter letter = room.due();
            room.round(room.courier(smtp.port()), letter);
            doubted(letter, smtp, 0);

            KeptLetter unused = room.letters.again(letter.id(), PostRoom.AGENT);

            once(letter, smtp);
        }
    }

    @Test
    void aPersonSaysWhatArrived() {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.AFTER_TAKING)) {
            KeptLetter letter = room.due();
            room.round(room.courier(smtp.port()), letter);
            doubted(letter, smtp, 1);

            KeptLetter unused = room.letters.arrived(letter.id(), PostRoom.AGENT);

            once(letter, smtp);
        }
    }

    @Test
    void aCourierThatDiesWithTheLetterInHandIsFollowedByAnother() {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.NEVER)) {
            KeptLetter letter = room.due();
            assertThat(room.lease(room.courier(smtp.port()), letter)).hasSize(1);

            once(letter, smtp);
        }
    }

    @Test
    void aCourierThatDiesAfterTheMarkLeavesTheLetterToAPerson() {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.NEVER)) {
            KeptLetter letter = room.due();
            LetterOutbox.Leased leased =
                    room.lease(room.courier(smtp.port()), letter).getFirst();
            assertThat(room.outbox.mark(leased, room.clock.instant())).isTrue();

            doubted(letter, smtp, 0);
        }
    }

    @Test
    void aCourierThatDiesAfterTheMailServerTookTheLetterLeavesItToAPerson() {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.NEVER)) {
            KeptLetter letter = room.due();
            LetterOutbox.Leased leased =
                    room.lease(room.courier(smtp.port()), letter).getFirst();
            Handing came = new MailServer(PostRoom.settings(smtp.port(), null))
                    .hand(mail(letter), () -> room.outbox.mark(leased, room.clock.instant()));
            assertThat(came).isInstanceOf(Handing.Accepted.class);

            doubted(letter, smtp, 1);
        }
    }

    @Test
    void aCourierThatWakesAfterItsLeaseDoesNotSendAgain() {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.NEVER)) {
            KeptLetter letter = room.due();
            LetterCourier sleeper = room.courier(smtp.port());
            LetterOutbox.Leased old = room.lease(sleeper, letter).getFirst();
            once(letter, smtp);

            sleeper.take(old);

            assertThat(smtp.has(id(letter))).isEqualTo(1);
            assertThat(room.standing(letter)).isEqualTo(LetterStanding.SENT);
        }
    }

    @Test
    void aCourierThatWakesWhileAnotherHasTheLetterDoesNotSend() {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.NEVER)) {
            KeptLetter letter = room.due();
            LetterCourier sleeper = room.courier(smtp.port());
            LetterOutbox.Leased old = room.lease(sleeper, letter).getFirst();
            room.pass(Duration.ofMinutes(6));
            LetterCourier second = room.courier(smtp.port());
            LetterOutbox.Leased now = room.lease(second, letter).getFirst();

            sleeper.take(old);
            second.take(now);

            once(letter, smtp);
        }
    }

    /** What goes wrong in the database, while the change of the letter is written that the condition describes. */
    private void fault(KeptLetter letter, String when, String what, boolean atCommit, int times) {
        room.sql.sql("create sequence letter_faults").update();
        room.sql.sql("""
                        create function letter_fault() returns trigger language plpgsql as $$
                        begin
                            if new.id = '%s' and (%s) and nextval('letter_faults') <= %d then %s end if;
                            return new;
                        end $$""".formatted(letter.id(), when, times, what)).update();
        room.sql
                .sql(
                        atCommit
                                ? "create constraint trigger letter_fault after update on letter deferrable initially deferred"
                                        + " for each row execute function letter_fault()"
                                : "create trigger letter_fault before update on letter for each row execute function letter_fault()")
                .update();
    }

    private static final String DIE = "perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(2);";
    private static final String FAIL = "raise exception 'a fault of the test';";
    private static final String TAKEN = "new.standing = 'SENDING' and old.standing = 'QUEUED'";
    private static final String MARKED = "new.handed_over_at is not null and old.handed_over_at is null";
    private static final String WRITTEN = "new.standing = 'SENT'";

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void aDatabaseThatDiesWhileTheLetterIsTakenLosesNothing(boolean dies, boolean atCommit) {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.NEVER)) {
            KeptLetter letter = room.due();
            fault(letter, TAKEN, dies ? DIE : FAIL, atCommit, 1);
            LetterCourier courier = room.courier(smtp.port());
            assertThatThrownBy(() -> room.round(courier, letter))
                    .isInstanceOfAny(DataAccessException.class, TransactionException.class);

            once(letter, smtp);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void aDatabaseThatDiesAtTheMarkStopsTheLetterUntilLater(boolean dies, boolean atCommit) {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.NEVER)) {
            KeptLetter letter = room.due();
            fault(letter, MARKED, dies ? DIE : FAIL, atCommit, 1);

            room.round(room.courier(smtp.port()), letter);

            assertThat(smtp.has(id(letter))).isZero();
            once(letter, smtp);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void aDatabaseThatDiesWhileItIsWrittenThatTheLetterLeftIsToldAgain(boolean dies, boolean atCommit) {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.NEVER)) {
            KeptLetter letter = room.due();
            fault(letter, WRITTEN, dies ? DIE : FAIL, atCommit, 2);

            room.round(room.courier(smtp.port()), letter);

            once(letter, smtp);
        }
    }

    @Test
    void aServerThatStopsWhileTheDatabaseIsGoneLeavesTheLetterToAPerson() {
        try (MortalSmtp smtp = new MortalSmtp(MortalSmtp.Death.NEVER)) {
            KeptLetter letter = room.due();
            fault(letter, WRITTEN, FAIL, false, 1_000_000);
            LetterCourier courier = room.courier(smtp.port());
            courier.stop();

            assertThatThrownBy(() -> room.round(courier, letter)).isInstanceOf(DataAccessException.class);

            heal();
            doubted(letter, smtp, 1);
        }
    }

    private static OutgoingMail mail(KeptLetter letter) {
        return new OutgoingMail(
                id(letter),
                letter.envelope().inReplyTo(),
                letter.envelope().references(),
                Objects.requireNonNull(letter.way().notBefore()),
                new OutgoingMail.Sender("care@maison-verte.example", "Maison Verte", null),
                letter.envelope().to(),
                letter.envelope().copies(),
                "en",
                false,
                letter.content().subject(),
                letter.content().text(),
                "<p>the same</p>",
                java.util.List.of());
    }
}
