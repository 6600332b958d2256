package org.amends.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Processor time spent, by this JVM and by the processes it started: unlike elapsed time it hardly depends on what else the
 * machine does meanwhile.
 *
 * @param own by this JVM, in seconds
 * @param children by its processes that still run, in seconds
 */
record Spent(double own, double children) {

    static Spent now() {
        if (!(ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system)) {
            return new Spent(Double.NaN, Double.NaN);
        }
        double children = ProcessHandle.current()
                .descendants()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(spent -> spent.toNanos() / 1e9)
                .sum();
        return new Spent(system.getProcessCpuTime() / 1e9, children);
    }

    Spent since(Spent before) {
        return new Spent(own - before.own, children - before.children);
    }

    String each(long things) {
        return "%.1f + %.1f us of processor time each (Java + PostgreSQL)"
                .formatted(own / things * 1e6, children / things * 1e6);
    }
}
