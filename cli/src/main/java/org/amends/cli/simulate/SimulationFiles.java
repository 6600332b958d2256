package org.amends.cli.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.amends.event.EventType;
import org.amends.insight.simulation.Life;
import org.amends.insight.simulation.Simulator;
import org.amends.insight.simulation.Told;

/**
 * Writes simulated lives to files. Blocks of customers are made on several threads and written in the order of the customers,
 * a few blocks ahead at most: the bytes do not depend on the number of threads, the memory not on the number of customers.
 */
final class SimulationFiles {

    private static final int BLOCK = 200;

    /** What one block of customers came to. */
    private record Block(Lines events, Lines truth, Map<EventType, Long> counts, int customers) {}

    private final Simulator simulator;
    private final HistoryFormat format;
    private final String source;
    private final Map<EventType, Long> counts = new EnumMap<>(EventType.class);

    /** @param source the source named by CloudEvents */
    SimulationFiles(Simulator simulator, HistoryFormat format, String source) {
        this.simulator = simulator;
        this.format = format;
        this.source = source;
    }

    /** How many events of each type were written. */
    Map<EventType, Long> counts() {
        return counts;
    }

    /**
     * @param done told the customers written so far, after each block
     * @throws IOException when a file cannot be written
     */
    void write(Path events, Path truth, long customers, int threads, LongConsumer done) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (OutputStream eventsOut = Files.newOutputStream(events);
                OutputStream truthOut = Files.newOutputStream(truth)) {
            Lines header = new Lines(128);
            format.header(header);
            header.writeTo(eventsOut);
            Lines truthHeader = new Lines(512);
            truthHeader.add(TruthTable.HEADER);
            truthHeader.writeTo(truthOut);
            Deque<Future<Block>> ahead = new ArrayDeque<>();
            long next = 0;
            long written = 0;
            while (written < customers) {
                while (next < customers && ahead.size() < 2 * threads + 1) {
                    long first = next;
                    long end = Math.min(first + BLOCK, customers);
                    ahead.add(workers.submit(() -> block(first, end)));
                    next = end;
                }
                Block block = finished(ahead.removeFirst());
                block.events().writeTo(eventsOut);
                block.truth().writeTo(truthOut);
                block.counts().forEach((type, count) -> counts.merge(type, count, Long::sum));
                written += block.customers();
                done.accept(written);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private Block block(long first, long end) {
        Lines events = new Lines(1 << 20);
        Lines truth = new Lines(1 << 16);
        Map<EventType, Long> types = new EnumMap<>(EventType.class);
        for (long number = first; number < end; number++) {
            Life life = simulator.life(number);
            for (Told told : life.events()) {
                format.append(events, told, source);
                types.merge(told.event().type(), 1L, Long::sum);
            }
            TruthTable.append(truth, life.truth());
        }
        return new Block(events, truth, types, (int) (end - first));
    }

    private static Block finished(Future<Block> block) throws IOException {
        try {
            return block.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("The simulation was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
