package org.amends.server.parting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amends.fairness.Burden;
import org.amends.fairness.Rate;
import org.amends.server.access.BrandScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether partings fall more often on some customers than on others: the costly, those of long standing, the vulnerable, and those
 * of another language than most. Counted are the cases of two years; a parting counts once a second person has confirmed it.
 */
@Component
final class PartingBurdens {

    /** How far back cases count. */
    static final int DAYS = 730;

    private static final Duration BACK = Duration.ofDays(DAYS);

    /** From so many days on a customer is of long standing. */
    private static final int LONG_STANDING_DAYS = 5 * 365;

    /** Cases on which more was given than on three quarters of those on which anything was. */
    private static final double COSTLY_QUANTILE = 0.75;

    private static final String COUNTED = """
            with ground as (
                select complaint, brand, language, vulnerable, tenure_days, given, parted from parting_ground
                where opened_at >= :from and (:brands::text[] is null or brand = any (:brands))),
            usual as (
                select distinct on (brand) brand, language
                from (select brand, language, count(*) as cases from ground group by brand, language) each
                order by brand, cases desc, language),
            mark as (
                select percentile_disc(:quantile) within group (order by given) as costly from ground where given > 0),
            marked as (
                select g.complaint, g.parted, g.vulnerable, g.tenure_days is not null as tenure_known,
                    coalesce(g.tenure_days >= :long, false) as long_standing, g.language <> u.language as other_language,
                    g.given > 0 and g.given >= coalesce(m.costly, 0) as costly
                from ground g join usual u on u.brand = g.brand cross join mark m)
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    PartingBurdens(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Groups on whom parting must not fall more often. */
    enum Group {
        COSTLY,
        LONG_STANDING,
        VULNERABLE,
        OTHER_LANGUAGE;

        String stableName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How often parting falls on each group and on everybody else. */
    Map<Group, Burden> of(BrandScope seen) {
        return database.sql(COUNTED + """
                        select count(*) filter (where costly) as costly,
                            count(*) filter (where costly and parted) as costly_parted,
                            count(*) filter (where long_standing) as long_standing,
                            count(*) filter (where long_standing and parted) as long_standing_parted,
                            count(*) filter (where vulnerable) as vulnerable,
                            count(*) filter (where vulnerable and parted) as vulnerable_parted,
                            count(*) filter (where other_language) as other_language,
                            count(*) filter (where other_language and parted) as other_language_parted,
                            count(*) filter (where tenure_known) as known,
                            count(*) filter (where tenure_known and parted) as known_parted,
                            count(*) as cases, count(*) filter (where parted) as parted
                        from marked""")
                .param("from", from())
                .param("brands", seen.names())
                .param("quantile", COSTLY_QUANTILE)
                .param("long", LONG_STANDING_DAYS)
                .query((row, number) -> burdens(row))
                .single();
    }

    private static Map<Group, Burden> burdens(ResultSet row) throws SQLException {
        Map<Group, Burden> burdens = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            String column = group.stableName();
            boolean ofKnown = group == Group.LONG_STANDING;
            long all = row.getLong(ofKnown ? "known" : "cases");
            long parted = row.getLong(ofKnown ? "known_parted" : "parted");
            Rate inside = new Rate(row.getLong(column + "_parted"), row.getLong(column));
            burdens.put(group, new Burden(inside, new Rate(parted - inside.hits(), all - inside.all())));
        }
        return burdens;
    }

    /** The groups to which the customer of a case belongs. */
    Set<Group> groups(long complaint, BrandScope seen) {
        Set<Group> groups = EnumSet.noneOf(Group.class);
        database.sql(
                        COUNTED
                                + "select costly, long_standing, vulnerable, other_language from marked where complaint = :case")
                .param("from", from())
                .param("brands", seen.names())
                .param("quantile", COSTLY_QUANTILE)
                .param("long", LONG_STANDING_DAYS)
                .param("case", complaint)
                .query((row, number) -> {
                    for (Group group : Group.values()) {
                        if (row.getBoolean(group.stableName())) {
                            groups.add(group);
                        }
                    }
                    return true;
                })
                .list();
        return groups;
    }

    private java.time.OffsetDateTime from() {
        Instant from = clock.instant().minus(BACK);
        return from.atOffset(ZoneOffset.UTC);
    }
}
