package org.amends.fairness;

/**
 * How often something hard falls on a group and on everybody else.
 *
 * @param group within the group
 * @param others outside of it
 */
public record Burden(Rate group, Rate others) {

    /** Below so many in the group, a rate says little. */
    public static final int FEWEST = 20;

    /** From this ratio on a difference is worth a look: the inverse of the four-fifths rule of 29 CFR 1607.4 D. */
    public static final double NOTABLE_RATIO = 1.25;

    /** What the two rates say when they are laid side by side. */
    public enum Finding {
        /** There are too few cases in the group to say anything. */
        TOO_FEW,
        /** Nothing speaks for a difference. */
        EVEN,
        /** It falls on the group more often than the four-fifths rule allows, which may be chance. */
        HEAVIER,
        /** It falls on the group more often, and the intervals do not meet: hardly by chance. */
        CLEARLY_HEAVIER;

        /** Whether somebody should look before going on. */
        public boolean warns() {
            return this == HEAVIER || this == CLEARLY_HEAVIER;
        }
    }

    public Finding finding() {
        if (group.all() < FEWEST || others.all() < FEWEST) {
            return Finding.TOO_FEW;
        }
        if (group.low() > others.high()) {
            return Finding.CLEARLY_HEAVIER;
        }
        return group.hits() > 1 && group.share() > others.share() * NOTABLE_RATIO ? Finding.HEAVIER : Finding.EVEN;
    }
}
