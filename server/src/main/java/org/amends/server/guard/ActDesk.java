package org.amends.server.guard;

import java.time.InstantSource;
import org.amends.guard.act.ActGuard;
import org.amends.guard.act.AskedAct;
import org.amends.guard.substitution.CandidateVerdict;
import org.amends.server.access.BrandScope;
import org.amends.slip.SlipFacts;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of an act whether it may be done, by what is known of the customer now and what the request tells besides. */
@Component
final class ActDesk {

    private final CustomerLookup lookup;
    private final CustomerFacts facts;
    private final InstantSource clock;

    ActDesk(CustomerLookup lookup, CustomerFacts facts, InstantSource clock) {
        this.lookup = lookup;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Who asks what.
     *
     * @param customer as the request names them; null where it names none
     * @param known what came of looking them up; null where the request names none
     */
    record Question(
            AskedAct asked,
            @Nullable String customer,
            @Nullable KnownCustomer known) {}

    private sealed interface Facts {
        record Found(SlipFacts facts) implements Facts {}

        record Unreadable() implements Facts {}
    }

    /** The verdict, with a question where it would have allowed and something is not known or the time is up. */
    CandidateVerdict verdict(Question question, BrandScope seen, Deadline deadline) {
        CandidateVerdict verdict = judged(question, seen, deadline);
        return verdict.verdict() == Verdict.ALLOW && deadline.hasPassed()
                ? Caution.DEADLINE_PASSED.on(verdict)
                : verdict;
    }

    private CandidateVerdict judged(Question question, BrandScope seen, Deadline deadline) {
        AskedAct asked = question.asked();
        String customer = question.customer();
        if (customer == null) {
            return judged(asked, null);
        }
        return switch (question.known()) {
            case null -> Caution.CUSTOMER_UNREADABLE.on(judged(asked, null));
            case KnownCustomer.Unreadable ignored -> Caution.CUSTOMER_UNREADABLE.on(judged(asked, null));
            case KnownCustomer.Unknown ignored -> {
                CandidateVerdict byRequest = judged(asked, null);
                yield asked.told().isGiven() ? byRequest : Caution.CUSTOMER_UNKNOWN.on(byRequest);
            }
            case KnownCustomer.Found ignored ->
                switch (lookup.<Facts>within(
                        deadline, () -> new Facts.Found(facts.of(customer, seen)), new Facts.Unreadable())) {
                    case Facts.Found(SlipFacts known) -> judged(asked, known);
                    case Facts.Unreadable unreadable -> Caution.CUSTOMER_UNREADABLE.on(judged(asked, null));
                };
        };
    }

    /** At the moment by the server's clock, whatever the request says. */
    private CandidateVerdict judged(AskedAct asked, @Nullable SlipFacts known) {
        return ActGuard.judge(asked, known, clock.instant());
    }
}
