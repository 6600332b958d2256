package org.amends.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amends.policy.Element;
import org.amends.policy.Policy;
import org.amends.relationship.Answer;
import org.amends.relationship.Plight;
import org.jspecify.annotations.Nullable;

/**
 * Works out what to do about a relationship. What is owed comes first and is never weighed; what is given on top is. The same policy
 * and plight give the same plan, to the byte.
 */
public final class Planner {

    private static final Set<Element> WORDS = Set.of(
            Element.APOLOGY, Element.PERSONAL_APOLOGY, Element.EXPLANATION, Element.VOICE, Element.PROCESS_FIX_REPORT);

    private final Policy policy;

    /** A planner with the numbers of this policy. */
    public Planner(Policy policy) {
        this.policy = policy;
    }

    /** What to do. */
    public Plan plan(Plight plight) {
        List<PlanElement> owed = Owed.of(policy, plight.grievances(), plight.over());
        boolean parts = parts(plight);
        Valuation valuation = new Valuation(policy, plight);
        List<Candidate> candidates = candidates(plight, owed, valuation);
        Candidate chosen = parts ? parting(plight, owed, valuation) : candidates.getFirst();
        List<RejectedPlan> rejected = new ArrayList<>();
        if (parts) {
            rejected.add(candidates.getFirst().rejected(PlanReason.WIN_BACK_HURTS));
        }
        for (Candidate other : candidates.subList(1, candidates.size())) {
            if (!other.elements().equals(chosen.elements())) {
                rejected.add(other.rejected(why(other, chosen)));
            }
        }
        rejected.sort(
                Comparator.comparingDouble((RejectedPlan each) -> -each.effect().worth()));
        return new Plan(
                parts,
                chosen.elements(),
                chosen.effect(),
                reasonsFor(chosen),
                reasonsAgainst(plight, chosen, parts),
                rejected,
                new Exclusions(policy, plight).of(parts));
    }

    private enum Kind {
        WITH_MONEY_ON_TOP,
        WITHOUT_MONEY_ON_TOP,
        OWED_ONLY,
        APOLOGY_ONLY,
        MONEY_ONLY,
        PARTING
    }

    private record Candidate(Kind kind, List<PlanElement> elements, PlanEffect effect) {
        RejectedPlan rejected(PlanReason reason) {
            return new RejectedPlan(
                    kind.name().toLowerCase(Locale.ROOT), elements, Plan.cost(elements), effect, reason);
        }
    }

    /** The recovery first, then its alternatives. */
    private List<Candidate> candidates(Plight plight, List<PlanElement> owed, Valuation valuation) {
        Gestures gestures = new Gestures(policy, plight);
        List<PlanElement> words = joined(owed, gestures.withoutMoney());
        PlanElement money = gestures.money();
        Candidate plain = candidate(Kind.WITHOUT_MONEY_ON_TOP, plight, words, valuation);
        List<Candidate> all = new ArrayList<>();
        if (money == null) {
            all.add(plain);
        } else {
            Candidate generous = candidate(Kind.WITH_MONEY_ON_TOP, plight, joined(words, List.of(money)), valuation);
            all.add(generous);
            all.add(plain);
        }
        alternative(all, Kind.OWED_ONLY, plight, owed, valuation);
        alternative(
                all,
                Kind.APOLOGY_ONLY,
                plight,
                words.stream().filter(each -> WORDS.contains(each.element())).toList(),
                valuation);
        alternative(all, Kind.MONEY_ONLY, plight, moneyOf(all.getFirst()), valuation);
        return all;
    }

    private static List<PlanElement> moneyOf(Candidate candidate) {
        return candidate.elements().stream()
                .filter(each -> each.owed() || each.amount() != null)
                .toList();
    }

    private void alternative(
            List<Candidate> all, Kind kind, Plight plight, List<PlanElement> elements, Valuation valuation) {
        if (!elements.isEmpty()) {
            all.add(candidate(kind, plight, elements, valuation));
        }
    }

    private static Candidate candidate(Kind kind, Plight plight, List<PlanElement> elements, Valuation valuation) {
        return new Candidate(kind, Sequence.of(plight, elements), valuation.of(elements));
    }

    private Candidate parting(Plight plight, List<PlanElement> owed, Valuation valuation) {
        List<PlanElement> gestures = new ArrayList<>();
        if (!plight.grievances().isEmpty()) {
            offer(gestures, Element.PERSONAL_APOLOGY, PlanReason.PARTING);
            offer(gestures, Element.EXPLANATION, PlanReason.PARTING);
        }
        if (plight.vulnerable()) {
            offer(gestures, Element.HUMAN_CONTACT, PlanReason.VULNERABLE);
        }
        offer(gestures, Element.NAMED_CONTACT, PlanReason.PARTING);
        offer(gestures, Element.CLEAN_EXIT, PlanReason.PARTING);
        return candidate(Kind.PARTING, plight, joined(owed, gestures), valuation);
    }

    private void offer(List<PlanElement> gestures, Element wanted, PlanReason reason) {
        Element offered = Gestures.offered(policy, wanted);
        if (offered != null) {
            gestures.add(new PlanElement(offered, null, false, reason));
        }
    }

    /** A case may know of a vulnerability that the history does not: nobody vulnerable is parted from while they are there. */
    private static boolean parts(Plight plight) {
        return plight.diagnosis().answer() == Answer.PART && (plight.over() || !plight.vulnerable());
    }

    private static PlanReason why(Candidate other, Candidate chosen) {
        return switch (other.kind()) {
            case APOLOGY_ONLY -> PlanReason.LOSS_STANDS;
            case MONEY_ONLY -> PlanReason.PERSON_HURT;
            case WITH_MONEY_ON_TOP -> PlanReason.NOT_WORTH_ITS_COST;
            case WITHOUT_MONEY_ON_TOP -> PlanReason.EXPECTATION;
            case OWED_ONLY, PARTING ->
                other.effect().worth() < chosen.effect().worth()
                        ? PlanReason.LESS_EFFECT
                        : PlanReason.NOT_WORTH_ITS_COST;
        };
    }

    private static List<PlanReason> reasonsFor(Candidate chosen) {
        return chosen.elements().stream().map(PlanElement::reason).distinct().toList();
    }

    private List<PlanReason> reasonsAgainst(Plight plight, Candidate chosen, boolean parts) {
        List<PlanReason> against = new ArrayList<>();
        if (chosen.effect().worth() < 0) {
            against.add(PlanReason.NOT_WORTH_ITS_COST);
        }
        if (parts && plight.vulnerable()) {
            against.add(PlanReason.VULNERABLE);
        }
        boolean manyApologies = plight.grievances().stream()
                        .filter(each -> each.failedRecovery())
                        .count()
                > 1;
        if (manyApologies) {
            against.add(PlanReason.WORDS_WORN_OUT);
        }
        return against;
    }

    private static List<PlanElement> joined(List<PlanElement> some, List<PlanElement> more) {
        List<PlanElement> all = new ArrayList<>(some);
        for (PlanElement each : more) {
            if (!contains(all, each.element())) {
                all.add(each);
            }
        }
        return all;
    }

    private static boolean contains(List<PlanElement> all, @Nullable Element element) {
        return all.stream().anyMatch(each -> each.element() == element);
    }
}
