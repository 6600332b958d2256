package org.amends.server.complaint.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseFold;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.CaseRules;
import org.amends.complaint.Complaint;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.Refusals;
import org.amends.server.complaint.team.Calls;
import org.amends.server.complaint.team.Fields;
import org.amends.server.complaint.team.Teams;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does things to cases, one after another in one transaction: all of them or none. */
@Component
public final class Acts {

    private static final String ME = "me";

    private final Cases cases;
    private final Teams teams;
    private final Fields fields;
    private final Calls calls;
    private final TransactionTemplate transaction;

    Acts(Cases cases, Teams teams, Fields fields, Calls calls, TransactionTemplate transaction) {
        this.cases = cases;
        this.teams = teams;
        this.fields = fields;
        this.calls = calls;
        this.transaction = transaction;
    }

    /**
     * Who acts.
     *
     * @param actor as the audit log names them
     * @param brands that they may see
     */
    public record By(String actor, BrandScope brands) {

        /** Who asks just now. */
        public static By caller() {
            Caller caller = Caller.current();
            return new By(caller.actor(), caller.brands());
        }
    }

    /** What acts would do: the events, or why not. */
    public record Preview(
            List<CaseEvent> events,
            @Nullable String refusal,
            @Nullable String reason) {
        public Preview {
            events = List.copyOf(events);
        }
    }

    /**
     * Does this to a case.
     *
     * @param version of the case that whoever acts has seen, or null when any will do
     * @return the case afterwards
     * @throws Problem 404 where they may not see it, 412 when it has gone on since, 409 when it does not allow it
     */
    public KeptCase perform(String reference, List<Act> acts, By by, @Nullable Integer version) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<CaseEvent> events = new ArrayList<>();
            KeptCase after = cases.decide(reference, before -> {
                checkSeen(before, by, version);
                events.addAll(events(before, acts, by));
                return events;
            });
            events.forEach(event -> other(event, after, by));
            return after;
        }));
    }

    /** What this would do to a case as it is now. Nothing is done. */
    public Preview preview(String reference, List<Act> acts, By by) {
        try {
            return preview(cases.seen(reference, by.brands()), acts, by);
        } catch (Problem refused) {
            return new Preview(List.of(), name(refused), String.valueOf(refused.getMessage()));
        }
    }

    /** What this would do to a case as it is given, for example as it was some time ago. Nothing is done. */
    public Preview preview(KeptCase kept, List<Act> acts, By by) {
        try {
            List<CaseEvent> events = events(kept, acts, by);
            CaseFold fold = new CaseFold();
            kept.events().forEach(fold::add);
            for (CaseEvent event : events) {
                CaseRules.Refusal refusal = CaseRules.refusal(fold.state(), event);
                if (refusal != null) {
                    return new Preview(List.of(), refusal.name(), Refusals.words(refusal));
                }
                fold.add(event);
            }
            return new Preview(events, null, null);
        } catch (Problem refused) {
            return new Preview(List.of(), name(refused), String.valueOf(refused.getMessage()));
        }
    }

    /**
     * Refuses acts that do not say what they must, or name somebody or something that there is not.
     *
     * @param kept some case; whether it would allow the acts is not asked
     */
    public void check(List<Act> acts, KeptCase kept, By by) {
        List<CaseEvent> events = events(kept, acts, by);
        assert events.size() <= acts.size();
    }

    private static String name(Problem refused) {
        Object members = refused.detail().getProperties();
        return members instanceof java.util.Map<?, ?> map && map.get("refusal") instanceof String refusal
                ? refusal
                : refused.status().name();
    }

    /** How many events a case has had. */
    public int version(String reference) {
        return cases.find(reference)
                .orElseThrow(() -> Problem.notFound("case", reference))
                .complaint()
                .version();
    }

    /** What may be done to a case now, by whom it is asked for. */
    public List<NextSteps.Step> next(Complaint state, String actor) {
        return NextSteps.of(state, cases.now(actor));
    }

    static void checkSeen(KeptCase kept, By by, @Nullable Integer version) {
        Complaint state = kept.complaint();
        if (!by.brands().includes(state.brand())) {
            throw Problem.notFound("case", state.reference());
        }
        if (version != null && version != state.version()) {
            throw new Problem(
                            HttpStatus.PRECONDITION_FAILED,
                            "case-went-on",
                            "The case has gone on",
                            "Case %s is at version %d, not %d; somebody did something to it meanwhile."
                                    .formatted(state.reference(), state.version(), version))
                    .with("version", state.version());
        }
    }

    private List<CaseEvent> events(KeptCase before, List<Act> acts, By by) {
        CaseHeader header = cases.now(by.actor());
        CaseFold fold = new CaseFold();
        before.events().forEach(fold::add);
        List<CaseEvent> events = new ArrayList<>();
        for (Act act : acts) {
            CaseEvent event = ActEvents.of(act, fold.state(), header);
            if (event != null) {
                CaseEvent checked = checked(event, fold.state(), by);
                events.add(checked);
                fold.add(checked);
            }
        }
        return events;
    }

    /** What the rules of all companies do not know: who is there, and what this company's fields are. */
    private CaseEvent checked(CaseEvent event, Complaint state, By by) {
        if (event instanceof CaseEvent.Assigned assigned) {
            return assigned(assigned, state, by);
        }
        if (event instanceof CaseEvent.Noted noted) {
            return new CaseEvent.Noted(
                    noted.header(),
                    noted.note(),
                    noted.text(),
                    calls.called(noted.text(), noted.mentions(), state.brand()));
        }
        if (event instanceof CaseEvent.FieldSet set) {
            fields.check(set.field(), set.value());
        }
        if (event instanceof CaseEvent.Linked linked) {
            if (linked.reference().equals(state.reference())) {
                throw Problem.invalid("reference", "the case itself", "Name another case.");
            }
            KeptCase seen = cases.seen(linked.reference(), by.brands());
            assert seen.id() > 0;
        }
        if (event instanceof CaseEvent.Closed closed && judges(closed.outcome())) {
            List<String> missing = fields.missing(state.fields());
            if (!missing.isEmpty()) {
                throw Refusals.because("FIELD_MISSING", "Fill in first: %s.".formatted(String.join(", ", missing)));
            }
        }
        return event;
    }

    private static boolean judges(CaseOutcome outcome) {
        return switch (outcome) {
            case UPHELD, PARTLY_UPHELD, NOT_UPHELD, PARTED -> true;
            case WITHDRAWN, NO_COMPLAINT, MERGED -> false;
        };
    }

    private CaseEvent.Assigned assigned(CaseEvent.Assigned asked, Complaint state, By by) {
        String owner = ME.equals(asked.owner()) ? by.actor() : asked.owner();
        if (owner != null && !Objects.equals(owner, state.owner()) && !teams.mayOwn(owner, state.brand())) {
            throw Problem.invalid(
                    "owner", "\"%s\"".formatted(owner), "Name a person who signs in and may see the case's brand.");
        }
        String team = asked.team();
        if (team != null && !Objects.equals(team, state.team()) && !teams.has(team)) {
            throw Problem.invalid("team", "\"%s\"".formatted(team), "Name a team that there is.");
        }
        return new CaseEvent.Assigned(asked.header(), owner, team);
    }

    /** A link is seen from both sides. */
    private void other(CaseEvent event, KeptCase here, By by) {
        String reference = here.complaint().reference();
        if (event instanceof CaseEvent.Linked linked) {
            KeptCase ignored = cases.decide(
                    linked.reference(),
                    there -> there.complaint().linked().contains(reference)
                            ? List.of()
                            : List.of(new CaseEvent.Linked(cases.now(by.actor()), reference)));
        } else if (event instanceof CaseEvent.Unlinked unlinked) {
            KeptCase ignored = cases.decide(
                    unlinked.reference(),
                    there -> there.complaint().linked().contains(reference)
                            ? List.of(new CaseEvent.Unlinked(cases.now(by.actor()), reference))
                            : List.of());
        }
    }
}
