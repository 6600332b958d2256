package org.amends.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.amends.event.Event;
import org.amends.policy.Policy;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;
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

/** Events a second that one core folds into relationships. One operation is one event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FoldBenchmark {

    private static final int CUSTOMERS = 5_000;
    private static final int EVENTS = 20;

    private final Policy policy = Policy.standard();
    private List<List<Event>> histories = List.of();

    /** Builds the events once: reading them is not what is measured. */
    @Setup
    public void prepare() {
        histories = GrocerHistories.of(CUSTOMERS, EVENTS);
    }

    /** Events that are already in order, as a stream sorted by customer and time brings them. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS * EVENTS)
    public void inOrder(Blackhole sink) {
        for (List<Event> history : histories) {
            RelationshipFold fold = new RelationshipFold(policy);
            for (Event event : history) {
                fold.apply(event);
            }
            Relationship relationship = fold.relationship();
            sink.consume(relationship);
        }
    }

    /** Events in any order: sorted and freed of repetitions first. */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS * EVENTS)
    public void replayed(Blackhole sink) {
        for (List<Event> history : histories) {
            sink.consume(RelationshipFold.replay(history, policy));
        }
    }
}
