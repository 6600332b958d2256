package org.amends.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.amends.event.Event;
import org.amends.policy.Policy;
import org.amends.relationship.BaseOutlook;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;
import org.amends.relationship.Situation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Relationships a second that one core diagnoses. One operation is one relationship of twenty events. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DiagnosisBenchmark {

    private static final int CUSTOMERS = 5_000;

    private final Diagnostician diagnostician = new Diagnostician(Policy.standard());
    private final BaseOutlook outlook = new BaseOutlook(0.05, 0.2, 0.85, 4, 900);
    private final Situation situation = Situation.at(GrocerHistories.END, Situation.QUARTER);
    private final List<Relationship> relationships = new ArrayList<>();

    /** Folds once. */
    @Setup
    public void prepare() {
        relationships.clear();
        for (List<Event> history : GrocerHistories.of(CUSTOMERS, 20)) {
            relationships.add(RelationshipFold.replay(history, Policy.standard()));
        }
    }

    /** The whole diagnosis of each. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public void diagnose(Blackhole sink) {
        for (Relationship relationship : relationships) {
            sink.consume(diagnostician.diagnose(relationship, outlook, situation));
        }
    }
}
