package org.amends.server.guard;

import java.util.List;
import org.amends.guard.substitution.Purchase;
import org.amends.preference.Need;
import org.amends.preference.StatedPreference;

/** What is known of a customer before the guard answers. */
sealed interface KnownCustomer {

    /**
     * There are relationships with this customer that the caller may know of.
     *
     * @param relationship the number of one of them
     * @param brand its brand; empty where the company has one only, or where the customer knows several
     * @param stated what they said that they need, and that holds now
     * @param suggested needs that another system read out of purchases: reasons to ask
     * @param bought what purchases name
     */
    record Found(
            long relationship, String brand, List<StatedPreference> stated, List<Need> suggested, List<Purchase> bought)
            implements KnownCustomer {
        public Found {
            stated = List.copyOf(stated);
            suggested = List.copyOf(suggested);
            bought = List.copyOf(bought);
        }
    }

    /** There is none, or what is known must not be used. */
    record Unknown() implements KnownCustomer {}

    /** It could not be found out. */
    record Unreadable() implements KnownCustomer {}
}
