package org.amends.language.letter;

import java.util.Locale;

/** What is done for the customer. */
public enum RemedyKind {
    /** Money paid is given back. */
    REFUND(true),
    /** The price of what is kept is lowered, and the difference given back. */
    PRICE_REDUCTION(true),
    /** Money for a loss or a cost that the failure caused. */
    COMPENSATION(true),
    /** Credit on the account. */
    CREDIT(true),
    /** The right or missing thing is sent. */
    REPLACEMENT(false),
    /** What is broken is mended, or a service restored. */
    REPAIR(false),
    /** The service is done again. */
    REPERFORMANCE(false),
    /** A record, a bill or a decision is put right. */
    CORRECTION(false),
    /** Something given, for no money. */
    GIFT(false),
    /** The customer's loyalty or effort is recognised, for example by a standing benefit. */
    RECOGNITION(false),
    /** A person calls. */
    CALL(false),
    /** The contract is ended as asked. */
    CANCELLATION(false),
    /** Personal data are deleted. */
    DATA_DELETION(false);

    private final boolean money;

    RemedyKind(boolean money) {
        this.money = money;
    }

    /** Whether it is a sum of money, and so has an amount. */
    public boolean isMoney() {
        return money;
    }

    /** The name as it is written in files: lower-case words joined by underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
