package org.amends.server.guard;

import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.amends.event.EventRow;
import org.amends.event.EventType;
import org.amends.preference.Need;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.amends.store.log.GroupCommit;
import org.amends.store.log.IncomingEvent;
import org.amends.store.log.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes into the ledger what was sent in the end. What was asked or blocked, sent without the customer's agreement and wrong is a
 * violated preference: the log is told once, however often it is reported.
 */
@Component
final class Outcomes {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final NearMisses misses;
    private final Ledger ledger;
    private final NearMissTable table;
    private final GroupCommit log;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Outcomes(
            NearMisses misses,
            Ledger ledger,
            NearMissTable table,
            GroupCommit log,
            JdbcClient database,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.misses = misses;
        this.ledger = ledger;
        this.table = table;
        this.log = log;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a report. */
    sealed interface Recorded {

        /**
         * It stands in the ledger.
         *
         * @param eventId the event that tells of a violated preference; null where none was
         * @param note why there is none though it was wrong; null where there is nothing to say
         */
        record Kept(@Nullable String eventId, @Nullable String note) implements Recorded {}

        /** The ledger holds no such candidate. */
        record NotFound() implements Recorded {}
    }

    /** Records what a program tells of the latest question of a request. */
    Recorded record(SentReport report, Caller caller) {
        misses.awaitWritten();
        Long question = ledger.latest(report.request(), caller.brands());
        if (question == null) {
            return new Recorded.NotFound();
        }
        String candidate = NearMiss.kept(report.candidate());
        for (LedgerLine line : ledger.question(question, caller.brands())) {
            if (candidate.equals(line.candidate())) {
                String by = report.by() == null ? caller.actor() : NearMiss.kept(report.by());
                return record(line, report.outcome(), report.wrong(), by);
            }
        }
        return new Recorded.NotFound();
    }

    /**
     * Records what became of a candidate.
     *
     * @param told null to leave what was told before
     * @param wrong null to leave what was told before
     */
    Recorded record(LedgerLine line, @Nullable SentOutcome told, @Nullable Boolean wrong, String by) {
        SentOutcome outcome = told == null ? line.outcome() : told;
        boolean isWrong = wrong == null ? line.wrong() : wrong;
        boolean violated = line.isMissed() && outcome == SentOutcome.SENT && isWrong;
        String eventId = violated && line.customer() != null ? tellLog(line) : null;
        Recorded recorded = Objects.requireNonNull(transaction.execute(status -> {
            write(line, told, isWrong, by, eventId);
            return new Recorded.Kept(eventId, note(line, outcome, isWrong, violated, eventId));
        }));
        return recorded;
    }

    private static @Nullable String note(
            LedgerLine line,
            @Nullable SentOutcome outcome,
            boolean isWrong,
            boolean violated,
            @Nullable String eventId) {
        if (!isWrong || eventId != null) {
            return null;
        }
        if (violated) {
            return "No event was written, since the request named no customer.";
        }
        return line.isMissed() && outcome == null
                ? "No event was written, since it was not told that it was sent without asking."
                : "No event was written, since the guard allowed it or the customer agreed.";
    }

    private void write(
            LedgerLine line, @Nullable SentOutcome told, boolean isWrong, String by, @Nullable String eventId) {
        Kept before = database.sql(
                        "select outcome, event_id from guard_candidate where question = ? and place = ? for update")
                .param(line.question())
                .param(line.place())
                .query((row, number) -> new Kept(row.getString(1), row.getString(2)))
                .single();
        Map<NearMissTable.Key, Long> counts = new HashMap<>();
        if (told != null && !told.tag().equals(before.outcome())) {
            if (before.outcome() != null) {
                count(counts, line, before.outcome(), -1);
            }
            count(counts, line, told.tag(), 1);
        }
        if (eventId != null && before.eventId() == null) {
            count(counts, line, MonthCount.VIOLATED, 1);
        }
        int ignored = database.sql("""
                        update guard_candidate set outcome = coalesce(:outcome, outcome), outcome_by = :by, outcome_at = :now,
                            wrong = :wrong, event_id = coalesce(:event, event_id)
                        where question = :question and place = :place""")
                .param("outcome", told == null ? null : told.tag())
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("wrong", isWrong)
                .param("event", eventId)
                .param("question", line.question())
                .param("place", line.place())
                .update();
        table.count(counts);
    }

    private record Kept(@Nullable String outcome, @Nullable String eventId) {}

    /** What was allowed is no near miss, and what becomes of it is not counted. */
    private static void count(Map<NearMissTable.Key, Long> counts, LedgerLine line, String measure, long more) {
        if (!line.isMissed()) {
            return;
        }
        YearMonth month = YearMonth.from(line.at().atOffset(ZoneOffset.UTC));
        List<String> rules = new ArrayList<>(line.rules());
        rules.add("");
        for (String rule : rules) {
            counts.merge(new NearMissTable.Key(month, line.brand(), rule, measure), more, Long::sum);
        }
    }

    /** Appends that a preference was violated, and returns the event's id: the same for the same candidate. */
    private String tellLog(LedgerLine line) {
        String id = "guard-violation-%d-%d".formatted(line.question(), line.place());
        EventRow row = new EventRow(
                id,
                line.customer(),
                line.brand().isEmpty() ? null : line.brand(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                EventType.PREFERENCE_VIOLATED.stableName(),
                line.request() == null || line.request().isBlank() ? null : line.request(),
                null,
                null,
                preference(line.rules()),
                null,
                line.name() == null ? Map.of() : Map.of("product", line.name()));
        return switch (log.submit(List.of(IncomingEvent.of(row)))) {
            case GroupCommit.Submission.Taken taken -> stored(taken, id);
            case GroupCommit.Submission.Full(Duration retryAfter) -> throw unavailable();
            case GroupCommit.Submission.Closed ignored -> throw unavailable();
        };
    }

    private static String stored(GroupCommit.Submission.Taken taken, String id) {
        try {
            if (taken.outcomes().join().getFirst() instanceof Outcome.Rejected rejected) {
                throw new IllegalStateException(
                        "The log did not take that a preference was violated: %s.".formatted(rejected));
            }
            return id;
        } catch (CompletionException failed) {
            throw unavailable();
        }
    }

    private static Problem unavailable() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "log-unavailable",
                        "The log cannot be written",
                        "The database does not answer at the moment, or too many events are waiting.")
                .with("remedy", "Send the same request again later: nothing counts twice.")
                .retryAfter(PATIENCE);
    }

    /** The need that the first rule is about, which stands in its name; else the rule itself. */
    static String preference(List<String> rules) {
        for (String rule : rules) {
            for (String part : rule.split(":", -1)) {
                Need need = Need.named(part);
                if (need != null) {
                    return need.stableName();
                }
            }
        }
        return rules.isEmpty() ? "unknown" : rules.getFirst();
    }
}
