package org.amends.slip;

import org.amends.money.Money;
import org.amends.preference.Channel;
import org.jspecify.annotations.Nullable;

/** What somebody is about to do, or to leave undone, to a customer. */
public sealed interface IntendedAct {

    /** What a contact is for. */
    enum Purpose {
        /** It is about something that the customer ordered, asked or complained of. */
        SERVICE,
        /** It wants to sell, win back or advertise. */
        MARKETING,
        /** Law or somebody's safety wants it: a recall, a notice of breach. It is asked about where other contact is blocked. */
        REQUIRED
    }

    /**
     * To write to the customer or to ring.
     *
     * @param channel by which way; null when that is not known yet
     * @param language in which, BCP 47; null when not known
     * @param name by which name they are addressed; null when by none
     * @param formOfAddress in which form, for example {@code formal}; null when not known
     * @param purpose what for
     */
    record ToContact(
            @Nullable Channel channel,
            @Nullable String language,
            @Nullable String name,
            @Nullable String formOfAddress,
            Purpose purpose)
            implements IntendedAct {}

    /**
     * To charge this for a product.
     *
     * @param product the company's own identifier of it
     * @param price for one
     */
    record ToCharge(String product, Money price) implements IntendedAct {}

    /** To do nothing for now: what promises forbid. */
    record ToWait() implements IntendedAct {}
}
