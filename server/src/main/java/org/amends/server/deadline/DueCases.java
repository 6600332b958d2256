package org.amends.server.deadline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.amends.server.access.BrandScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open cases whose nearest clock runs out soon, or has run out. */
@Component
public final class DueCases {

    private final JdbcClient database;

    DueCases(JdbcClient database) {
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param duty what is due, as {@code DutyKind} names it
     */
    public record DueCase(String reference, String customer, String brand, String subject, String duty, Instant due) {}

    /** Those that are due before a moment, the soonest first. */
    public List<DueCase> before(Instant moment, BrandScope brands, int most) {
        return database.sql("""
                        select reference, customer, brand, subject, due_duty, due_at from complaint
                        where stage <> 'CLOSED' and due_at is not null and due_at < :moment
                            and (:brands::text[] is null or brand = any (:brands))
                        order by due_at limit :most""")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("brands", brands.names())
                .param("most", most)
                .query((row, number) -> new DueCase(
                        Objects.requireNonNull(row.getString("reference")),
                        Objects.requireNonNull(row.getString("customer")),
                        Objects.requireNonNull(row.getString("brand")),
                        Objects.requireNonNull(row.getString("subject")),
                        Objects.requireNonNull(row.getString("due_duty")),
                        Objects.requireNonNull(row.getObject("due_at", OffsetDateTime.class))
                                .toInstant()))
                .list();
    }
}
