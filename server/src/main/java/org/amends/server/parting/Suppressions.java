package org.amends.server.parting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amends.server.access.BrandScope;
import org.amends.server.letter.Peace;
import org.amends.server.webhook.MessageType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom no channel writes to. Changes are numbered in the order in which they were committed, since each is made while the head of
 * the log is held: whoever reads on from the last number misses none.
 */
@Component
public final class Suppressions implements Peace {

    private static final String SELECT = """
            select s.relationship, s.brand, r.customer, c.reference, s.since, s.lifted_at, s.lifted_because, s.change
            from suppression s join relationship r on r.id = s.relationship left join complaint c on c.id = s.complaint
            """;

    private final JdbcClient database;
    private final PartingMessages messages;

    Suppressions(JdbcClient database, PartingMessages messages) {
        this.database = database;
        this.messages = messages;
    }

    /**
     * Somebody to be left in peace, or who was.
     *
     * @param reference of the case in which the company parted, or null
     * @param liftedAt when they came back, or null while they are to be left in peace
     * @param change the number of the latest change
     */
    record Suppression(
            long relationship,
            String brand,
            String customer,
            @Nullable String reference,
            Instant since,
            @Nullable Instant liftedAt,
            @Nullable String liftedBecause,
            long change) {

        PartingMessages.About about() {
            return new PartingMessages.About(relationship, brand, customer);
        }
    }

    /** Begins the silence. Belongs into the transaction that parts, which holds the head of the log. */
    void begin(PartingMessages.About about, long complaint, String reference, Instant at) {
        int ignored = database.sql("""
                        insert into suppression (relationship, brand, complaint, since, change)
                        values (?, ?, ?, ?, nextval('suppression_change'))
                        on conflict (relationship) do update set complaint = excluded.complaint, since = excluded.since,
                            lifted_at = null, lifted_because = null, change = excluded.change""")
                .param(about.relationship())
                .param(about.brand())
                .param(complaint)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
        messages.tell(MessageType.PARTED, about, at, Map.of("case", reference, "suppressed", true));
    }

    /** Ends the silence. Belongs into a transaction that holds the head of the log. */
    void lift(Suppression suppression, Instant at, String because) {
        int lifted = database.sql("""
                        update suppression set lifted_at = ?, lifted_because = ?, change = nextval('suppression_change')
                        where relationship = ? and lifted_at is null""")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(because)
                .param(suppression.relationship())
                .update();
        if (lifted > 0) {
            messages.tell(MessageType.RETURNED, suppression.about(), at, Map.of("suppressed", false));
        }
    }

    /** Changes behind a number, the earliest first. */
    List<Suppression> changes(long behind, int most, BrandScope seen) {
        return database.sql(SELECT + """
                        where s.change > :behind and (:brands::text[] is null or s.brand = any (:brands))
                        order by s.change limit :most""")
                .param("behind", behind)
                .param("brands", seen.names())
                .param("most", most)
                .query(Suppressions::read)
                .list();
    }

    /** The one of this customer, in force or lifted. */
    Optional<Suppression> of(String customer, String brand) {
        return database.sql(SELECT + "where r.customer = ? and s.brand = ?")
                .param(customer)
                .param(brand)
                .query(Suppressions::read)
                .optional();
    }

    @Override
    public boolean inForce(long relationship) {
        return database.sql("""
                        select exists (
                            select 1 from suppression s join relationship mine on mine.id = ?
                            join relationship r on r.id = s.relationship
                            where s.lifted_at is null
                                and (r.id in (mine.id, mine.merged_into) or r.merged_into in (mine.id, mine.merged_into)))""").param(relationship).query(Boolean.class).single();
    }

    static Suppression read(ResultSet row, int number) throws SQLException {
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new Suppression(
                row.getLong("relationship"),
                row.getString("brand"),
                row.getString("customer"),
                row.getString("reference"),
                java.util.Objects.requireNonNull(row.getObject("since", OffsetDateTime.class))
                        .toInstant(),
                lifted == null ? null : lifted.toInstant(),
                row.getString("lifted_because"),
                row.getLong("change"));
    }
}
