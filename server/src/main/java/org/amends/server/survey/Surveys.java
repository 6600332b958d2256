package org.amends.server.survey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.amends.server.complaint.CaseListener;
import org.amends.server.complaint.Cases;
import org.amends.server.console.Texts;
import org.amends.server.letter.KeptLetter;
import org.amends.server.letter.Letters;
import org.amends.server.parting.Suppressions;
import org.amends.store.complaint.KeptCase;
import org.amends.story.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks once, some days after closing, how it was. That somebody is to be asked is written down in the transaction that closes the
 * case; nobody is asked who is to be left in peace, whose case was no complaint, or whose case is open again.
 */
@Component
final class Surveys implements CaseListener {

    private static final Logger LOG = LoggerFactory.getLogger(Surveys.class);
    private static final int MOST_AT_ONCE = 200;
    private static final int MOST_ATTEMPTS = 5;

    /** Below this satisfaction somebody calls again, whether or not it feels resolved. */
    private static final double CONTENT = 0.4;

    private final JdbcClient database;
    private final SurveyTerms terms;
    private final ObjectProvider<Letters> letters;
    private final ObjectProvider<Cases> cases;
    private final Suppressions suppressions;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Surveys(
            JdbcClient database,
            SurveyTerms terms,
            ObjectProvider<Letters> letters,
            ObjectProvider<Cases> cases,
            Suppressions suppressions,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.terms = terms;
        this.letters = letters;
        this.cases = cases;
        this.suppressions = suppressions;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Due(long complaint, String reference, int attempts) {}

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        for (CaseEvent event : happened) {
            if (event instanceof CaseEvent.Closed closed) {
                closed(after, closed);
            } else if (event instanceof CaseEvent.SurveyAnswered answered) {
                answered(after, answered);
            }
        }
    }

    private void closed(KeptCase kept, CaseEvent.Closed closed) {
        Complaint complaint = kept.complaint();
        int days = terms.of(complaint.brand()).surveyDays();
        boolean asks = closed.outcome() == CaseOutcome.UPHELD
                || closed.outcome() == CaseOutcome.PARTLY_UPHELD
                || closed.outcome() == CaseOutcome.NOT_UPHELD;
        if (days == 0
                || !asks
                || complaint.channel().equals(Cases.PROACTIVE)
                || complaint.channel().equals("public")) {
            return;
        }
        int ignored = database.sql("""
                        insert into survey (complaint, standing, due_at) values (?, 'waiting', ?)
                        on conflict (complaint) do update set due_at = excluded.due_at where survey.standing = 'waiting'""")
                .param(kept.id())
                .param(utc(closed.header().at().plus(Duration.ofDays(days))))
                .update();
    }

    private void answered(KeptCase kept, CaseEvent.SurveyAnswered answered) {
        int ignored = database.sql("""
                        insert into survey (complaint, standing, due_at, answered_at, satisfaction, resolved)
                        values (:complaint, 'answered', :at, :at, :satisfaction, :resolved)
                        on conflict (complaint) do update set standing = 'answered', answered_at = excluded.answered_at,
                            satisfaction = excluded.satisfaction, resolved = excluded.resolved""")
                .param("complaint", kept.id())
                .param("at", utc(answered.header().at()))
                .param("satisfaction", (float) answered.satisfaction())
                .param("resolved", answered.resolved())
                .update();
        if (!answered.resolved() || answered.satisfaction() < CONTENT) {
            ignored = database.sql("""
                            insert into follow_up (complaint, brand, since) values (?, ?, ?)
                            on conflict (complaint) do update set since = excluded.since, done_at = null, done_by = null,
                                outcome = null""")
                    .param(kept.id())
                    .param(kept.complaint().brand())
                    .param(utc(answered.header().at()))
                    .update();
        }
    }

    /** Asks everybody whose time has come. */
    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT10M")
    void ask() {
        List<Due> due = database.sql("""
                        select s.complaint, c.reference, s.attempts from survey s join complaint c on c.id = s.complaint
                        where s.standing = 'waiting' and s.due_at <= ? order by s.due_at limit ?""")
                .param(utc(clock.instant()))
                .param(MOST_AT_ONCE)
                .query((row, number) -> new Due(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
        for (Due each : due) {
            try {
                transaction.executeWithoutResult(status -> ask(each));
            } catch (RuntimeException failed) {
                LOG.warn("Case {} could not be asked about: {}", each.reference(), failed.getMessage());
                later(each, String.valueOf(failed.getMessage()));
            }
        }
    }

    private void ask(Due due) {
        boolean ours = database.sql(
                                "update survey set standing = 'written', written_at = ? where complaint = ? and standing = 'waiting'")
                        .param(utc(clock.instant()))
                        .param(due.complaint())
                        .update()
                == 1;
        if (!ours) {
            return;
        }
        KeptCase kept = cases.getObject().find(due.reference()).orElseThrow();
        String unfit = unfit(kept);
        if (unfit != null) {
            leaveOut(due.complaint(), unfit);
            return;
        }
        KeptLetter letter = letters.getObject().write(due.reference(), question(kept.complaint()), CaseHeader.MACHINE);
        if (letter.sendable() && !letter.envelope().to().isEmpty()) {
            letter = letters.getObject().queue(letter.id(), CaseHeader.MACHINE);
            var ignored = cases.getObject()
                    .append(
                            due.reference(),
                            List.of(new CaseEvent.SurveySent(
                                    cases.getObject().now(CaseHeader.MACHINE),
                                    letter.id().toString())));
        }
        int ignored = database.sql("update survey set letter = ? where complaint = ?")
                .param(letter.id().toString())
                .param(due.complaint())
                .update();
    }

    private @Nullable String unfit(KeptCase kept) {
        if (kept.complaint().open()) {
            return "open";
        }
        return suppressions.inForce(kept.relationship()) ? "suppressed" : null;
    }

    private Letters.NewLetter question(Complaint complaint) {
        Texts texts =
                Texts.in(Optional.ofNullable(Language.of(complaint.language())).orElse(Language.EN));
        String text = String.join(
                "\n\n",
                texts.text("survey.letter.greeting"),
                texts.text("survey.letter.about", "reference", complaint.reference()),
                texts.text("survey.letter.mail"),
                texts.text("survey.letter.thanks"));
        return new Letters.NewLetter(
                LetterPurpose.MESSAGE,
                texts.text("survey.letter.subject", "reference", complaint.reference()),
                text,
                List.of(),
                true,
                List.of());
    }

    private void leaveOut(long complaint, String reason) {
        int ignored = database.sql("update survey set standing = 'left_out', reason = ? where complaint = ?")
                .param(reason)
                .param(complaint)
                .update();
    }

    private void later(Due due, String reason) {
        boolean gone = due.attempts() + 1 >= MOST_ATTEMPTS;
        int ignored = database.sql("""
                        update survey set attempts = attempts + 1, reason = ?, due_at = ?, standing = ?
                        where complaint = ? and standing = 'waiting'""")
                .param(reason)
                .param(utc(clock.instant().plus(Duration.ofHours(1L << due.attempts()))))
                .param(gone ? "left_out" : "waiting")
                .param(due.complaint())
                .update();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
