package org.amends.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.amends.insight.base.BgNbd;
import org.amends.insight.base.Fit;
import org.amends.insight.base.Histories;
import org.amends.insight.base.MbgNbd;
import org.amends.insight.base.ParetoNbd;
import org.amends.insight.base.PurchaseHistory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds to fit a customer base model, from a list of histories to estimates with standard errors. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FitBenchmark {

    private static final int CDNOW = 2_357;

    /** As many as the CDNOW sample has, and many. */
    @Param({"2357", "1000000"})
    private int customers;

    private List<PurchaseHistory> histories = List.of();

    /** Reads CDNOW where AMENDS_DATA names the folder that holds it; else makes customers up, over 39 weeks or two years. */
    @Setup
    public void prepare() throws IOException {
        String data = System.getenv("AMENDS_DATA");
        Path cdnow = Path.of(data == null ? "" : data, "btyd", "btyd_cdnowSummary_cbs.csv");
        if (customers == CDNOW && Files.exists(cdnow)) {
            histories = Files.readAllLines(cdnow).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(row -> new PurchaseHistory(
                            (int) Double.parseDouble(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3])))
                    .toList();
        } else {
            histories = MadeUpBuyers.of(customers, customers == CDNOW ? 273 : 730);
        }
    }

    /** BG/NBD. */
    @Benchmark
    public Fit<BgNbd> bgNbd() {
        return BgNbd.fit(Histories.of(histories));
    }

    /** MBG/NBD. */
    @Benchmark
    public Fit<MbgNbd> mbgNbd() {
        return MbgNbd.fit(Histories.of(histories));
    }

    /** Pareto/NBD. */
    @Benchmark
    public Fit<ParetoNbd> paretoNbd() {
        return ParetoNbd.fit(Histories.of(histories));
    }
}
