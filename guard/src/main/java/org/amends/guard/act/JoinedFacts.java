package org.amends.guard.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.amends.preference.StatedPreference;
import org.amends.relationship.Standing;
import org.amends.slip.LoyaltyPrice;
import org.amends.slip.OpenPromise;
import org.amends.slip.SlipFacts;
import org.jspecify.annotations.Nullable;

/** Joins what is known with what a request tells: whichever speaks against an act counts. */
final class JoinedFacts {

    private JoinedFacts() {}

    static SlipFacts of(SlipFacts known, ToldFacts told, Instant now) {
        List<StatedPreference> stated = joined(known.stated(), told.stated());
        Instant mourning = told.mourningUntil();
        if (mourning != null && now.isBefore(mourning)) {
            stated.add(new StatedPreference.InMourning());
        }
        List<OpenPromise> promises = joined(known.promises(), told.promises());
        List<LoyaltyPrice> prices = joined(known.loyaltyPrices(), told.loyaltyPrices());
        boolean parted = Boolean.TRUE.equals(told.parted()) && known.standing() != Standing.ERASED;
        return new SlipFacts(
                parted ? Standing.PARTED : known.standing(),
                complaint(known.openComplaintSince(), told.openComplaints(), now),
                stated,
                promises,
                prices);
    }

    /** A complaint is open though another clock goes ahead. */
    private static @Nullable Instant complaint(@Nullable Instant known, @Nullable List<Instant> told, Instant now) {
        Stream<Instant> others = told == null ? Stream.of() : told.stream();
        return Stream.concat(Stream.ofNullable(known), others)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(since -> since.isAfter(now) ? now : since)
                .orElse(null);
    }

    private static <T> List<T> joined(List<T> known, @Nullable List<T> told) {
        List<T> all = new ArrayList<>(known);
        if (told != null) {
            told.stream().filter(each -> !all.contains(each)).forEach(all::add);
        }
        return all;
    }
}
