package org.amends.server.complaint;

import java.util.Collection;
import org.amends.server.customer.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes out of cases what tells of an erased person: their name, the subject, and every word that was written down. What was done, by
 * which of the company's people and when, stays.
 */
@Component
final class ErasedCases implements PersonalData {

    /** Members of events that hold words that somebody wrote. */
    private static final String[] WORDS = {
        "subject",
        "text",
        "value",
        "how",
        "reason",
        "what",
        "why",
        "proof",
        "cause",
        "lesson",
        "fix",
        "tag",
        "otherwise_because",
        "approval_because"
    };

    private final JdbcClient database;

    ErasedCases(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean last() {
        return true;
    }

    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        String[] names = customers.toArray(String[]::new);
        // The relationship bears its new name already.
        int events =
                database.sql("""
                        update complaint_event e set data = (
                            select json_object_agg(key, case
                                when key = 'customer' then to_json(r.customer)
                                when key = any (:words) and json_typeof(value) = 'string' then to_json('erased'::text)
                                when key = 'evidence' then (value::jsonb || '{"text": "erased", "asked_of": null}')::json
                                else value end)
                            from json_each(e.data::json))::text
                        from complaint c join relationship r on r.id = c.relationship
                        where c.id = e.complaint and c.customer = any (:names) and e.data <> '{}'""").param("words", WORDS).param("names", names).update();
        int cases = database.sql("""
                        update complaint c set customer = r.customer, subject = 'erased', tags = '{}'
                        from relationship r where r.id = c.relationship and c.customer = any (:names)""").param("names", names).update();
        return events + cases;
    }
}
