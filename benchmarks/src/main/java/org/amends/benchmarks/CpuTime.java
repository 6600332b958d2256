package org.amends.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time spent on one operation, over all threads of the process, garbage collection and compilation included. Wall
 * time tells nothing on a machine that does other work; processor time does, within what shared caches and cores disturb.
 *
 * <p>Use: {@code -prof org.amends.benchmarks.CpuTime}.
 */
public final class CpuTime implements InternalProfiler {

    private long before;

    @Override
    public String getDescription() {
        return "Processor time for each operation, all threads of the process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = processorNanos();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long nanos = processorNanos() - before;
        double operations = result.getMetadata().getMeasuredOps();
        return List.of(
                new ScalarResult("cpu.perOp", nanos / operations, "ns/op", AggregationPolicy.AVG),
                new ScalarResult("cpu.rate", operations / nanos * 1e9, "ops/cpu-s", AggregationPolicy.AVG));
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
