package org.amends.server.automation.run;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.amends.complaint.Complaint;
import org.amends.deadline.Regime;
import org.amends.server.automation.rule.CaseFacts;
import org.amends.server.automation.rule.CaseField;
import org.amends.server.automation.rule.Rule;
import org.amends.server.deadline.ClockRules;
import org.springframework.stereotype.Component;

/** Gathers what the conditions of a rule look at. */
@Component
final class RuleFacts {

    private final ClockRules clocks;

    RuleFacts(ClockRules clocks) {
        this.clocks = clocks;
    }

    /** Of a case in this state, at this moment. */
    CaseFacts of(Rule rule, Complaint state, Instant now) {
        boolean asked = rule.conditions().stream().anyMatch(each -> each.field() == CaseField.REGIME);
        Set<String> regimes =
                asked ? clocks.of(state).regimes().stream().map(Regime::name).collect(Collectors.toSet()) : Set.of();
        return new CaseFacts(state, regimes, now);
    }
}
