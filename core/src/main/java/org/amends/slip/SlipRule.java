package org.amends.slip;

import java.util.Locale;

/** The rules by which an act would be a slip, with stable names. */
public enum SlipRule {
    /** Another channel than the customer asked for. */
    CONTACT_CHANNEL,
    /** Another language than the customer asked for. */
    CONTACT_LANGUAGE,
    /** Another name than the customer asked for. */
    CONTACT_NAME,
    /** Another form of address than the customer asked for. */
    CONTACT_FORM_OF_ADDRESS,
    /** Something was stated that is not understood and may be about contact. */
    CONTACT_UNCLEAR_WISH,
    /** The relationship was ended, or the person's data were erased. */
    CONTACT_AFTER_PARTING,
    /** Advertising to somebody who wants none. */
    MARKETING_REFUSED,
    /** Advertising to somebody whose complaint is open. */
    MARKETING_OPEN_COMPLAINT,
    /** Advertising to somebody in mourning. */
    MARKETING_MOURNING,
    /** A promise falls due soon and is not yet kept. */
    PROMISE_DUE_SOON,
    /** A promise was due and is not known to be kept. */
    PROMISE_OVERDUE,
    /** More is charged than was promised for loyalty. */
    LOYALTY_PRICE_LOST;

    /** The name in answers and ledgers, for example {@code promise_due_soon}. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
