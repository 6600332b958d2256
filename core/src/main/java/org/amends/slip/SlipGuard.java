package org.amends.slip;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.amends.slip.IntendedAct.ToCharge;
import org.amends.slip.IntendedAct.ToContact;
import org.amends.slip.IntendedAct.ToWait;
import org.jspecify.annotations.Nullable;

/**
 * Says of an act whether it would betray what the customer said or was told. Whatever is doubtful is asked.
 *
 * @param lead how long before a promise falls due it is warned of
 * @param staleComplaint from which age on an open complaint is only asked about: more likely than not nobody recorded its end
 */
public record SlipGuard(Duration lead, Duration staleComplaint) {

    /** A day to keep a promise in; complaints that were open for a year are stale. Chosen. */
    public static final SlipGuard USUAL = new SlipGuard(Duration.ofDays(1), Duration.ofDays(365));

    public SlipGuard {
        if (lead.isNegative()) {
            throw new IllegalArgumentException("lead must not be negative but was %s.".formatted(lead));
        }
        if (staleComplaint.isNegative()) {
            throw new IllegalArgumentException(
                    "staleComplaint must not be negative but was %s.".formatted(staleComplaint));
        }
    }

    /** Whether the act may be done at this moment. */
    public SlipAnswer judge(SlipFacts facts, IntendedAct act, Instant now) {
        return SlipAnswer.of(
                switch (act) {
                    case ToContact contact -> new ContactRules(facts, contact, now, staleComplaint).reasons();
                    case ToCharge charge -> prices(facts, charge, now);
                    case ToWait ignored -> promises(facts, now);
                });
    }

    private List<SlipReason> promises(SlipFacts facts, Instant now) {
        List<SlipReason> reasons = new ArrayList<>();
        for (OpenPromise promise : facts.promises()) {
            Instant due = promise.due();
            if (due == null || due.isAfter(now.plus(lead))) {
                continue;
            }
            boolean over = due.isBefore(now);
            reasons.add(new SlipReason(
                    over ? Verdict.BLOCK : Verdict.ASK,
                    over ? SlipRule.PROMISE_OVERDUE : SlipRule.PROMISE_DUE_SOON,
                    "Promise %s%s %s due at %s and is not known to be kept."
                            .formatted(promise.ref(), made(promise.madeAt()), over ? "was" : "is", due)));
        }
        return reasons;
    }

    private static String made(@Nullable Instant at) {
        return at == null ? "" : ", made on %s,".formatted(day(at));
    }

    private static List<SlipReason> prices(SlipFacts facts, ToCharge charge, Instant now) {
        List<SlipReason> reasons = new ArrayList<>();
        for (LoyaltyPrice promised : facts.loyaltyPrices()) {
            if (!promised.product().equals(charge.product()) || !promised.holdsAt(now)) {
                continue;
            }
            boolean comparable =
                    promised.price().currency().equals(charge.price().currency());
            if (!comparable || charge.price().minorUnits() > promised.price().minorUnits()) {
                reasons.add(new SlipReason(
                        comparable ? Verdict.BLOCK : Verdict.ASK,
                        SlipRule.LOYALTY_PRICE_LOST,
                        "%s was promised for %s; it would be charged %s."
                                .formatted(charge.product(), promised.price(), charge.price())));
            }
        }
        return reasons;
    }

    static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
