package org.amends.fairness;

/**
 * How often something happened among so many, with the interval in which the true rate lies in 19 of 20 cases (Wilson 1927, which
 * holds for few cases and for rates near 0 too).
 *
 * @param hits how often it happened
 * @param all among how many
 */
public record Rate(long hits, long all) {

    /** The quantile of the normal distribution for 95 %. */
    private static final double Z = 1.959963984540054;

    /** @throws IllegalArgumentException when it happened more often than there were cases, or less than never */
    public Rate {
        if (hits < 0 || all < hits) {
            throw new IllegalArgumentException("hits must be between 0 and %d but was %d.".formatted(all, hits));
        }
    }

    /** The share seen, 0 to 1; 0 where there was nothing to see. */
    public double share() {
        return all == 0 ? 0 : (double) hits / all;
    }

    /** The lower end of the interval; 0 where there was nothing to see. */
    public double low() {
        return all == 0 ? 0 : Math.max(0, centre() - spread());
    }

    /** The upper end of the interval; 1 where there was nothing to see. */
    public double high() {
        return all == 0 ? 1 : Math.min(1, centre() + spread());
    }

    private double centre() {
        return (share() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double spread() {
        double share = share();
        return Z / (1 + Z * Z / all) * StrictMath.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
    }
}
