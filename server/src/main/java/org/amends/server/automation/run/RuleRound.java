package org.amends.server.automation.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amends.format.complaint.CaseEventJson;
import org.amends.server.access.BrandScope;
import org.amends.server.automation.reply.ReplyLetters;
import org.amends.server.automation.rule.Condition;
import org.amends.server.automation.rule.KeptRule;
import org.amends.server.automation.rule.Rule;
import org.amends.server.automation.rule.Rules;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.act.Acts;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes up what set rules off, each in one transaction with what comes of it: whenever the server dies, a rule has acted on an
 * occasion once or will. What waits for one case is taken up in its order; a rule that fails holds up nobody else's cases.
 */
@Component
public final class RuleRound {

    private static final Logger LOG = LoggerFactory.getLogger(RuleRound.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final Rules rules;
    private final RuleFacts facts;
    private final RunLog log;
    private final Cases cases;
    private final Acts acts;
    private final Suggestions suggestions;
    private final ReplyLetters letters;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    RuleRound(
            JdbcClient database,
            Rules rules,
            RuleFacts facts,
            RunLog log,
            Cases cases,
            Acts acts,
            Suggestions suggestions,
            ReplyLetters letters,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.rules = rules;
        this.facts = facts;
        this.log = log;
        this.cases = cases;
        this.acts = acts;
        this.suggestions = suggestions;
        this.letters = letters;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Work(long id, String rule, long complaint, String reference, String occasion, int attempts) {}

    /** What was done on a case. */
    private record Outcome(
            RunResult result,
            List<String> done,
            @Nullable UUID letter,
            @Nullable String reason) {

        static Outcome not(RunResult result, String reason) {
            return new Outcome(result, List.of(), null, reason);
        }
    }

    /** Something to be taken up broke off; what it was, so that it can be put off. */
    private static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Work work;

        BrokenOff(Work work, RuntimeException cause) {
            super(cause);
            this.work = work;
        }
    }

    /** Takes up the next that waits. Returns whether there was one. */
    public boolean next() {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<Work> work = due();
                work.ifPresent(this::takeUp);
                return work.isPresent();
            }));
        } catch (BrokenOff broken) {
            afterwards(broken.work, Objects.requireNonNull((RuntimeException) broken.getCause()));
            return true;
        }
    }

    /** The head of what waits for some case that no other server is at. */
    private Optional<Work> due() {
        return database.sql("""
                        select w.id, w.rule, w.complaint, c.reference, w.occasion, w.attempts
                        from automation_work w join complaint c on c.id = w.complaint
                        where w.next_attempt <= ? and not exists (
                            select from automation_work o where o.complaint = w.complaint and o.id < w.id)
                        order by w.id limit 1 for update of w skip locked""")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Work(
                        row.getLong("id"),
                        row.getString("rule"),
                        row.getLong("complaint"),
                        row.getString("reference"),
                        row.getString("occasion"),
                        row.getInt("attempts")))
                .optional();
    }

    private void takeUp(Work work) {
        try {
            if (!log.has(work.rule(), work.complaint(), work.occasion())) {
                KeptRule rule = rules.find(work.rule()).orElse(null);
                write(work, rule, outcome(work, rule));
            }
            remove(work);
        } catch (RuntimeException broken) {
            throw new BrokenOff(work, broken);
        }
    }

    private Outcome outcome(Work work, @Nullable KeptRule rule) {
        if (rule == null || !rule.on()) {
            return Outcome.not(RunResult.OFF, "The rule was switched off meanwhile.");
        }
        KeptCase kept = cases.find(work.reference()).orElseThrow();
        if (!rule.concerns(kept.complaint().brand())) {
            return Outcome.not(RunResult.NOT_MATCHED, "The case is of another brand.");
        }
        Optional<Condition> unmet = rule.rule().unmet(facts.of(rule.rule(), kept.complaint(), clock.instant()));
        return unmet.map(condition -> Outcome.not(RunResult.NOT_MATCHED, condition.told()))
                .orElseGet(() -> carryOut(kept, rule));
    }

    private Outcome carryOut(KeptCase kept, KeptRule rule) {
        Rule what = rule.rule();
        String reference = kept.complaint().reference();
        int version = kept.complaint().version();
        List<String> done = new ArrayList<>();
        if (!what.acts().isEmpty()) {
            KeptCase after = acts.perform(reference, what.acts(), new Acts.By(rule.actor(), BrandScope.ALL), version);
            done.addAll(after.events().stream()
                    .skip(version)
                    .map(CaseEventJson::type)
                    .toList());
        }
        List<String> reasons = new ArrayList<>();
        UUID letter = null;
        for (String reply : what.replies()) {
            String forbidden = suggestions.forbidden(kept);
            if (forbidden != null) {
                reasons.add(forbidden);
                continue;
            }
            try {
                letter = letters.draft(reference, reply, rule.actor()).id();
                done.add("letter_drafted");
            } catch (Problem refused) {
                reasons.add(String.valueOf(refused.getMessage()));
            }
        }
        return new Outcome(result(done, reasons), done, letter, reasons.isEmpty() ? null : String.join(" ", reasons));
    }

    private static RunResult result(List<String> done, List<String> reasons) {
        if (reasons.isEmpty()) {
            return done.isEmpty() ? RunResult.UNCHANGED : RunResult.DONE;
        }
        return done.isEmpty() ? RunResult.REFUSED : RunResult.PARTLY;
    }

    private void write(Work work, @Nullable KeptRule rule, Outcome outcome) {
        boolean first = log.add(new RunLog.Entry(
                work.rule(),
                rule == null ? 0 : rule.version(),
                work.complaint(),
                work.occasion(),
                clock.instant(),
                outcome.result(),
                outcome.done(),
                outcome.letter(),
                outcome.reason()));
        if (!first) {
            throw new IllegalStateException("Rule %s has acted on %s of case %s already."
                    .formatted(work.rule(), work.occasion(), work.reference()));
        }
    }

    private void remove(Work work) {
        int gone = database.sql("delete from automation_work where id = ?")
                .param(work.id())
                .update();
        assert gone == 1;
    }

    /** What the case refuses is told; what broke is tried again a few times, and then told as well. */
    private void afterwards(Work work, RuntimeException broken) {
        if (broken instanceof Problem refused && refused.status() != HttpStatus.PRECONDITION_FAILED) {
            settle(work, RunResult.REFUSED, String.valueOf(refused.getMessage()));
        } else if (work.attempts() + 1 >= MOST_ATTEMPTS) {
            LOG.error("Rule {} could not act on case {}.", work.rule(), work.reference(), broken);
            settle(work, RunResult.FAILED, "%s".formatted(broken.getMessage()));
        } else {
            LOG.debug("Rule {} acts on case {} later.", work.rule(), work.reference(), broken);
            int ignored = database.sql(
                            "update automation_work set attempts = attempts + 1, next_attempt = ? where id = ?")
                    .param(later(work))
                    .param(work.id())
                    .update();
        }
    }

    private OffsetDateTime later(Work work) {
        Instant next = clock.instant().plus(WAIT.multipliedBy(work.attempts()));
        return next.atOffset(ZoneOffset.UTC);
    }

    private void settle(Work work, RunResult result, String reason) {
        transaction.executeWithoutResult(status -> {
            KeptRule rule = rules.find(work.rule()).orElse(null);
            if (!log.has(work.rule(), work.complaint(), work.occasion())) {
                write(work, rule, Outcome.not(result, reason));
            }
            remove(work);
        });
    }
}
