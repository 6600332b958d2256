package org.amends.insight.base;

/**
 * The integral of (α + τ)^-p (β + τ)^-q over the time of leaving τ, the heart of the Pareto/NBD likelihood.
 *
 * <p>Up to infinity it is a hypergeometric function with a fast continued fraction; the published form takes the difference
 * of two of them. Where that difference would cancel, or the fraction would be slow, the integral is summed over panels
 * instead.
 */
final class DeathIntegral {

    /** Up to here the continued fraction needs at most 56 levels. */
    private static final double FAST_FRACTION = 0.9;

    private static final double[] NODES = {
        0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };
    private static final double[] WEIGHTS = {
        0.29552422471475287, 0.26926671930999635, 0.21908636251598204, 0.1494513491505806, 0.06667134430868814
    };

    private DeathIntegral() {}

    /** ln of the integral from {@code from} to {@code to}; minus infinity when they are the same. */
    static double log(double p, double q, double alpha, double beta, double from, double to) {
        if (!(from < to)) {
            return Double.NEGATIVE_INFINITY;
        }
        return alpha >= beta ? ordered(p, q, alpha, beta, from, to) : ordered(q, p, beta, alpha, from, to);
    }

    /** The same where {@code large}, with exponent p, is not less than {@code small}, with exponent q. */
    private static double ordered(double p, double q, double large, double small, double from, double to) {
        double gap = large - small;
        if (gap <= FAST_FRACTION * (large + from)) {
            double all = logUpToInfinity(p, q, large, small, from);
            double beyond = logUpToInfinity(p, q, large, small, to) - all;
            // With more than half beyond, subtracting would lose digits.
            if (beyond < -0.7) {
                return all + Math.log1p(-Math.exp(beyond));
            }
        }
        return panels(p, q, gap, Math.log(small + from), Math.log1p((to - from) / (small + from)));
    }

    private static double logUpToInfinity(double p, double q, double large, double small, double from) {
        double z = (large - small) / (large + from);
        return -p * Math.log(large + from)
                + (1 - q) * Math.log(small + from)
                + Math.log(GaussFraction.value(p, q, z) / (p + q - 1));
    }

    /**
     * Sums over u = ln(small + τ), where the integrand is log-concave, in panels so short that ten nodes are exact, until the
     * rest cannot matter.
     */
    private static double panels(double p, double q, double gap, double start, double length) {
        double reference = logIntegrand(p, q, gap, start);
        double scale = 0;
        double sum = 0;
        double done = 0;
        while (done < length) {
            double value = Math.exp(start + done);
            double fall = p * value / (value + gap) - (1 - q);
            double here = logIntegrand(p, q, gap, start + done) - reference;
            if (fall > 0 && here - scale - Math.log(fall) < Math.log(sum) - 38) {
                break;
            }
            if (here - scale > 600) {
                sum *= Math.exp(scale - here);
                scale = here;
            }
            double rate = p * value / (value + gap) + Math.abs(1 - q);
            double panel = Math.min(Math.min(1, 2 / rate), length - done);
            sum += panel(p, q, gap, start + done, panel, reference + scale);
            done = length - done <= panel ? length : done + panel;
        }
        return reference + scale + Math.log(sum);
    }

    private static double panel(double p, double q, double gap, double from, double width, double reference) {
        double centre = from + 0.5 * width;
        double half = 0.5 * width;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double left = logIntegrand(p, q, gap, centre - half * NODES[i]) - reference;
            double right = logIntegrand(p, q, gap, centre + half * NODES[i]) - reference;
            sum += WEIGHTS[i] * (Math.exp(left) + Math.exp(right));
        }
        return sum * half;
    }

    private static double logIntegrand(double p, double q, double gap, double u) {
        return (1 - q) * u - p * Math.log(Math.exp(u) + gap);
    }
}
