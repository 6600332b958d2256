package org.amends.relationship;

import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.failure.Episode;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the current complaint besides its failure, when somebody asks what if.
 *
 * @param about what it is about, which is one of the relationship's; null for the latest that is open, or the latest at all
 * @param promisedDays answer time promised; null when none was
 * @param offerRatio compensation offered divided by loss; null when there is no offer to weigh
 * @param annualValue worth a year; for the order of handling, where it weighs little
 * @param want what the customer wants about the current failure, where no complaint says so
 * @param hostility their tone about it, where no complaint shows it
 */
record Plea(
        @Nullable Episode about,
        @Nullable Double promisedDays,
        @Nullable Double offerRatio,
        double annualValue,
        Want want,
        Hostility hostility) {

    /** Nothing besides the history. */
    static final Plea NONE = new Plea(null, null, null, 0, Want.UNKNOWN, Hostility.CALM);
}
