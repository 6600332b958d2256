package org.amends.guard.act;

import java.util.ArrayList;
import java.util.List;
import org.amends.slip.IntendedAct.Purpose;
import org.amends.slip.IntendedAct.ToCharge;
import org.amends.slip.IntendedAct.ToContact;
import org.amends.slip.IntendedAct.ToWait;
import org.jspecify.annotations.Nullable;

/** Finds what would have to be known to allow an act, and is not. */
final class MissingFacts {

    private final List<String> missing = new ArrayList<>();

    private MissingFacts() {}

    /**
     * The names of what is missing, as requests spell them.
     *
     * @param isKnown whether the customer is known, of whom everything stands in the log but prices
     */
    static List<String> of(AskedAct asked, boolean isKnown) {
        MissingFacts facts = new MissingFacts();
        switch (asked.act()) {
            case ToContact contact -> {
                if (!isKnown) {
                    facts.ofContact(asked.told(), contact.purpose());
                }
            }
            case ToCharge ignored -> facts.need("loyalty_price", asked.told().loyaltyPrices());
            case ToWait ignored -> {
                if (!isKnown) {
                    facts.need("promises", asked.told().promises());
                }
            }
        }
        return facts.missing;
    }

    private void ofContact(ToldFacts told, Purpose purpose) {
        need("stated", told.stated());
        if (purpose != Purpose.REQUIRED) {
            need("parted", told.parted());
        }
        if (purpose == Purpose.MARKETING) {
            need("open_complaint_since", told.openComplaints());
        }
    }

    private void need(String name, @Nullable Object fact) {
        if (fact == null) {
            missing.add(name);
        }
    }
}
