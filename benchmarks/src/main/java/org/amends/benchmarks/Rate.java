package org.amends.benchmarks;

/**
 * How fast something went.
 *
 * @param things how many there were
 * @param seconds that they took
 * @param note what else is to be told, or empty
 */
record Rate(long things, double seconds, String note) {

    static Rate of(long things, long begunNanos) {
        return new Rate(things, (System.nanoTime() - begunNanos) / 1e9, "");
    }

    double perSecond() {
        return things / seconds;
    }
}
