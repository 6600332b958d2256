package org.amends.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.substitution.Guard;
import org.amends.guard.substitution.SubstitutionAnswer;
import org.amends.guard.substitution.SubstitutionRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the guard takes for one request: twenty candidates with full lists of ingredients, two needs. Verdicts a second are twenty
 * requests' worth.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class GuardBenchmark {

    private static final int WARM = 500;

    private final FoodKnowledge knowledge = FoodKnowledge.standard();
    private final Guard guard = new Guard(knowledge);
    private final List<SubstitutionRequest> seen = new ArrayList<>();
    private final Random random = new Random(7);
    private int next;

    /** A request of lists that never came before. */
    @State(Scope.Thread)
    public static class Unseen {
        private final Random random = new Random(11);
        private Guard fresh = new Guard(FoodKnowledge.standard());
        private SubstitutionRequest request = Labels.request(random);

        /** A guard that remembers no reading. */
        @Setup(Level.Iteration)
        public void forget() {
            fresh = new Guard(FoodKnowledge.standard());
        }

        /** Another request for every call. */
        @Setup(Level.Invocation)
        public void another() {
            request = Labels.request(random);
        }
    }

    /** Requests that come again and again. */
    @Setup
    public void prepare() {
        for (int i = 0; i < WARM; i++) {
            seen.add(Labels.request(random));
        }
    }

    /** Every list is read for the first time. */
    @Benchmark
    public SubstitutionAnswer cold(Unseen unseen) {
        return unseen.fresh.answer(unseen.request);
    }

    /** Every list has been read before. */
    @Benchmark
    public SubstitutionAnswer warm() {
        next = (next + 1) % WARM;
        return guard.answer(seen.get(next));
    }

    /** The knowledge is loaded, by a Java that is warm. */
    @Benchmark
    public FoodKnowledge load() {
        return FoodKnowledge.standard();
    }
}
