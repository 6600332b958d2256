package org.amends.server.automation.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseFold;
import org.amends.format.complaint.CaseEventJson;
import org.amends.server.access.BrandScope;
import org.amends.server.automation.reply.ReplyFilling;
import org.amends.server.automation.reply.SavedReplies;
import org.amends.server.automation.reply.SavedReply;
import org.amends.server.automation.rule.KeptRule;
import org.amends.server.automation.rule.Rule;
import org.amends.server.automation.rule.Rules;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.act.Acts;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows, before a rule is switched on, what it would have done. Nothing is done. */
@Component
public final class Outlooks {

    static final int MOST_DAYS = 90;
    private static final int MOST_CASES = 2_000;
    private static final int MOST_LINES = 50;

    /** What followed this soon was there when the rule would have looked, for example the first reading of a case. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final Cases cases;
    private final Rules rules;
    private final Occasions occasions;
    private final RuleFacts facts;
    private final Acts acts;
    private final SavedReplies replies;
    private final ReplyFilling filling;
    private final InstantSource clock;

    Outlooks(
            JdbcClient database,
            Cases cases,
            Rules rules,
            Occasions occasions,
            RuleFacts facts,
            Acts acts,
            SavedReplies replies,
            ReplyFilling filling,
            InstantSource clock) {
        this.database = database;
        this.cases = cases;
        this.rules = rules;
        this.occasions = occasions;
        this.facts = facts;
        this.acts = acts;
        this.replies = replies;
        this.filling = filling;
        this.clock = clock;
    }

    private record Match(KeptCase then, Occasions.Occasion occasion) {}

    /**
     * What a rule would have done to the cases that were opened in the last days.
     *
     * @param brand that the rule is for; empty for all
     * @param seen of other brands nothing is shown
     * @throws Problem when the rule names something that there is not
     */
    public Outlook of(Rule rule, String brand, int days, BrandScope seen) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.invalid("days", String.valueOf(days), "Write 1 to %d.".formatted(MOST_DAYS));
        }
        rules.check(rule, brand);
        Instant now = clock.instant();
        List<String> references = references(brand, now.minus(Duration.ofDays(days)), seen);
        List<String> within = references.subList(0, Math.min(references.size(), MOST_CASES));
        int setOff = 0;
        List<Match> matches = new ArrayList<>();
        for (String reference : within) {
            KeptCase kept = cases.find(reference).orElseThrow();
            for (Occasions.Occasion occasion : occasions.of(rule, kept, now)) {
                setOff++;
                KeptCase then = asOf(kept, occasion);
                if (rule.unmet(facts.of(rule, then.complaint(), occasion.at())).isEmpty()) {
                    matches.add(new Match(then, occasion));
                }
            }
        }
        matches.sort(Comparator.comparing((Match each) -> each.occasion().at()).reversed());
        return new Outlook(
                within.size(),
                references.size() > within.size(),
                setOff,
                matches.size(),
                matches.stream().limit(MOST_LINES).map(each -> line(rule, each)).toList());
    }

    private List<String> references(String brand, Instant since, BrandScope seen) {
        return database.sql("""
                        select reference from complaint
                        where opened_at >= :since and (:brand = '' or brand = :brand)
                            and (:brands::text[] is null or brand = any (:brands))
                        order by opened_at desc, id desc limit :most""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("brand", brand)
                .param("brands", seen.names())
                .param("most", MOST_CASES + 1)
                .query((row, number) -> row.getString("reference"))
                .list();
    }

    /** The case with what had happened to it by then; what follows is cut off. */
    private static KeptCase asOf(KeptCase kept, Occasions.Occasion occasion) {
        Instant until = occasion.at().plus(SOON);
        List<CaseEvent> events = new ArrayList<>();
        for (CaseEvent event : kept.events()) {
            boolean ofRule = event.header().actor().startsWith(KeptRule.ACTOR);
            if (events.isEmpty() || (!event.header().at().isAfter(until) && !ofRule)) {
                events.add(event);
            }
        }
        return new KeptCase(kept.id(), kept.relationship(), CaseFold.fold(events), events);
    }

    private Outlook.Line line(Rule rule, Match match) {
        KeptCase then = match.then();
        Acts.Preview preview = acts.preview(then, rule.acts(), new Acts.By(KeptRule.ACTOR, BrandScope.ALL));
        List<String> would = new ArrayList<>(
                preview.events().stream().map(CaseEventJson::type).toList());
        List<String> reasons = new ArrayList<>();
        if (preview.reason() != null) {
            reasons.add(preview.reason());
        }
        for (String reply : rule.replies()) {
            String reason = preview.reason() == null ? unsuggested(reply, then) : null;
            if (reason == null && preview.reason() == null) {
                would.add("letter_drafted");
            } else if (reason != null) {
                reasons.add(reason);
            }
        }
        return new Outlook.Line(
                then.complaint().reference(),
                then.complaint().subject(),
                match.occasion().at(),
                match.occasion().name(),
                would,
                reasons.isEmpty() ? null : String.join(" ", reasons));
    }

    private @Nullable String unsuggested(String name, KeptCase then) {
        String forbidden = Suggestions.forbidden(then.complaint());
        if (forbidden != null) {
            return forbidden;
        }
        Optional<SavedReply> reply = replies.find(name);
        try {
            return reply.isEmpty() || filling.filled(reply.get(), then).isBlank() ? "There is no such reply." : null;
        } catch (Problem unfilled) {
            return String.valueOf(unfilled.getMessage());
        }
    }
}
