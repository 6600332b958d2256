package org.amends.server.guard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amends.guard.substitution.Candidate;
import org.amends.guard.substitution.CandidateVerdict;
import org.amends.guard.substitution.Product;
import org.amends.guard.substitution.Reason;
import org.amends.guard.substitution.SubstitutionRequest;
import org.amends.slip.IntendedAct;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A question to the guard to which not everything was allowed, as the ledger keeps it.
 *
 * @param at when it was answered, UTC
 * @param brand empty where the company has one only, or where it is not known
 * @param request its id as the caller gave it
 * @param customer as the caller names them; null where the request names none
 * @param relationship the number of the relationship; null where none is known
 * @param ordered the name of what was ordered; null where nothing was
 * @param best the place of the best candidate; null where none is
 * @param candidates all of them, in the order of the request
 */
record NearMiss(
        Instant at,
        String brand,
        String request,
        @Nullable String customer,
        @Nullable Long relationship,
        @Nullable String ordered,
        @Nullable Integer best,
        List<Judged> candidates) {

    private static final int LONGEST = 500;

    NearMiss {
        candidates = List.copyOf(candidates);
    }

    /** A candidate with its verdict. */
    record Judged(String id, String name, @Nullable BigDecimal price, Verdict verdict, List<Reason> reasons) {
        Judged {
            reasons = List.copyOf(reasons);
        }

        boolean isMissed() {
            return verdict != Verdict.ALLOW;
        }

        /** The rules that it runs against, each once. */
        List<String> rules() {
            return reasons.stream()
                    .map(each -> kept(each.rule()).replace(' ', '_'))
                    .distinct()
                    .toList();
        }
    }

    /**
     * What is kept of a question.
     *
     * @param brand of the customer, or of the caller who asks for one only
     */
    static NearMiss of(Answered answered, String brand, Instant at) {
        SubstitutionRequest request = answered.request();
        List<Judged> candidates = new ArrayList<>();
        Integer best = null;
        for (int i = 0; i < request.candidates().size(); i++) {
            Candidate candidate = request.candidates().get(i);
            CandidateVerdict verdict = answered.answer().verdicts().get(i);
            candidates.add(new Judged(
                    kept(candidate.id()),
                    kept(candidate.product().name()),
                    candidate.product().price(),
                    verdict.verdict(),
                    verdict.reasons()));
            if (best == null && candidate.id().equals(answered.answer().best())) {
                best = i;
            }
        }
        IntendedAct act = answered.act();
        if (act != null && !(act instanceof IntendedAct.ToWait)) {
            candidates.add(judged(act, answered.answer().verdicts().getLast()));
        }
        Product ordered = request.ordered();
        KnownCustomer.Found known = answered.known();
        String customer = answered.customer();
        return new NearMiss(
                at,
                brand,
                kept(request.id()),
                customer == null ? null : kept(customer),
                known == null ? null : known.relationship(),
                ordered == null ? null : kept(ordered.name()),
                best,
                candidates);
    }

    private static Judged judged(IntendedAct act, CandidateVerdict verdict) {
        String name = switch (act) {
            case IntendedAct.ToContact contact ->
                "contact: " + contact.purpose().name().toLowerCase(Locale.ROOT);
            case IntendedAct.ToCharge charge -> "price: " + charge.product();
            case IntendedAct.ToWait ignored -> "promise_check";
        };
        return new Judged(verdict.id(), kept(name), null, verdict.verdict(), verdict.reasons());
    }

    /** Text that the database takes, and no longer than a line. */
    static String kept(String text) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints()
                .limit(LONGEST)
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
