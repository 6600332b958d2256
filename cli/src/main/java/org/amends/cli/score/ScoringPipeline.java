package org.amends.cli.score;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.amends.cli.history.DatabaseException;
import org.amends.cli.history.HistoryDatabase;
import org.duckdb.DuckDBConnection;

/**
 * Reads, scores and writes at the same time: one thread reads, several score batches, and the calling thread takes the results
 * in the order in which they were read. Few batches are under way at any moment, so that memory does not grow with the input.
 */
final class ScoringPipeline {

    private static final int MOST_UNDER_WAY = 16;

    private final HistoryDatabase database;
    private final CustomerScorer scorer;
    private final int threads;
    private final Consumer<ScoredCustomer> results;

    /**
     * @param threads how many score
     * @param results takes every result, in order, on the calling thread
     */
    ScoringPipeline(HistoryDatabase database, CustomerScorer scorer, int threads, Consumer<ScoredCustomer> results) {
        this.database = database;
        this.scorer = scorer;
        this.threads = threads;
        this.results = results;
    }

    /** Runs until everything is read and taken. */
    void run(Function<EventReader.Batches, EventReader> reader, String query) throws InterruptedException {
        BlockingQueue<Optional<Future<List<ScoredCustomer>>>> underWay = new ArrayBlockingQueue<>(MOST_UNDER_WAY);
        ExecutorService workers = Executors.newFixedThreadPool(threads + 1);
        try {
            Future<Boolean> reading = workers.submit(() -> {
                try {
                    read(
                            reader.apply(batch -> underWay.put(Optional.of(workers.submit(() -> scorer.score(batch))))),
                            query);
                    return true;
                } finally {
                    underWay.put(Optional.empty());
                }
            });
            take(underWay);
            if (!result(reading)) {
                throw new IllegalStateException("Reading ended early.");
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private void read(EventReader reader, String query) throws InterruptedException {
        try (DuckDBConnection connection = database.connect()) {
            reader.read(connection, query);
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    private void take(BlockingQueue<Optional<Future<List<ScoredCustomer>>>> underWay) throws InterruptedException {
        Optional<Future<List<ScoredCustomer>>> next = underWay.take();
        while (next.isPresent()) {
            result(next.get()).forEach(results);
            next = underWay.take();
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException told) {
                throw told;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed);
        }
    }
}
