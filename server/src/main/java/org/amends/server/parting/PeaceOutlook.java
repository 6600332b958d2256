package org.amends.server.parting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Relationship;
import org.amends.server.access.BrandScope;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.KeptStates;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Watches from afar those who were parted from: what they say in public, how likely they strike back, and how far they keep away.
 * The wish for revenge falls with time while avoidance rises; the same state is diagnosed as of later moments.
 */
@Component
final class PeaceOutlook {

    private static final List<Integer> DAYS = List.of(0, 90, 365);

    private final JdbcClient database;
    private final DiagnosisInForce inForce;
    private final InstantSource clock;

    PeaceOutlook(JdbcClient database, DiagnosisInForce inForce, InstantSource clock) {
        this.database = database;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** Retaliation and avoidance so many days from now. */
    record Moment(int days, double retaliation, double avoidance) {}

    /** Somebody who was parted from. */
    record Watched(
            String customer,
            String brand,
            Instant since,
            long mentions,
            @Nullable Instant lastMention,
            List<Moment> moments) {}

    @SuppressWarnings("ArrayRecordComponent") // Read once, compared never.
    private record Row(
            String customer,
            String brand,
            Instant since,
            long mentions,
            @Nullable Instant lastMention,
            byte @Nullable [] state) {}

    /** Those most likely to strike back first. */
    List<Watched> of(BrandScope seen, int most) {
        Diagnosing diagnosing = inForce.diagnosing();
        KeptStates states = new KeptStates(diagnosing.policy());
        Instant now = clock.instant();
        List<Watched> watched = new ArrayList<>();
        for (Row row : rows(seen, most)) {
            byte[] state = row.state();
            watched.add(new Watched(
                    row.customer(),
                    row.brand(),
                    row.since(),
                    row.mentions(),
                    row.lastMention(),
                    state == null ? List.of() : moments(states.read(state), diagnosing, now)));
        }
        return watched;
    }

    private static List<Moment> moments(Relationship relationship, Diagnosing diagnosing, Instant now) {
        List<Moment> moments = new ArrayList<>();
        for (int days : DAYS) {
            Diagnosis diagnosis = diagnosing.at(now.plus(Duration.ofDays(days))).diagnose(relationship);
            moments.add(new Moment(days, diagnosis.retaliationRisk(), diagnosis.avoidance()));
        }
        return moments;
    }

    private List<Row> rows(BrandScope seen, int most) {
        return database.sql("""
                        select r.customer, r.brand, s.since, r.state, coalesce(m.mentions, 0) as mentions, m.latest
                        from suppression s join relationship r on r.id = s.relationship
                        left join diagnosis d on d.relationship = s.relationship
                        left join lateral (
                            select count(*) as mentions, max(e.occurred_at) as latest from event e
                            where e.relationship = s.relationship and e.type = 'public_criticism'
                                and e.occurred_at >= s.since) m on true
                        where s.lifted_at is null and (:brands::text[] is null or s.brand = any (:brands))
                        order by m.latest desc nulls last, d.retaliation_risk desc nulls last, s.relationship limit :most""")
                .param("brands", seen.names())
                .param("most", most)
                .query((row, number) -> {
                    OffsetDateTime latest = row.getObject("latest", OffsetDateTime.class);
                    return new Row(
                            row.getString("customer"),
                            row.getString("brand"),
                            Objects.requireNonNull(row.getObject("since", OffsetDateTime.class))
                                    .toInstant(),
                            row.getLong("mentions"),
                            latest == null ? null : latest.toInstant(),
                            row.getBytes("state"));
                })
                .list();
    }
}
