package org.amends.server.recovery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.format.diagnosis.DiagnosisJson;
import org.amends.money.Money;
import org.amends.policy.Element;
import org.amends.recovery.Approval;
import org.amends.server.access.Caller;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.access.Scope;
import org.amends.server.complaint.Cases;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** Plans of cases, for programs. */
@RestController
@RequestMapping("/v1/cases/{reference}")
class PlanApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final Plans plans;
    private final Cases cases;

    PlanApi(Plans plans, Cases cases) {
        this.plans = plans;
        this.cases = cases;
    }

    /** An element as it is asked for; a sum with its currency where it costs money. */
    record AskedElement(
            @Nullable String element,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable Boolean owed) {}

    /** What is chosen, and why otherwise than proposed. */
    record Choice(
            @Nullable List<AskedElement> elements, @Nullable String because) {}

    /** Why not. */
    record Refusal(@Nullable String reason) {}

    /** How the chosen plan stands. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Standing(
            @Nullable String approval,
            @Nullable String approvalBecause,
            @Nullable String otherwiseBecause) {
        static Standing of(Complaint complaint) {
            Complaint.ChosenPlan plan = complaint.plan();
            return plan == null
                    ? new Standing(null, null, null)
                    : new Standing(
                            plan.approval().name().toLowerCase(Locale.ROOT),
                            plan.approvalBecause(),
                            plan.otherwiseBecause());
        }
    }

    @PostMapping("/plan/propose")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Map<String, Object> propose(@PathVariable String reference) {
        Caller caller = Caller.current();
        KeptCase ignored = cases.seen(reference, caller.brands());
        return answer(plans.propose(reference, caller.actor()));
    }

    @GetMapping("/plan")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> latest(@PathVariable String reference) {
        KeptCase kept = cases.seen(reference, Caller.current().brands());
        return answer(plans.latest(kept).orElseThrow(() -> Problem.notFound("plan of case", reference)));
    }

    @PostMapping("/plan/choose")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Standing choose(@PathVariable String reference, @RequestBody Choice choice) {
        Caller caller = Caller.current();
        KeptCase ignored = cases.seen(reference, caller.brands());
        List<AskedElement> asked = choice.elements();
        if (asked == null) {
            throw Problem.invalid("elements", "missing", "List the elements of the plan; an empty list does nothing.");
        }
        List<ChosenElement> elements = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            elements.add(element(asked.get(i), "elements[%d]".formatted(i)));
        }
        return Standing.of(plans.choose(reference, elements, choice.because(), caller.actor(), role(caller))
                .complaint());
    }

    @PostMapping("/plan/approve")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Standing approve(@PathVariable String reference) {
        Caller caller = Caller.current();
        KeptCase ignored = cases.seen(reference, caller.brands());
        return Standing.of(
                plans.approve(reference, caller.actor(), role(caller)).complaint());
    }

    @PostMapping("/plan/refuse")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Standing refuse(@PathVariable String reference, @RequestBody Refusal refusal) {
        Caller caller = Caller.current();
        KeptCase ignored = cases.seen(reference, caller.brands());
        String reason = refusal.reason();
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "missing", "Say why, so that whoever chose it can choose better.");
        }
        return Standing.of(cases.append(
                        reference, List.of(new CaseEvent.PlanRefused(cases.now(caller.actor()), reason.strip())))
                .complaint());
    }

    /** Works a decision out again from what it rested on. */
    @GetMapping("/decisions/{id}/replay")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> replay(@PathVariable String reference, @PathVariable UUID id) {
        KeptCase kept = cases.seen(reference, Caller.current().brands());
        Plans.Replayed replayed = plans.replay(kept, id);
        return Map.of(
                "same",
                replayed.same(),
                "kept",
                JSON.readTree(replayed.kept()),
                "again",
                JSON.readTree(replayed.again()));
    }

    /** By what people are to Amends; a program decides as an agent does, unless it may do everything. */
    static Approval.Role role(Caller caller) {
        boolean leads = caller instanceof Person person
                ? person.is(Role.LEAD) || person.is(Role.ADMIN)
                : caller.may(Scope.ADMIN);
        return leads ? Approval.Role.LEAD : Approval.Role.AGENT;
    }

    private static Map<String, Object> answer(Plans.Proposal proposal) {
        JsonNode plan = JSON.readTree(DiagnosisJson.plan(proposal.plan()));
        return Map.of(
                "decision", proposal.decision(),
                "currency", proposal.currency().getCurrencyCode(),
                "proposal", plan,
                "precedents", precedents(proposal.practice()));
    }

    private static Map<String, @Nullable Object> precedents(Practice practice) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("cases", practice.cases());
        told.put("currency", practice.currency());
        told.put("middle_half_from", practice.least());
        told.put("middle_half_to", practice.most());
        told.put("nearest", practice.nearest().stream().map(PlanApi::precedent).toList());
        return told;
    }

    private static Map<String, @Nullable Object> precedent(Precedent precedent) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("case", precedent.reference());
        told.put("points", precedent.points());
        told.put("answered_at", precedent.answeredAt());
        told.put("failures", precedent.failures());
        told.put("granted", precedent.granted());
        told.put("sum", precedent.sum());
        told.put("currency", precedent.currency());
        told.put("accepted", precedent.accepted());
        told.put("resolved", precedent.resolved());
        return told;
    }

    private static ChosenElement element(AskedElement asked, String place) {
        String name = asked.element();
        if (name == null || Element.named(name) == null) {
            throw Problem.invalid(place + ".element", "\"%s\"".formatted(name), "Maybe refund, apology or credit.");
        }
        BigDecimal amount = asked.amount();
        Money money = null;
        if (amount != null) {
            if (amount.signum() < 0) {
                throw Problem.invalid(place + ".amount", amount.toPlainString(), "Give what is paid, not less than 0.");
            }
            money = Money.of(currency(asked.currency(), place), amount);
        }
        return new ChosenElement(name, money, Boolean.TRUE.equals(asked.owed()));
    }

    private static Currency currency(@Nullable String code, String place) {
        try {
            return Currency.getInstance(code == null ? Money.UNNAMED_CURRENCY.getCurrencyCode() : code);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid(place + ".currency", "\"%s\"".formatted(code), "Give an ISO 4217 code, such as EUR.");
        }
    }
}
