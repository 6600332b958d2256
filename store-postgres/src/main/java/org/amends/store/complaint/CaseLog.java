package org.amends.store.complaint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseFold;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseRules;
import org.amends.complaint.Complaint;
import org.amends.format.complaint.CaseEventJson;
import org.jspecify.annotations.Nullable;

/**
 * The log of cases, within a transaction of the caller's. A case is locked while something is appended to it, so that every event
 * is judged by the state that it meets.
 */
public final class CaseLog {

    private final Connection connection;

    /** A log that reads and writes through this connection; the caller commits. */
    public CaseLog(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens a case.
     *
     * @param relationship the store's number of the customer's relationship
     * @param events the first opens it
     * @return the case
     * @throws RefusedException when one of the events is against the rules
     */
    public KeptCase open(long relationship, List<CaseEvent> events) throws SQLException {
        CaseFold fold = new CaseFold();
        fold.add(events.get(0));
        for (CaseEvent event : events.subList(1, events.size())) {
            check(fold.state(), event);
            fold.add(event);
        }
        Complaint state = fold.state();
        long id = CaseRow.insert(connection, relationship, state, last(events));
        write(id, 1, events);
        return new KeptCase(id, relationship, state, events);
    }

    /**
     * Appends to a case.
     *
     * @return the case afterwards
     * @throws RefusedException when one of the events is against the rules; nothing is written then
     * @throws java.util.NoSuchElementException when there is no such case
     */
    public KeptCase append(String reference, List<CaseEvent> events) throws SQLException {
        KeptCase before = read(reference, true).orElseThrow();
        CaseFold fold = new CaseFold();
        before.events().forEach(fold::add);
        List<CaseEvent> all = new ArrayList<>(before.events());
        for (CaseEvent event : events) {
            check(fold.state(), event);
            fold.add(event);
            all.add(event);
        }
        Complaint state = fold.state();
        write(before.id(), before.complaint().version() + 1, events);
        CaseRow.update(connection, before.id(), state, last(events));
        return new KeptCase(before.id(), before.relationship(), state, all);
    }

    /** The case of this reference, as it is; another transaction may change it meanwhile. */
    public Optional<KeptCase> find(String reference) throws SQLException {
        return read(reference, false);
    }

    /** The same, and nobody else appends to it before the caller's transaction ends. */
    public Optional<KeptCase> lock(String reference) throws SQLException {
        return read(reference, true);
    }

    private static Instant last(List<CaseEvent> events) {
        return events.get(events.size() - 1).header().at();
    }

    private static void check(Complaint state, CaseEvent event) {
        CaseRules.Refusal refusal = CaseRules.refusal(state, event);
        if (refusal != null) {
            throw new RefusedException(state.reference(), refusal);
        }
    }

    private Optional<KeptCase> read(String reference, boolean locked) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select id, relationship from complaint where reference = ?" + (locked ? " for update" : ""))) {
            query.setString(1, reference);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                List<CaseEvent> events = events(row.getLong(1));
                return Optional.of(new KeptCase(row.getLong(1), row.getLong(2), CaseFold.fold(events), events));
            }
        }
    }

    private List<CaseEvent> events(long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select type, at, actor, data from complaint_event where complaint = ? order by number")) {
            query.setLong(1, id);
            List<CaseEvent> events = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
                    events.add(CaseEventJson.read(
                            row.getString(1), new CaseHeader(at.toInstant(), row.getString(3)), row.getString(4)));
                }
            }
            return events;
        }
    }

    private void write(long id, int first, List<CaseEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into complaint_event (complaint, number, at, actor, type, data) values (?, ?, ?, ?, ?, ?)")) {
            int number = first;
            for (CaseEvent event : events) {
                insert.setLong(1, id);
                insert.setInt(2, number++);
                insert.setObject(
                        3, event.header().at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
                insert.setString(4, event.header().actor());
                insert.setString(5, CaseEventJson.type(event));
                insert.setString(6, CaseEventJson.data(event));
                insert.addBatch();
            }
            int[] written = insert.executeBatch();
            assert written.length == events.size();
        }
    }

    /** A reference of a case from its number: short, and told apart when read aloud. */
    public static String reference(int year, long number) {
        return String.format(Locale.ROOT, "C-%04d-%06d", year, number);
    }

    /** The next number for a reference; numbers may have gaps. */
    public long nextNumber() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select nextval('complaint_number')");
                ResultSet row = query.executeQuery()) {
            boolean one = row.next();
            assert one;
            return row.getLong(1);
        }
    }

    /** The state of a case that is known by the store's number, or null when there is none. */
    public @Nullable String referenceOf(long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select reference from complaint where id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
