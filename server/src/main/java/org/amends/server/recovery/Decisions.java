package org.amends.server.recovery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amends.server.customer.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was proposed, with all that it was worked out from. */
@Component
final class Decisions implements PersonalData {

    private final JdbcClient database;

    Decisions(JdbcClient database) {
        this.database = database;
    }

    /**
     * One decision.
     *
     * @param facts its {@link Inputs} as JSON
     * @param answer as it was worked out, JSON
     */
    record Decision(UUID id, long complaint, Instant at, String policyVersion, String facts, String answer) {}

    void keep(Decision decision) {
        int ignored = database.sql(
                        "insert into decision (id, complaint, at, policy_version, facts, answer) values (?, ?, ?, ?, ?, ?)")
                .param(decision.id())
                .param(decision.complaint())
                .param(decision.at().atOffset(ZoneOffset.UTC))
                .param(decision.policyVersion())
                .param(decision.facts())
                .param(decision.answer())
                .update();
    }

    Optional<Decision> find(UUID id) {
        return database.sql("select id, complaint, at, policy_version, facts, answer from decision where id = ?")
                .param(id)
                .query((row, number) -> new Decision(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getLong("complaint"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("policy_version"),
                        row.getString("facts"),
                        row.getString("answer")))
                .optional();
    }

    /** The state of a relationship tells of a person; what was decided stays. */
    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        return database.sql("update decision set facts = '{}' where facts <> '{}'"
                        + " and complaint in (select id from complaint where customer = any (?))")
                .param(customers.toArray(String[]::new))
                .update();
    }
}
