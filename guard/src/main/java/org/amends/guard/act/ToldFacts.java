package org.amends.guard.act;

import java.time.Instant;
import java.util.List;
import org.amends.preference.StatedPreference;
import org.amends.slip.LoyaltyPrice;
import org.amends.slip.OpenPromise;
import org.jspecify.annotations.Nullable;

/**
 * What a request tells of a customer. Null is what it does not tell, which is something else than that there is none.
 *
 * @param isGiven whether the request tells facts at all
 * @param now at which moment the act is to be done
 * @param openComplaints since when complaints are open
 * @param mourningUntil until when the customer is in mourning, exclusive; null where they are not, too: mourning may be among
 *     what they stated as well
 * @param parted whether the relationship was ended
 * @param stated what the customer stated and what holds
 * @param promises what was promised and is open
 * @param loyaltyPrices prices that were promised to them
 */
public record ToldFacts(
        boolean isGiven,
        @Nullable Instant now,
        @Nullable List<Instant> openComplaints,
        @Nullable Instant mourningUntil,
        @Nullable Boolean parted,
        @Nullable List<StatedPreference> stated,
        @Nullable List<OpenPromise> promises,
        @Nullable List<LoyaltyPrice> loyaltyPrices) {

    public ToldFacts {
        openComplaints = openComplaints == null ? null : List.copyOf(openComplaints);
        stated = stated == null ? null : List.copyOf(stated);
        promises = promises == null ? null : List.copyOf(promises);
        loyaltyPrices = loyaltyPrices == null ? null : List.copyOf(loyaltyPrices);
    }
}
