package org.amends.server.casework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.policy.Element;
import org.amends.recovery.Approval;
import org.amends.server.access.Caller;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.complaint.Refusals;
import org.amends.server.letter.PlannedRemedies;
import org.amends.server.recovery.Plans;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms with which a plan is worked out, chosen, approved and carried out. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_write')")
@RequestMapping("/cases/{reference}/plan")
class PlanForms {

    private static final String PLACE = "plan";

    private final CaseActs acts;
    private final Plans plans;

    PlanForms(CaseActs acts, Plans plans) {
        this.acts = acts;
        this.plans = plans;
    }

    @PostMapping("/proposed")
    String propose(@PathVariable String reference) {
        return acts.deed(reference, PLACE, (kept, caller) -> {
            var ignored = plans.propose(reference, caller.actor());
        });
    }

    @PostMapping
    String choose(
            @PathVariable String reference,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> element,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(required = false) @Nullable String why) {
        return acts.deed(reference, PLACE, (kept, caller) -> {
            ProposedPlan proposal = plans.latest(kept).map(ProposedPlan::of).orElse(null);
            List<ChosenElement> chosen = chosen(element, typed, currency, proposal);
            if (chosen.stream().anyMatch(PlannedRemedies::lacksSum)) {
                // Later the letter would stop at it, where nobody thinks of the plan.
                throw Refusals.because("SUM_MISSING", "Money is chosen without a sum. Say how much.");
            }
            var ignored = plans.choose(reference, chosen, why, caller.actor(), role(caller));
        });
    }

    /** In the order of the recommendation; what is owed by it is in, whatever the form says. */
    private static List<ChosenElement> chosen(
            List<String> names, Map<String, String> typed, String currency, @Nullable ProposedPlan proposal) {
        Set<String> all = new LinkedHashSet<>();
        if (proposal != null) {
            proposal.elements().stream()
                    .filter(line -> line.owed() || names.contains(line.element()))
                    .forEach(line -> all.add(line.element()));
        }
        names.stream().filter(each -> !each.isBlank()).forEach(all::add);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a plan needs an element.");
        }
        List<ChosenElement> chosen = new ArrayList<>();
        for (String name : all) {
            String word = Element.valueOf(name.toUpperCase(Locale.ROOT)).word();
            ProposedPlan.Line line = proposal == null ? null : proposal.line(word);
            chosen.add(new ChosenElement(
                    word, AskedValues.money(typed.get("amount." + word), currency), line != null && line.owed()));
        }
        return chosen;
    }

    private static Approval.Role role(Caller caller) {
        boolean lead = caller instanceof Person person && (person.is(Role.LEAD) || person.is(Role.ADMIN));
        return lead ? Approval.Role.LEAD : Approval.Role.AGENT;
    }

    @PostMapping("/approved")
    String approve(@PathVariable String reference) {
        return acts.deed(reference, PLACE, (kept, caller) -> {
            var ignored = plans.approve(reference, caller.actor(), role(caller));
        });
    }

    @PostMapping("/refused")
    String refuse(@PathVariable String reference, @RequestParam String reason) {
        return acts.happen(
                reference, PLACE, (state, by) -> List.of(new CaseEvent.PlanRefused(by, AskedValues.text(reason))));
    }

    @PostMapping("/done")
    String done(@PathVariable String reference, @RequestParam String element, @RequestParam String proof) {
        return acts.happen(reference, PLACE, (state, by) -> List.of(done(state, by, element, proof)));
    }

    private static CaseEvent done(Complaint state, CaseHeader by, String element, String proof) {
        Complaint.ChosenPlan plan = state.plan();
        ChosenElement chosen = plan == null
                ? null
                : plan.elements().stream()
                        .filter(each -> each.element().equals(element))
                        .findFirst()
                        .orElse(null);
        return new CaseEvent.ElementDone(by, element, chosen == null ? null : chosen.amount(), AskedValues.text(proof));
    }
}
