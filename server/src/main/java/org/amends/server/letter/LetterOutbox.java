package org.amends.server.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseRules;
import org.amends.complaint.Complaint;
import org.amends.server.complaint.Cases;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is to leave, and what is known of what has left. A courier has a letter for as long as its lease lasts. The mark
 * {@code handed_over_at} is written before the mail server is told that the letter is complete: a letter without it has not left,
 * whatever happened to its courier, and one with it may have.
 */
@Component
final class LetterOutbox {

    /** Longer than a dialogue with the mail server takes up to the mark; one that takes longer is stopped by the mark. */
    static final Duration LEASE = Duration.ofMinutes(5);

    /** So long the mail server may take to answer that it has a letter (RFC 5321, 4.5.3.2.6). */
    static final Duration ANSWER = Duration.ofMinutes(10);

    /** So long a folder of sent mail that cannot be opened is waited for. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(LetterOutbox.class);

    private final JdbcClient database;
    private final LetterTable table;
    private final Cases cases;
    private final Peace peace;
    private final TransactionTemplate transaction;

    LetterOutbox(JdbcClient database, LetterTable table, Cases cases, Peace peace, TransactionTemplate transaction) {
        this.database = database;
        this.table = table;
        this.cases = cases;
        this.peace = peace;
        this.transaction = transaction;
    }

    /** A letter that a courier has. */
    record Leased(UUID id, UUID lease) {}

    /** Takes what is due, for this courier alone. */
    List<Leased> lease(Instant now, int most) {
        return database.sql("""
                        update letter set standing = 'SENDING', lease = gen_random_uuid(), leased_until = :until,
                            attempts = attempts + 1, handed_over_at = null, version = version + 1
                        where id in (
                            select id from letter where standing = 'QUEUED' and next_attempt <= :now
                            order by next_attempt limit :most for update skip locked)
                        returning id, lease""")
                .param("until", LetterTable.utc(now.plus(LEASE)))
                .param("now", LetterTable.utc(now))
                .param("most", most)
                .query((row, number) -> new Leased(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("lease", UUID.class))))
                .list();
    }

    Optional<KeptLetter> find(UUID id) {
        return table.find(id);
    }

    List<Letters.Enclosure> enclosed(UUID id) {
        return table.enclosed(id);
    }

    /** Why the case does not allow it any more, or null: what was decided since it was sent off counts. */
    @Nullable
    String against(KeptLetter letter) {
        KeptCase kept = cases.find(letter.reference()).orElse(null);
        if (kept == null) {
            return "There is no such case.";
        }
        Complaint complaint = kept.complaint();
        if (LetterRefusals.unasked(letter.purpose(), complaint) && peace.inForce(kept.relationship())) {
            return "The company leaves this customer in peace.";
        }
        String by = Objects.requireNonNullElse(letter.way().queuedBy(), CaseHeader.MACHINE);
        Instant at = Objects.requireNonNullElse(letter.way().queuedAt(), letter.createdAt());
        CaseRules.Refusal refusal = CaseRules.refusal(
                complaint,
                new CaseEvent.LetterQueued(new CaseHeader(at, by), letter.id().toString(), letter.purpose()));
        return refusal == null ? null : refusal.name();
    }

    /** Writes the mark. Returns false when the lease has run out, and then the letter must not leave. */
    boolean mark(Leased leased, Instant now) {
        return database.sql("""
                        update letter set handed_over_at = :now, leased_until = :until
                        where id = :id and lease = :lease and standing = 'SENDING' and leased_until > :now""")
                        .param("now", LetterTable.utc(now))
                        .param("until", LetterTable.utc(now.plus(ANSWER)))
                        .param("id", leased.id())
                        .param("lease", leased.lease())
                        .update()
                == 1;
    }

    /** The mail server has it, or it was found where only mail is that left. */
    void accepted(Leased leased, LogLine.What what, Instant now, String words) {
        settle(leased, letter -> {
            Instant at = Objects.requireNonNullElse(letter.way().handedOverAt(), now);
            table.sent(letter.id(), at, words);
            table.log(letter.id(), now, CaseHeader.MACHINE, what, words);
            return new CaseEvent.LetterSent(
                    new CaseHeader(at, CaseHeader.MACHINE), letter.id().toString(), letter.purpose());
        });
    }

    /** It will not leave. */
    void failed(Leased leased, LogLine.What what, Instant now, String words) {
        settle(leased, letter -> {
            table.stand(letter.id(), LetterStanding.FAILED, words);
            table.log(letter.id(), now, CaseHeader.MACHINE, what, words);
            return new CaseEvent.LetterFailed(
                    new CaseHeader(now, CaseHeader.MACHINE), letter.id().toString(), words);
        });
    }

    /** It must not leave any more; a person looks at it again. */
    void heldBack(Leased leased, Instant now, String why) {
        settle(leased, letter -> {
            table.stand(letter.id(), LetterStanding.TAKEN_BACK, why);
            table.log(letter.id(), now, CaseHeader.MACHINE, LogLine.What.HELD_BACK, why);
            return new CaseEvent.LetterTakenBack(
                    new CaseHeader(now, CaseHeader.MACHINE), letter.id().toString());
        });
    }

    /** Changes the letter and tells the case, both or neither. Nothing happens when somebody else has the letter now. */
    private void settle(Leased leased, Function<KeptLetter, CaseEvent> change) {
        String reference = database.sql(
                        "select c.reference from letter l join complaint c on c.id = l.complaint where l.id = ?")
                .param(leased.id())
                .query(String.class)
                .optional()
                .orElse(null);
        if (reference == null) {
            return;
        }
        try {
            var ignored = cases.decide(
                    reference, kept -> held(leased).map(change).map(List::of).orElseGet(List::of));
        } catch (Problem refused) {
            // A case that was merged meanwhile takes nothing; what became of the letter is written down all the same.
            LOG.warn("Letter {} is not told in the log of case {}: {}", leased.id(), reference, refused.getMessage());
            transaction.executeWithoutResult(status -> held(leased).ifPresent(letter -> {
                CaseEvent ignored = change.apply(letter);
            }));
        }
    }

    /** The letter, locked, while it is ours: news that come late still count while it is in doubt. */
    private Optional<KeptLetter> held(Leased leased) {
        boolean ours = database.sql("""
                        select id from letter where id = ? and lease = ? and standing in ('SENDING', 'DOUBTFUL') for update""")
                .param(leased.id())
                .param(leased.lease())
                .query(UUID.class)
                .optional()
                .isPresent();
        return ours ? table.find(leased.id()) : Optional.empty();
    }

    /** Waits for the next attempt. */
    void deferred(Leased leased, Instant now, Instant next, String words) {
        transaction.executeWithoutResult(status -> {
            boolean ours = database.sql("""
                            update letter set standing = 'QUEUED', next_attempt = :next, lease = null, leased_until = null,
                                handed_over_at = null, reason = :words, version = version + 1
                            where id = :id and lease = :lease and standing = 'SENDING'""")
                            .param("next", LetterTable.utc(next))
                            .param("words", words)
                            .param("id", leased.id())
                            .param("lease", leased.lease())
                            .update()
                    == 1;
            if (ours) {
                table.log(leased.id(), now, CaseHeader.MACHINE, LogLine.What.DEFERRED, words);
            }
        });
    }

    /** Looks at it again later. The lease stays the same, so that news that come late count. */
    void lookAgain(Leased leased, Instant until) {
        int ignored = database.sql(
                        "update letter set leased_until = ? where id = ? and lease = ? and standing = 'SENDING'")
                .param(LetterTable.utc(until))
                .param(leased.id())
                .param(leased.lease())
                .update();
    }

    /** A person has to decide. The lease stays the same, so that news that come late count. */
    void doubted(Leased leased, Instant now, String why) {
        transaction.executeWithoutResult(status -> {
            boolean ours = database.sql("""
                            update letter set standing = 'DOUBTFUL', reason = :why, leased_until = null, version = version + 1
                            where id = :id and lease = :lease and standing = 'SENDING'""")
                            .param("why", why)
                            .param("id", leased.id())
                            .param("lease", leased.lease())
                            .update()
                    == 1;
            if (ours) {
                table.log(leased.id(), now, CaseHeader.MACHINE, LogLine.What.DOUBTED, why);
            }
        });
    }

    /** Letters whose courier is gone. */
    List<Leased> abandoned(Instant now) {
        return database.sql(
                        "select id, lease from letter where standing = 'SENDING' and leased_until <= ? order by leased_until")
                .param(LetterTable.utc(now))
                .query((row, number) -> new Leased(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("lease", UUID.class))))
                .list();
    }
}
