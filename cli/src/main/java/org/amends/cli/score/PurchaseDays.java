package org.amends.cli.score;

import java.time.Instant;

/** The days, in UTC, on which a customer bought: what a base model needs. Several purchases on one day count once. */
final class PurchaseDays {

    static final long SECONDS_A_DAY = 86_400;

    private int count;
    private long first;
    private long last;

    /** Takes a purchase; times do not go back. */
    void add(Instant time) {
        long day = dayOf(time);
        if (count == 0) {
            first = day;
        } else if (day == last) {
            return;
        }
        last = day;
        count++;
    }

    /** Forgets all. */
    void clear() {
        count = 0;
    }

    /** Days with a purchase. */
    int count() {
        return count;
    }

    /** The first such day, in days since 1970. */
    long first() {
        return first;
    }

    /** The last such day, in days since 1970. */
    long last() {
        return last;
    }

    static long dayOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_A_DAY);
    }
}
