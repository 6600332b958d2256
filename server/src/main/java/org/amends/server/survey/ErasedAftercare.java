package org.amends.server.survey;

import java.util.Collection;
import org.amends.server.customer.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes people's words about a person out; causes, numbers and moments stay. */
@Component
final class ErasedAftercare implements PersonalData {

    private final JdbcClient database;

    ErasedAftercare(JdbcClient database) {
        this.database = database;
    }

    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        // Relationships carry their new names already.
        String ofErased = " in (select c.id from complaint c join relationship r on r.id = c.relationship"
                + " where r.customer like 'erased-%')";
        int lessons = database.sql(
                        "update lesson set lesson = '', fix = null where lesson <> '' and complaint" + ofErased)
                .update();
        int outcomes = database.sql(
                        "update follow_up set outcome = null where outcome is not null and complaint" + ofErased)
                .update();
        return lessons
                + outcomes
                + database.sql("delete from kind_contact where relationship in"
                                + " (select id from relationship where customer like 'erased-%')")
                        .update();
    }
}
