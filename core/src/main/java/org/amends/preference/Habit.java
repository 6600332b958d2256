package org.amends.preference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the purchases of a household suggest about one need: a belief about the share of telling purchases that honour it, and a
 * verdict.
 *
 * <p>Telling purchases are those that support or contradict. The prior is Beta(1, 1), the uniform prior of Bayes and Laplace: every
 * share is as likely as every other before anything was bought, so that after n purchases without a counter-example the lower
 * bound that holds with 95 % is 0.05 to the power of 1/(n+1).
 *
 * @param need which need
 * @param verdict what may be made of it
 * @param ground why the verdict is what it is
 * @param purchases how often the household bought anything, telling or not
 * @param share the belief about the share of telling purchases that honour the need
 * @param supporting what supports it, signs first
 * @param contradicting what goes against it
 */
public record Habit(
        Need need,
        Verdict verdict,
        Ground ground,
        long purchases,
        Beta share,
        List<JudgedPurchase> supporting,
        List<JudgedPurchase> contradicting) {

    /** Below this many purchases nothing is inferred: a fortnight of shopping shows what was on offer, not who eats. Chosen. */
    public static final int LEAST_PURCHASES = 15;

    /**
     * From this many purchases on an inference can be confident. Chosen: with one article in twenty meat or fish for a household
     * that eats some, eighty purchases without any come about in 0.95 to the power of 80, less than 2 % of such households.
     */
    public static final int CONFIDENT_PURCHASES = 80;

    /** This many signs are needed for confidence: one can be a gift, two a try. Chosen. */
    public static final int CONFIDENT_SIGNS = 3;

    /** A habit is meant to be kept in this share of telling purchases; less is a taste. Chosen. */
    public static final double KEPT_SHARE = 0.9;

    /**
     * The belief that the habit is kept must reach this. Chosen, as is usual for one-sided bounds; without a counter-example it
     * takes 28 telling purchases, since 0.9 to the power of 29 is 0.047.
     */
    public static final double CONFIDENCE = 0.95;

    /** One counter-example among many purchases can be for a guest; a second one makes the household mixed. Chosen. */
    public static final int MOST_COUNTER_EXAMPLES = 1;

    /** Its absence from a basket is no sign of an illness or a conviction: most people rarely buy peanuts, celery or alcohol. */
    private static final Set<Need> NEVER_INFERRED = neverInferred();

    /** What may be made of a habit. */
    public enum Verdict {
        /** Nothing: it must not weigh in any decision. */
        NONE,
        /** Ask before going against it. */
        POSSIBLE,
        /** Block what clearly goes against it, ask about what is hidden. */
        CONFIDENT
    }

    /** Why a verdict is what it is. */
    public enum Ground {
        /** Such a need is stated or not known: allergies, no alcohol. */
        NEVER_INFERRED,
        /** Fewer than {@link #LEAST_PURCHASES}. */
        TOO_FEW_PURCHASES,
        /** Some in the household go by it and some do not. */
        MIXED_HOUSEHOLD,
        /** Nothing goes against it, but nothing speaks for it either. */
        MERE_ABSENCE,
        /** One counter-example among many signs. */
        ONE_COUNTER_EXAMPLE,
        /** Nothing goes against it, but it is too little to be sure. */
        NOT_ENOUGH_EVIDENCE,
        /** Many purchases, signs among them, and no counter-example. */
        KEPT_THROUGHOUT
    }

    public Habit {
        supporting = List.copyOf(supporting);
        contradicting = List.copyOf(contradicting);
    }

    /** What these purchases of one household suggest. A product may be named several times. */
    public static Habit of(Need need, Collection<JudgedPurchase> purchases) {
        List<JudgedPurchase> supporting = new ArrayList<>(bearing(Bearing.SIGN, purchases));
        long signs = times(supporting);
        supporting.addAll(bearing(Bearing.SUPPORT, purchases));
        List<JudgedPurchase> contradicting = bearing(Bearing.CONTRADICTION, purchases);
        Beta share = new Beta(1.0 + times(supporting), 1.0 + times(contradicting));
        long all = times(purchases);
        Ground ground = ground(need, all, signs, times(contradicting), share);
        return new Habit(need, verdict(ground, need, times(supporting)), ground, all, share, supporting, contradicting);
    }

    private static Ground ground(Need need, long all, long signs, long contradicting, Beta share) {
        if (NEVER_INFERRED.contains(need)) {
            return Ground.NEVER_INFERRED;
        }
        if (all < LEAST_PURCHASES) {
            return Ground.TOO_FEW_PURCHASES;
        }
        boolean much = all >= CONFIDENT_PURCHASES && signs >= CONFIDENT_SIGNS && kept(share) >= CONFIDENCE;
        if (contradicting > 0) {
            return much && contradicting <= MOST_COUNTER_EXAMPLES ? Ground.ONE_COUNTER_EXAMPLE : Ground.MIXED_HOUSEHOLD;
        }
        if (signs == 0) {
            return Ground.MERE_ABSENCE;
        }
        return much ? Ground.KEPT_THROUGHOUT : Ground.NOT_ENOUGH_EVIDENCE;
    }

    /** Pork alone is asked about when it is merely absent, where other meat is bought. */
    private static Verdict verdict(Ground ground, Need need, long supporting) {
        return switch (ground) {
            case NEVER_INFERRED, TOO_FEW_PURCHASES, MIXED_HOUSEHOLD -> Verdict.NONE;
            case MERE_ABSENCE ->
                need == Need.NO_PORK && supporting >= CONFIDENT_SIGNS ? Verdict.POSSIBLE : Verdict.NONE;
            case ONE_COUNTER_EXAMPLE, NOT_ENOUGH_EVIDENCE -> Verdict.POSSIBLE;
            case KEPT_THROUGHOUT -> Verdict.CONFIDENT;
        };
    }

    /** The probability that the habit is kept, in {@link #KEPT_SHARE} of telling purchases or more. */
    public double confidence() {
        return kept(share);
    }

    /** The share of telling purchases that honour the need is at least this, with a probability of {@link #CONFIDENCE}. */
    public double lowerBound() {
        return share.quantile(1 - CONFIDENCE);
    }

    /** What it comes to; null when nothing may be inferred. */
    public @Nullable InferredPreference inferred() {
        return verdict == Verdict.NONE ? null : new InferredPreference(this);
    }

    private static double kept(Beta share) {
        return 1 - share.atMost(KEPT_SHARE);
    }

    private static List<JudgedPurchase> bearing(Bearing bearing, Collection<JudgedPurchase> purchases) {
        return purchases.stream()
                .filter(it -> it.bearing() == bearing && it.times() > 0)
                .toList();
    }

    private static long times(Collection<JudgedPurchase> purchases) {
        return purchases.stream().mapToLong(JudgedPurchase::times).sum();
    }

    private static Set<Need> neverInferred() {
        Set<Need> needs = EnumSet.of(Need.NO_ALCOHOL);
        for (Need need : Need.values()) {
            if (need.isAllergy()) {
                needs.add(need);
            }
        }
        return needs;
    }
}
