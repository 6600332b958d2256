package org.amends.server.customer;

import java.sql.ResultSetMetaData;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.amends.server.audit.AuditEntry;
import org.amends.server.audit.AuditLog;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.KeptStates;
import org.amends.store.log.LogReader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers everything that is known of a person (GDPR, articles 15 and 20). */
@Component
final class Export {

    private static final int MOST_AUDIT_ENTRIES = 10_000;
    private static final int MOST_EVENTS = 1_000_000;

    private final Customers customers;
    private final JdbcClient database;
    private final LogReader log;
    private final AuditLog audit;
    private final DiagnosisInForce inForce;

    Export(Customers customers, JdbcClient database, DataSource connections, AuditLog audit, DiagnosisInForce inForce) {
        this.customers = customers;
        this.database = database;
        this.log = new LogReader(connections);
        this.audit = audit;
        this.inForce = inForce;
    }

    /** All of it, by what it is. */
    Map<String, Object> of(List<KeptCustomer> some) {
        List<Map<String, @Nullable Object>> relationships = new ArrayList<>();
        for (KeptCustomer each : customers.samePerson(some)) {
            relationships.add(relationship(each));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("relationships", relationships);
        return all;
    }

    private Map<String, @Nullable Object> relationship(KeptCustomer customer) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("customer", customer.customer());
        told.put("brand", customer.brand().isEmpty() ? null : customer.brand());
        told.put("restricted", customer.restricted());
        told.put("merged_into", customer.mergedInto());
        told.put("relationship", customer.id());
        told.put("state", state(customer.id()));
        told.put("diagnosis", rows("select * from diagnosis where relationship = ?", customer.id()));
        told.put(
                "diagnosis_changes",
                rows("select * from diagnosis_change where relationship = ? order by id", customer.id()));
        told.put(
                "messages",
                rows(
                        "select id, type, created_at, body from outbox where relationship = ? order by created_at",
                        customer.id()));
        told.put("events", events(customer.id()));
        told.put(
                "cases",
                rows(
                        "select reference, channel, language, subject, stage, outcome, opened_at, answered_at, closed_at"
                                + " from complaint where relationship = ? order by id",
                        customer.id()));
        told.put(
                "correspondence",
                rows(
                        "select m.direction, m.channel, m.at, m.subject, m.text from message m"
                                + " join complaint c on c.id = m.complaint where c.relationship = ? order by m.number",
                        customer.id()));
        told.put(
                "letters",
                rows(
                        "select l.purpose, l.language, l.subject, l.text, l.sent_at from letter l"
                                + " join complaint c on c.id = l.complaint"
                                + " where c.relationship = ? and l.sent_at is not null order by l.sent_at",
                        customer.id()));
        told.put("audit", audit(customer.subject()));
        return told;
    }

    private @Nullable Object state(long relationship) {
        KeptStates states = new KeptStates(inForce.diagnosing().policy());
        return database.sql("select state from relationship where id = ? and state is not null")
                .param(relationship)
                .query((row, number) -> states.read(row.getBytes(1)))
                .optional()
                .orElse(null);
    }

    /** The events that came with this relationship; those of others merged into it stand there. */
    private List<Object> events(long relationship) {
        return log.page(relationship, null, MOST_EVENTS).stream()
                .filter(event -> event.relationship() == relationship)
                .<Object>map(event -> event)
                .toList();
    }

    private List<AuditEntry> audit(String subject) {
        return audit.before(new AuditLog.Filter(null, null, subject, null, null), Long.MAX_VALUE, MOST_AUDIT_ENTRIES);
    }

    private List<Map<String, @Nullable Object>> rows(String sql, long relationship) {
        return database.sql(sql)
                .param(relationship)
                .query((row, number) -> {
                    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
                    ResultSetMetaData names = row.getMetaData();
                    for (int i = 1; i <= names.getColumnCount(); i++) {
                        boolean moment = names.getColumnTypeName(i).equals("timestamptz");
                        columns.put(
                                names.getColumnLabel(i),
                                moment ? row.getObject(i, OffsetDateTime.class) : row.getObject(i));
                    }
                    return columns;
                })
                .list();
    }
}
