package org.amends.insight.base;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Sums that use all processors and still give the same bits however many there are. */
final class OrderedSum {

    /** Fixed, so that the parts, and with them the rounding, do not depend on the machine. */
    private static final int PART = 4096;

    private OrderedSum() {}

    /** The sum of term(0) to term(count - 1): parts of fixed size in parallel, then the parts in order. */
    static double of(int count, IntToDoubleFunction term) {
        int parts = (count + PART - 1) / PART;
        if (parts == 1) {
            return part(0, count, term);
        }
        double[] sums = IntStream.range(0, parts)
                .parallel()
                .mapToDouble(part -> part(part * PART, Math.min(count, (part + 1) * PART), term))
                .toArray();
        return part(0, parts, i -> sums[i]);
    }

    private static double part(int from, int to, IntToDoubleFunction term) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += term.applyAsDouble(i);
        }
        return sum;
    }
}
