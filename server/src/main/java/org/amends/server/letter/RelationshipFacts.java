package org.amends.server.letter;

import java.util.List;
import org.amends.relationship.Relationship;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.KeptStates;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of the relationship that a case belongs to. */
@Component
final class RelationshipFacts {

    private final JdbcClient database;
    private final DiagnosisInForce inForce;

    RelationshipFacts(JdbcClient database, DiagnosisInForce inForce) {
        this.database = database;
        this.inForce = inForce;
    }

    /** The relationship as it is now; null when nothing is known of it, or its data must not be used. */
    @Nullable
    Relationship of(long relationship) {
        List<byte[]> states = database.sql(
                        "select state from relationship where id = ? and not restricted and state is not null")
                .param(relationship)
                .query((row, number) -> row.getBytes("state"))
                .list();
        return states.isEmpty() ? null : new KeptStates(inForce.diagnosing().policy()).read(states.getFirst());
    }
}
