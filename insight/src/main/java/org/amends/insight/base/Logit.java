package org.amends.insight.base;

/** A share t in (0, 1) written as u = ln(t / (1 - t)), so that shares very near 0 and very near 1 keep their digits. */
final class Logit {

    private Logit() {}

    /** The share itself; that of -u is the rest to 1. */
    static double share(double u) {
        return u < 0 ? Math.exp(u) / (1 + Math.exp(u)) : 1 / (1 + Math.exp(-u));
    }

    /** The logarithm of the share. */
    static double logShare(double u) {
        return u < 0 ? u - Math.log1p(Math.exp(u)) : -Math.log1p(Math.exp(-u));
    }
}
