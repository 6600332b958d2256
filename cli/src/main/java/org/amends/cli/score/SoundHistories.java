package org.amends.cli.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.amends.cli.history.DatabaseException;
import org.amends.cli.history.History;
import org.amends.cli.history.HistoryDatabase;
import org.amends.cli.history.HistoryException;
import org.amends.cli.history.HistoryFile;
import org.amends.cli.history.HistoryFiles;
import org.amends.cli.history.HistoryLoader;
import org.amends.cli.history.RejectedInput;
import org.amends.cli.history.RejectedRow;
import org.amends.cli.history.Rejections;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.policy.Policy;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The events of a company's files, relationship by relationship, read and refused as {@code score} does. */
public final class SoundHistories implements AutoCloseable {

    private final Source source;
    private final List<HistoryFile> files;
    private final Path overflow;
    private final HistoryDatabase database;
    private final Rejections rejections;
    private final History history;
    private final EventSql sql;
    private final long lastMicros;
    private final @Nullable String conflicts;
    private long tooLong;

    /**
     * Where the events are.
     *
     * @param files paths or patterns
     * @param mapping a query that yields the event columns, or null when the files hold them
     * @param policy whose failure kinds are known
     * @param lenient whether rows of unknown types are left out instead of refused
     * @param memory the most memory for sorting, as DuckDB writes it; null is half of the machine's
     * @param everyColumn whether columns that say nothing to the fold are kept as attributes
     */
    public record Source(
            List<String> files,
            @Nullable Path mapping,
            Policy policy,
            boolean lenient,
            @Nullable String memory,
            boolean everyColumn) {

        /** A source of which only what the fold reads is wanted. */
        public Source(
                List<String> files, @Nullable Path mapping, Policy policy, boolean lenient, @Nullable String memory) {
            this(files, mapping, policy, lenient, memory, false);
        }
    }

    /**
     * Reads the files.
     *
     * @throws HistoryException when they are at fault
     */
    public SoundHistories(Source source) throws IOException {
        this.source = source;
        files = HistoryFiles.find(source.files());
        overflow = Files.createTempDirectory("amends-");
        database = HistoryDatabase.open(overflow, Runtime.getRuntime().availableProcessors(), source.memory());
        rejections = new Rejections(database);
        try {
            history = HistoryLoader.load(database, rejections, files, source.mapping(), source.everyColumn());
            sql = new EventSql(history, source.everyColumn());
            HistoryCounts counts = HistoryCounts.of(database, sql);
            if (!source.lenient()) {
                counts.requireKnownTypes(String.valueOf(source.mapping() == null ? "--events" : source.mapping()));
            }
            if (counts.sound() + counts.unknown() < counts.rows()) {
                FaultyRows.reject(database, sql, history, rejections);
            }
            Long last = counts.lastMicros();
            if (last == null) {
                throw RejectedInput.everyRow(rejections);
            }
            lastMicros = last;
            conflicts = Conflicts.find(database, sql, history, rejections, counts.rows());
        } catch (HistoryException atFault) {
            close();
            throw atFault;
        } catch (DatabaseException failed) {
            close();
            throw InputTrouble.told(failed, files);
        }
    }

    /** The time of the latest event. */
    public Instant lastTime() {
        return Instant.EPOCH.plus(lastMicros, ChronoUnit.MICROS);
    }

    /** Hands over the events of one relationship after the other, in order of time; repetitions are still among them. */
    public void forEach(Consumer<List<Event>> taker) throws InterruptedException {
        read(batch -> {
            for (EventBatch.OneHistory one : batch.histories()) {
                take(one, taker);
            }
        });
    }

    /** Hands over the same events one by one, each with all its columns. */
    public void forEachEvent(BiConsumer<EventRow, Event> taker) throws InterruptedException {
        read(new EventReader.Batches() {
            @Override
            public void take(EventBatch batch) {
                throw new IllegalStateException("Every event was taken alone.");
            }

            @Override
            public boolean takeAlone(EventRow row, Event event) {
                taker.accept(row, event);
                return true;
            }
        });
    }

    private void read(EventReader.Batches batches) throws InterruptedException {
        Codebook codebook = Codebook.of(database, sql);
        EventReader reader = new EventReader(history, source.policy(), codebook, rejections, batches, rows -> {});
        try (DuckDBConnection connection = database.connect()) {
            reader.read(connection, EventQuery.text(sql, codebook, lastMicros, conflicts));
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        } catch (DatabaseException failed) {
            throw InputTrouble.told(failed, files);
        }
    }

    private void take(EventBatch.OneHistory one, Consumer<List<Event>> taker) {
        if (one.begun() == null) {
            taker.accept(one.events());
        } else {
            tooLong++;
        }
    }

    /** Rows that were left out with a reason, so far. */
    public long rejected() {
        return rejections.count();
    }

    /** Leaves out an event for a reason that shows only when it is used. */
    public void reject(String eventId, String column, String reason, String remedy) {
        rejections.add(new RejectedRow("event " + eventId, Long.MAX_VALUE, column, reason, "", remedy));
    }

    /** Writes the rows that were left out so far, as CSV with a header. */
    public void writeRejected(Path file) {
        rejections.write(file);
    }

    /** Relationships that were left out because they have more events than a customer can; most likely machines. */
    public long tooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        rejections.close();
        database.close();
        try (Stream<Path> within = Files.walk(overflow)) {
            for (Path each : within.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
