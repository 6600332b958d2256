package org.amends.insight.base;

/**
 * The hypergeometric function 2F1(1, b; c; z) for c &gt; b &gt; 0 and 0 &le; z &lt; 1, by Gauss's continued fraction
 * (NIST Digital Library of Mathematical Functions, 15.7.5).
 */
final class GaussFraction {

    private static final int MOST_LEVELS = 10_000_000;

    private GaussFraction() {}

    /**
     * The value of 2F1(1, b; b + rest; z).
     *
     * <p>Each level shrinks the error by (1 - s) / (1 + s) with s = sqrt(1 - z), so z = 0.9 takes 56 levels.
     */
    static double value(double b, double rest, double z) {
        double c = b + rest;
        double element = -z * b / c;
        double fraction = 1;
        double numerator = 1;
        double denominator = 0;
        for (int level = 1; level < MOST_LEVELS; level++) {
            denominator = 1 / (1 + element * denominator);
            numerator = 1 + element / numerator;
            double change = numerator * denominator;
            fraction *= change;
            if (Math.abs(change - 1) < 2e-16) {
                break;
            }
            element = element(b, rest, c, z, level + 1);
        }
        return 1 / fraction;
    }

    private static double element(double b, double rest, double c, double z, int level) {
        int m = level / 2;
        double top = level % 2 == 0 ? m * (rest - 1 + m) : (b + m) * (c - 1 + m);
        return -z * top / ((c + level - 2) * (c + level - 1));
    }
}
