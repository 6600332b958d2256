package org.amends.server.relationship;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.amends.event.Event;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;
import org.amends.server.access.Caller;
import org.amends.server.customer.Asked;
import org.amends.server.customer.CustomerPreferences;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.Replay;
import org.amends.store.log.LogReader;
import org.amends.store.log.LoggedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Relationships for programs. */
@RestController
@RequestMapping("/v1")
@PreAuthorize("hasAuthority('SCOPE_read')")
class RelationshipApi {

    private static final int MOST_EVENTS = 500;
    private static final int MOST_WEEKS = 260;
    private static final Duration WEEK = Duration.ofDays(7);

    private final RelationshipList list;
    private final Finding finding;
    private final DiagnosisInForce inForce;
    private final CustomerPreferences preferences;
    private final LogReader log;
    private final InstantSource clock;

    RelationshipApi(
            RelationshipList list,
            Finding finding,
            DiagnosisInForce inForce,
            CustomerPreferences preferences,
            DataSource database,
            InstantSource clock) {
        this.list = list;
        this.finding = finding;
        this.inForce = inForce;
        this.preferences = preferences;
        this.log = new LogReader(database);
        this.clock = clock;
    }

    /** Relationships, page by page. */
    @GetMapping("/relationships")
    ListedAnswer.Page list(@RequestParam MultiValueMap<String, String> parameters) {
        ListParameters asked = ListParameters.of(parameters, Caller.current().brands());
        RelationshipPage page = list.page(asked.filter(), asked.sort(), asked.limit(), asked.cursor());
        return new ListedAnswer.Page(page.rows().stream().map(ListedAnswer::of).toList(), page.next());
    }

    /** One relationship, diagnosed now. */
    @GetMapping({"/relationships/{customer}", "/relationship"})
    RelationshipAnswer relationship(@Asked String customer, @RequestParam(required = false) @Nullable String brand) {
        FoundRelationship found = found(customer, brand);
        Diagnosing diagnosing = inForce.diagnosing();
        Relationship relationship = found.relationship();
        Diagnosing.At at = diagnosing.at(now());
        return RelationshipAnswer.of(
                found,
                relationship,
                stated(found, relationship),
                DiagnosisAnswer.of(relationship, at.diagnose(relationship), at, diagnosing));
    }

    /** The state knows whether anything was stated at all; whether it holds, only the events tell. */
    private List<String> stated(FoundRelationship found, Relationship relationship) {
        return relationship.preferences().isEmpty()
                ? List.of()
                : preferences.book(found.id()).holding(clock.instant()).stream()
                        .map(held -> held.value().text())
                        .toList();
    }

    /** What happened, the latest first. */
    @GetMapping({"/relationships/{customer}/timeline", "/relationship/timeline"})
    TimelineAnswer timeline(
            @Asked String customer,
            @RequestParam(required = false) @Nullable String brand,
            @RequestParam(defaultValue = "50") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Limits.of(limit, MOST_EVENTS);
        LogReader.Cursor before = cursor == null ? null : TimelineCursor.decoded(cursor);
        List<LoggedEvent> events = log.page(found(customer, brand).id(), before, most + 1);
        if (events.size() <= most) {
            return new TimelineAnswer(
                    events.stream().map(TimelineAnswer.Item::of).toList(), null);
        }
        LoggedEvent last = events.get(most - 1);
        LogReader.Cursor next = new LogReader.Cursor(last.event().time(), last.position());
        return new TimelineAnswer(
                events.subList(0, most).stream().map(TimelineAnswer.Item::of).toList(), TimelineCursor.encoded(next));
    }

    /** What the probability of leaving is made of. */
    @GetMapping({"/relationships/{customer}/contributions", "/relationship/contributions"})
    ContributionsAnswer contributions(@Asked String customer, @RequestParam(required = false) @Nullable String brand) {
        Diagnosing diagnosing = inForce.diagnosing();
        Relationship relationship = found(customer, brand).relationship();
        Instant now = now();
        return ContributionsAnswer.of(now, diagnosing.at(now).diagnose(relationship));
    }

    /** The diagnoses of past weeks. */
    record History(List<DiagnosisAnswer> items) {}

    /** What would have been diagnosed at the end of each past week, the oldest first. */
    @GetMapping({"/relationships/{customer}/history", "/relationship/history"})
    History history(
            @Asked String customer,
            @RequestParam(required = false) @Nullable String brand,
            @RequestParam(defaultValue = "26") String weeks) {
        FoundRelationship found = found(customer, brand);
        Instant now = now();
        List<Instant> moments = new ArrayList<>();
        for (int back = Limits.of(weeks, MOST_WEEKS); back >= 0; back--) {
            moments.add(now.minus(WEEK.multipliedBy(back)));
        }
        Diagnosing diagnosing = inForce.diagnosing();
        List<DiagnosisAnswer> items = new ArrayList<>();
        new Replay(diagnosing)
                .tell(
                        log.history(found.id()),
                        moments,
                        (index, then) -> items.add(DiagnosisAnswer.of(
                                then.relationship(), then.diagnosis(), diagnosing.at(then.at()), diagnosing)));
        return new History(items);
    }

    /** A diagnosis as it is, and as it would be. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record WhatIfAnswer(DiagnosisAnswer before, DiagnosisAnswer after, double leaveProbabilityDifference) {}

    /** What would be diagnosed if something had happened, or something else were known. Nothing is stored. */
    @PostMapping({"/relationships/{customer}/what-if", "/relationship/what-if"})
    WhatIfAnswer whatIf(
            @Asked String customer, @RequestParam(required = false) @Nullable String brand, @RequestBody String body) {
        FoundRelationship found = found(customer, brand);
        Instant now = clock.instant();
        Hypothesis hypothesis = Hypothesis.read(body, found, now);
        Diagnosing diagnosing = inForce.diagnosing();
        Relationship before = found.relationship();
        Diagnosing.At at = diagnosing.at(now);
        Diagnosis asIs = at.diagnose(before);
        Relationship after = hypothesis.applied(supposed(found, hypothesis, before, diagnosing), asIs.bond());
        Diagnosing.At market = at.with(
                hypothesis.substitutes(at.situation().substitutes()),
                hypothesis.switchingCost(at.situation().switchingCost()));
        Diagnosis asSupposed = market.diagnose(after);
        return new WhatIfAnswer(
                DiagnosisAnswer.of(before, asIs, at, diagnosing),
                DiagnosisAnswer.of(after, asSupposed, market, diagnosing),
                asSupposed.leaveProbability() - asIs.leaveProbability());
    }

    private Relationship supposed(
            FoundRelationship found, Hypothesis hypothesis, Relationship before, Diagnosing diagnosing) {
        if (hypothesis.events().isEmpty()) {
            return before;
        }
        List<Event> history = new ArrayList<>(log.history(found.id()));
        history.addAll(hypothesis.events());
        return RelationshipFold.replay(history, diagnosing.policy());
    }

    private FoundRelationship found(String customer, @Nullable String brand) {
        return finding.of(customer, brand, Caller.current().brands());
    }

    /** To the minute, so that an answer stays the same for as long, and with it its entity tag. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
