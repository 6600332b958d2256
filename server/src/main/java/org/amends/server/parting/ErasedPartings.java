package org.amends.server.parting;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import org.amends.server.customer.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a person out of the list of those to be left in peace: nobody is left who could be written to. */
@Component
final class ErasedPartings implements PersonalData {

    private final JdbcClient database;
    private final InstantSource clock;

    ErasedPartings(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        // Relationships carry their new names already; an erased one has no way back to the old.
        int breaches = database.sql("delete from suppression_breach where event_id = any (?)")
                .param(eventIds.toArray(String[]::new))
                .update();
        return breaches
                + database.sql("""
                                update suppression s set lifted_at = ?, lifted_because = 'erased',
                                    change = nextval('suppression_change')
                                from relationship r
                                where r.id = s.relationship and r.customer like 'erased-%' and s.lifted_because is distinct from 'erased'""")
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
    }
}
