package org.amends.slip;

import java.util.Comparator;
import java.util.List;

/**
 * Whether an act may be done, and why not.
 *
 * @param verdict the strictest of its reasons; allowed where there is none
 * @param reasons the strictest first, then in order of the rules
 */
public record SlipAnswer(Verdict verdict, List<SlipReason> reasons) {

    private static final Comparator<SlipReason> STRICTEST_FIRST = Comparator.comparing(SlipReason::verdict)
            .reversed()
            .thenComparing(SlipReason::rule)
            .thenComparing(SlipReason::evidence);

    public SlipAnswer {
        reasons = List.copyOf(reasons);
    }

    static SlipAnswer of(List<SlipReason> reasons) {
        return new SlipAnswer(
                reasons.stream().map(SlipReason::verdict).reduce(Verdict.ALLOW, Verdict::or),
                reasons.stream().sorted(STRICTEST_FIRST).toList());
    }
}
