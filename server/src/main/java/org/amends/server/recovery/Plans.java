package org.amends.server.recovery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.format.diagnosis.DiagnosisJson;
import org.amends.money.Money;
import org.amends.policy.Element;
import org.amends.policy.Policy;
import org.amends.recovery.Approval;
import org.amends.recovery.Plan;
import org.amends.recovery.PlanElement;
import org.amends.recovery.PlanReason;
import org.amends.recovery.Planner;
import org.amends.relationship.Plight;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.amends.relationship.Situation;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.Refusals;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.KeptStates;
import org.amends.server.policy.Policies;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Proposes plans of cases, takes what a person chooses instead, and works decisions out again. */
@Component
public final class Plans {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Cases cases;
    private final Decisions decisions;
    private final Precedents precedents;
    private final DiagnosisInForce diagnosis;
    private final Policies policies;
    private final JdbcClient database;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Plans(
            Cases cases,
            Decisions decisions,
            Precedents precedents,
            DiagnosisInForce diagnosis,
            Policies policies,
            JdbcClient database,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.decisions = decisions;
        this.precedents = precedents;
        this.diagnosis = diagnosis;
        this.policies = policies;
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A proposal.
     *
     * @param decision its id
     * @param plight what it rests on
     * @param plan what to do
     * @param currency of its amounts
     * @param practice what like cases had got when it was made
     */
    public record Proposal(UUID decision, Plight plight, Plan plan, Currency currency, Practice practice) {}

    /**
     * Works out a plan for a case and keeps it with all that it was worked out from.
     *
     * @param actor who asks for it
     */
    public Proposal propose(String reference, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            KeptCase kept = cases.find(reference).orElseThrow(() -> Problem.notFound("case", reference));
            Diagnosing diagnosing = diagnosis.diagnosing();
            Inputs inputs = inputs(kept, diagnosing);
            Plight plight = inputs.plight(diagnosing.policy());
            Plan plan = new Planner(diagnosing.policy()).plan(plight);
            UUID id = UUID.randomUUID();
            decisions.keep(new Decisions.Decision(
                    id,
                    kept.id(),
                    inputs.now(),
                    diagnosing.policy().version(),
                    JSON.writeValueAsString(inputs),
                    answer(inputs, diagnosing.policy(), plight, plan)));
            KeptCase ignored =
                    cases.append(reference, List.of(new CaseEvent.PlanProposed(cases.now(actor), id.toString())));
            return proposal(id, plight, plan, currency(kept.complaint(), relationship(inputs, diagnosing)), inputs);
        }));
    }

    /** The latest proposal, worked out again from what it rested on; empty when there is none, or its inputs are erased. */
    public Optional<Proposal> latest(KeptCase kept) {
        String proposal = kept.complaint().proposal();
        return proposal == null ? Optional.empty() : again(kept, UUID.fromString(proposal));
    }

    private Optional<Proposal> again(KeptCase kept, UUID id) {
        return decisions.find(id).filter(each -> !each.facts().equals("{}")).map(decision -> {
            Policy policy = policy(decision.policyVersion());
            Inputs inputs = JSON.readValue(decision.facts(), Inputs.class);
            Plight plight = inputs.plight(policy);
            Relationship relationship = new KeptStates(policy).read(inputs.state());
            return proposal(
                    id, plight, new Planner(policy).plan(plight), currency(kept.complaint(), relationship), inputs);
        });
    }

    private static Proposal proposal(UUID id, Plight plight, Plan plan, Currency currency, Inputs inputs) {
        return new Proposal(id, plight, plan, currency, Objects.requireNonNullElse(inputs.practice(), Practice.NONE));
    }

    /**
     * What was decided, and what the same inputs give now under the same policy.
     *
     * @param kept as it was worked out then
     * @param again as it is worked out now
     */
    public record Replayed(String kept, String again) {
        /** Whether both are the same, to the byte. */
        public boolean same() {
            return kept.equals(again);
        }
    }

    /**
     * Works a decision out again.
     *
     * @throws Problem 404 when there is no such decision of this case, 410 when its inputs are erased
     */
    public Replayed replay(KeptCase of, UUID id) {
        Decisions.Decision decision = decisions
                .find(id)
                .filter(each -> each.complaint() == of.id())
                .orElseThrow(() -> Problem.notFound("decision", id.toString()));
        if (decision.facts().equals("{}")) {
            throw new Problem(HttpStatus.GONE, "erased", "Erased", "What the decision rested on was erased.");
        }
        Policy policy = policy(decision.policyVersion());
        Inputs inputs = JSON.readValue(decision.facts(), Inputs.class);
        Plight plight = inputs.plight(policy);
        return new Replayed(decision.answer(), answer(inputs, policy, plight, new Planner(policy).plan(plight)));
    }

    /**
     * Chooses a plan. What the proposal says is owed cannot be left out or made smaller, and departing from it needs a reason.
     *
     * @param role of who chooses
     * @param because why it departs from the proposal, or null when it does not
     */
    public KeptCase choose(
            String reference,
            List<ChosenElement> elements,
            @Nullable String because,
            String actor,
            Approval.Role role) {
        return cases.decide(reference, kept -> {
            Optional<Proposal> proposal = latest(kept);
            String why = because == null || because.isBlank() ? null : because.strip();
            proposal.ifPresent(each -> check(each, elements, why));
            Policy policy = diagnosis.diagnosing().policy();
            requireOffered(policy, proposal.map(Plans::elements).orElse(List.of()), elements);
            Approval.Ground ground = Approval.needed(policy, role, planned(elements), loss(kept.complaint()));
            return List.of(new CaseEvent.PlanChosen(
                    cases.now(actor),
                    kept.complaint().proposal(),
                    elements,
                    why,
                    ground == null ? null : ground.name().toLowerCase(java.util.Locale.ROOT)));
        });
    }

    /** Approves what somebody else chose. An agent cannot approve what agents may not give. */
    public KeptCase approve(String reference, String actor, Approval.Role role) {
        return cases.decide(reference, kept -> {
            Complaint.ChosenPlan plan = kept.complaint().plan();
            Policy policy = diagnosis.diagnosing().policy();
            if (plan != null && !Approval.maySecond(policy, role, planned(plan.elements()))) {
                throw Refusals.because("ABOVE_LIMIT", "It is more than an agent may give. Ask a lead to approve it.");
            }
            return List.of(new CaseEvent.PlanApproved(cases.now(actor)));
        });
    }

    /** The elements of a proposal as they would be chosen. */
    public static List<ChosenElement> elements(Proposal proposal) {
        List<ChosenElement> elements = new ArrayList<>();
        for (PlanElement each : proposal.plan().elements()) {
            Double amount = each.amount();
            elements.add(new ChosenElement(
                    each.element().word(),
                    amount == null ? null : Money.of(proposal.currency(), cents(amount)),
                    each.owed()));
        }
        return elements;
    }

    private static void check(Proposal proposal, List<ChosenElement> chosen, @Nullable String because) {
        List<ChosenElement> proposed = elements(proposal);
        for (ChosenElement owed : proposed) {
            if (owed.owed() && !holds(chosen, owed)) {
                throw Problem.invalid(
                        "elements",
                        "without \"%s\" in full".formatted(owed.element()),
                        "It is owed: it can be made larger, not left out. If the facts are wrong, correct what the case says first.");
            }
        }
        if (because == null && !follows(chosen, proposed)) {
            throw Problem.invalid("because", "missing", "Say why you choose otherwise than proposed.");
        }
    }

    /** Whoever says how much is owed, where the proposal could not know it, does not depart from it. */
    private static boolean follows(List<ChosenElement> chosen, List<ChosenElement> proposed) {
        if (chosen.size() != proposed.size()) {
            return false;
        }
        for (int i = 0; i < chosen.size(); i++) {
            ChosenElement asked = proposed.get(i);
            ChosenElement got = chosen.get(i);
            boolean sumSaid = asked.owed() && asked.amount() == null;
            if (!got.equals(sumSaid ? new ChosenElement(asked.element(), got.amount(), true) : asked)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the policy does not offer is no gesture, whoever chooses it, unless the proposal itself holds it.
     *
     * @throws Problem 400 when one is chosen all the same
     */
    static void requireOffered(Policy policy, List<ChosenElement> proposed, List<ChosenElement> chosen) {
        for (ChosenElement each : chosen) {
            boolean offered = policy.remedy(element(each)).offered()
                    || proposed.stream().anyMatch(other -> other.element().equals(each.element()));
            if (!each.owed() && !offered) {
                throw Problem.invalid(
                        "elements",
                        "\"%s\", which the policy does not offer".formatted(each.element()),
                        "Leave it out, or have the policy changed.");
            }
        }
    }

    private static Element element(ChosenElement chosen) {
        return Element.valueOf(chosen.element().toUpperCase(java.util.Locale.ROOT));
    }

    private static boolean holds(List<ChosenElement> chosen, ChosenElement owed) {
        Money least = owed.amount();
        return chosen.stream()
                .filter(each -> each.element().equals(owed.element()) && each.owed())
                .anyMatch(each -> least == null
                        || (each.amount() != null
                                && each.amount().currency().equals(least.currency())
                                && each.amount().compareTo(least) >= 0));
    }

    private static List<PlanElement> planned(List<ChosenElement> elements) {
        return elements.stream()
                .map(each -> {
                    Money amount = each.amount();
                    return new PlanElement(
                            element(each),
                            amount == null ? null : amount.toMainUnits(),
                            each.owed(),
                            each.owed() ? PlanReason.OWED : PlanReason.EXPECTATION);
                })
                .toList();
    }

    private static double loss(Complaint complaint) {
        Money loss = complaint.assessment().loss();
        return loss == null ? 0 : loss.toMainUnits();
    }

    private Inputs inputs(KeptCase kept, Diagnosing diagnosing) {
        byte[] state = database.sql("with recursive up (id, merged_into, state) as ("
                        + "select id, merged_into, state from relationship where id = ?"
                        + " union select r.id, r.merged_into, r.state from up join relationship r on r.id = up.merged_into)"
                        + " select state from up where merged_into is null")
                .param(kept.relationship())
                .query((row, number) -> row.getBytes(1))
                .single();
        Relationship relationship = new KeptStates(diagnosing.policy()).read(state);
        Diagnosing.At at = diagnosing.at(clock.instant());
        Practice practice = precedents.of(kept, currency(kept.complaint(), relationship));
        return Inputs.of(kept.complaint(), state, at.outlook(relationship), at.situation(), practice);
    }

    private static Relationship relationship(Inputs inputs, Diagnosing diagnosing) {
        return new KeptStates(diagnosing.policy()).read(inputs.state());
    }

    private Policy policy(String version) {
        Policy current = diagnosis.diagnosing().policy();
        return current.version().equals(version)
                ? current
                : policies.find(version).policy();
    }

    private static String answer(Inputs inputs, Policy policy, Plight plight, Plan plan) {
        Duration horizon = Situation.QUARTER;
        return new DiagnosisJson(policy.version(), horizon)
                .write(JSON.writeValueAsString(inputs.reference()), plight.diagnosis(), plan);
    }

    /** That of the loss, else that in which the customer buys. */
    private static Currency currency(Complaint complaint, Relationship relationship) {
        Money loss = complaint.assessment().loss();
        Purchases purchases = relationship.purchases();
        return loss != null
                ? loss.currency()
                : purchases == null || purchases.currency() == null ? Money.UNNAMED_CURRENCY : purchases.currency();
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
