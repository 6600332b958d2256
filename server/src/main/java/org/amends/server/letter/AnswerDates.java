package org.amends.server.letter;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By when the answer to a complaint is due. */
@Component
final class AnswerDates {

    private final JdbcClient database;

    AnswerDates(JdbcClient database) {
        this.database = database;
    }

    /** The last day for the answer by the clocks of the case; null where none says so. */
    @Nullable
    LocalDate by(long complaint, ZoneId zone) {
        return database.sql("select due_at from complaint where id = ? and due_duty = 'FINAL' and due_at is not null")
                .param(complaint)
                .query(OffsetDateTime.class)
                .optional()
                .map(due -> due.atZoneSameInstant(zone).toLocalDate())
                .orElse(null);
    }
}
