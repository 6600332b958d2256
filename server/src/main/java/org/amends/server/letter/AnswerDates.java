package org.amends.server.letter;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By when the answer to a complaint is due. */
@Component
public final class AnswerDates {

    private final JdbcClient database;

    AnswerDates(JdbcClient database) {
        this.database = database;
    }

    /** The last day for the answer by the clocks of the case; null where none says so. */
    public @Nullable LocalDate by(long complaint, ZoneId zone) {
        return database.sql("""
                        select due_at from clock
                        where complaint = ? and duty = 'FINAL' and settled_at is null and due_at is not null
                        order by due_at limit 1""")
                .param(complaint)
                .query(OffsetDateTime.class)
                .optional()
                .map(due -> due.atZoneSameInstant(zone).toLocalDate())
                .orElse(null);
    }
}
