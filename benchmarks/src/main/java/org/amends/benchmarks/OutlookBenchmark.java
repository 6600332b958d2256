package org.amends.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.amends.insight.base.BaseModel;
import org.amends.insight.base.BgNbd;
import org.amends.insight.base.MbgNbd;
import org.amends.insight.base.ParetoNbd;
import org.amends.insight.base.PurchaseHistory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Customers a second whose P(alive) or expected purchases are read from a fitted model. One operation is one customer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class OutlookBenchmark {

    private static final int CUSTOMERS = 2_357;

    /** Which model. */
    @Param({"bg-nbd", "mbg-nbd", "pareto-nbd"})
    private String name = "";

    private List<PurchaseHistory> histories = List.of();
    private BaseModel model = new BgNbd(1, 1, 1, 1);

    /** Parameters published for CDNOW. */
    @Setup
    public void prepare() {
        histories = MadeUpBuyers.of(CUSTOMERS, 273);
        model = switch (name) {
            case "bg-nbd" -> new BgNbd(0.243, 4.414, 0.793, 2.426);
            case "mbg-nbd" -> new MbgNbd(0.525, 6.183, 0.891, 1.614);
            default -> new ParetoNbd(0.553, 10.578, 0.606, 11.669);
        };
    }

    /** The probability of being alive. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public double alive() {
        double sum = 0;
        for (PurchaseHistory history : histories) {
            sum += model.pAlive(history);
        }
        return sum;
    }

    /** The purchases of the next 39 weeks. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public double expectedPurchases() {
        double sum = 0;
        for (PurchaseHistory history : histories) {
            sum += model.expectedPurchases(history, 39);
        }
        return sum;
    }
}
