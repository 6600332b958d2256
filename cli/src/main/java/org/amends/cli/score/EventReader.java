package org.amends.cli.score;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.amends.cli.history.DatabaseException;
import org.amends.cli.history.History;
import org.amends.cli.history.RejectedRow;
import org.amends.cli.history.Rejections;
import org.amends.cli.score.EventBatch.OneHistory;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.FailureKind;
import org.amends.event.RowReading;
import org.amends.event.Spelling;
import org.amends.policy.Policy;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/** Streams the events of a history, relationship by relationship, in batches. Rows that are no events are rejected. */
final class EventReader {

    /** Takes batches as they fill; may wait until there is room. */
    @FunctionalInterface
    interface Batches {
        void take(EventBatch batch) throws InterruptedException;

        /** Takes one event with all its columns; false leaves it to the batch. */
        default boolean takeAlone(EventRow row, Event event) {
            return false;
        }
    }

    /** A longer history is folded while it is read, so that it need not fit into memory. */
    private static final int LONGEST_KEPT = 50_000;

    private final History history;
    private final Policy policy;
    private final Codebook codebook;
    private final Rejections rejections;
    private final Batches batches;
    private final LongConsumer progress;

    private EventBatch batch = new EventBatch();
    private List<Event> events = new ArrayList<>();
    private @Nullable CustomerFold begun;
    private long current;
    private boolean any;
    private String customer = "";
    private @Nullable String brand;

    /**
     * @param progress told how many rows were read since the last time
     */
    EventReader(
            History history,
            Policy policy,
            Codebook codebook,
            Rejections rejections,
            Batches batches,
            LongConsumer progress) {
        this.history = history;
        this.policy = policy;
        this.codebook = codebook;
        this.rejections = rejections;
        this.batches = batches;
        this.progress = progress;
    }

    /** Runs the query to its end. */
    void read(DuckDBConnection connection, String query) throws InterruptedException {
        try (DuckDBPreparedStatement statement =
                        connection.prepareStatement(query).unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            int[] places = EventQuery.places(result);
            while (result.nextChunk()) {
                EventChunk chunk = new EventChunk(result.chunk(), places, codebook);
                take(chunk);
                progress.accept(chunk.rows());
            }
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
        endHistory();
        if (!batch.isEmpty()) {
            batches.take(batch);
        }
    }

    private void take(EventChunk chunk) throws InterruptedException {
        for (int row = 0; row < chunk.rows(); row++) {
            long relationship = chunk.relationship(row);
            if (!any || relationship != current) {
                endHistory();
                any = true;
                current = relationship;
                customer = chunk.customer(row);
                brand = chunk.brand(row);
            }
            Event event = event(chunk, row);
            if (event != null) {
                take(event);
            }
        }
    }

    private void take(Event event) {
        CustomerFold fold = begun;
        if (fold == null && events.size() < LONGEST_KEPT) {
            events.add(event);
            return;
        }
        if (fold == null) {
            fold = new CustomerFold(policy);
            events.forEach(fold::take);
            events = new ArrayList<>();
            begun = fold;
        }
        fold.take(event);
    }

    private void endHistory() throws InterruptedException {
        if (events.isEmpty() && begun == null) {
            return;
        }
        batch.add(new OneHistory(events, begun));
        events = new ArrayList<>();
        begun = null;
        if (batch.isFull()) {
            batches.take(batch);
            batch = new EventBatch();
        }
    }

    private @Nullable Event event(EventChunk chunk, int row) {
        EventRow columns;
        try {
            columns = chunk.row(row, customer, brand);
        } catch (IllegalArgumentException notJson) {
            reject(
                    chunk.place(row),
                    "",
                    "attributes",
                    "attributes are no JSON object (%s)".formatted(notJson.getMessage()),
                    "",
                    "Write them as {\"name\": \"value\"}.");
            return null;
        }
        return switch (EventRowReader.read(columns)) {
            case RowReading.Accepted(Event event) -> toBatch(columns, known(event, chunk.place(row)));
            case RowReading.Rejected(String column, String reason, String remedy) -> {
                reject(chunk.place(row), id(columns), column, reason, value(columns, column), remedy);
                yield null;
            }
            case RowReading.UnknownType(String type, String nearest) -> {
                reject(chunk.place(row), id(columns), "type", "the type is not known", type, "Maybe " + nearest + ".");
                yield null;
            }
        };
    }

    private @Nullable Event toBatch(EventRow columns, @Nullable Event event) {
        return event == null || batches.takeAlone(columns, event) ? null : event;
    }

    /** The event, unless it names a failure that the policy does not know. */
    private @Nullable Event known(Event event, long place) {
        FailureKind kind = null;
        if (event instanceof Event.Failure failure) {
            kind = failure.kind();
        } else if (event instanceof Event.Complaint complaint) {
            kind = complaint.kind();
        }
        if (kind == null || policy.knows(kind)) {
            return event;
        }
        List<String> kinds = policy.kinds().stream().map(FailureKind::name).toList();
        reject(
                place,
                event.id().value(),
                "kind",
                "the policy %s has no failure kind \"%s\"".formatted(policy.version(), kind),
                kind.name(),
                "Maybe %s was meant, or add the kind to the policy under failures."
                        .formatted(Spelling.nearest(kind.name(), kinds)));
        return null;
    }

    private void reject(long place, String id, String column, String reason, String value, String remedy) {
        rejections.add(new RejectedRow(history.shown(place, id), place, column, reason, value, remedy));
    }

    private static String id(EventRow row) {
        return Objects.requireNonNullElse(row.eventId(), "");
    }

    private static String value(EventRow row, String column) {
        Object value = switch (column) {
            case "kind" -> row.kind();
            case "ref" -> row.ref();
            case "amount" -> row.amount();
            case "currency" -> row.currency();
            case "severity" -> row.severity();
            default -> row.attributes().get(column);
        };
        return value == null ? "" : value.toString();
    }
}
