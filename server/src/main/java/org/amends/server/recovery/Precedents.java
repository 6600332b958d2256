package org.amends.server.recovery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.amends.complaint.Assessment;
import org.amends.event.FailureKind;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases like one, by what does not depend on the language in which anybody wrote.
 *
 * <p>Looked at are, for each failure that the case tells of, the {@value #NEWEST} cases of its brand that tell of it too and were
 * answered last, since what a company grants changes with the years. Of these only such are compared whose loss is of the same
 * currency and not more than about three times larger or smaller, or that name none as this one does. Points are given, of 100:
 *
 * <ul>
 *   <li>50 for the failures: the share of those that both tell of in all that either tells of, rounded down to points;
 *   <li>20 where the same is wanted, 10 where one wants both redress and respect and the other one of the two;
 *   <li>15 where the loss is in the same band, 5 where it is in the next one;
 *   <li>15 where the relationship is of the same age, 8 where it is one band younger or older; bands are under one, three and seven
 *       years, and longer. Of whom nothing was known before the case counts as new.
 * </ul>
 *
 * <p>Alike is what has {@value #ALIKE} points. Ties go to the case that was answered later.
 */
@Component
public final class Precedents {

    /** Of one failure no more cases than these are looked at. */
    static final int NEWEST = 1_000;

    /** What has fewer points is another kind of case. */
    static final int ALIKE = 60;

    /** So many are named. */
    static final int NAMED = 5;

    /** Of fewer there is no middle half. */
    static final int FEWEST = 4;

    private static final String FIND = """
            with candidate as (
                select distinct on (p.complaint) p.*
                from unnest(:failures::text[]) as own (failure)
                cross join lateral (
                    select * from precedent
                    where brand = :brand and failure = own.failure and complaint <> :complaint
                    order by answered_at desc, complaint desc limit :newest) p),
            scored as (
                select c.*,
                    50 * s.shared / (cardinality(c.failures) + cardinality(:failures::text[]) - s.shared)
                    + case when c.want = :want then 20
                        when 'UNKNOWN' in (c.want, :want) then 0
                        when 'BOTH' in (c.want, :want) then 10 else 0 end
                    + case when c.loss_band is not distinct from :loss::smallint then 15 else 5 end
                    + case when c.tenure_band is not distinct from :tenure::smallint then 15
                        when abs(c.tenure_band - :tenure::smallint) = 1 then 8 else 0 end as points
                from candidate c
                cross join lateral (
                    select count(*)::integer as shared from unnest(c.failures) f where f = any (:failures::text[])) s
                where (c.currency is null or c.currency = :currency)
                    and (c.loss_band is null) = (:loss::smallint is null)
                    and (c.loss_band is null or abs(c.loss_band - :loss::smallint) <= 1)),
            alike as (select * from scored where points >= :alike),
            measured as materialized (
                select count(*) as cases, percentile_disc(0.25) within group (order by granted) as least,
                    percentile_disc(0.75) within group (order by granted) as most
                from alike)
            select m.*, a.*, k.reference
            from (select * from alike order by points desc, answered_at desc, complaint desc limit :named) a
            join complaint k on k.id = a.complaint cross join measured m
            order by a.points desc, a.answered_at desc, a.complaint desc""";

    private final JdbcClient database;
    private final PrecedentLedger ledger;

    Precedents(JdbcClient database, PrecedentLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    private record Row(
            int cases, @Nullable BigDecimal least, @Nullable BigDecimal most, Precedent precedent) {}

    /**
     * What cases like this one got.
     *
     * @param currency in which its plan is
     */
    Practice of(KeptCase kept, Currency currency) {
        Assessment said = kept.complaint().assessment();
        String[] failures =
                said.failures().stream().map(FailureKind::name).distinct().toArray(String[]::new);
        List<Row> rows = database.sql(FIND)
                .param("failures", failures)
                .param("brand", kept.complaint().brand())
                .param("complaint", kept.id())
                .param("newest", NEWEST)
                .param("want", said.want().name())
                .param("loss", PrecedentBands.loss(said.loss()))
                .param(
                        "tenure",
                        PrecedentBands.tenure(ledger.tenureDays(kept.id()).orElse(null)))
                .param("currency", currency.getCurrencyCode())
                .param("alike", ALIKE)
                .param("named", NAMED)
                .query(Precedents::row)
                .list();
        if (rows.isEmpty()) {
            return Practice.NONE;
        }
        Row first = rows.getFirst();
        boolean tells = first.cases() >= FEWEST;
        return new Practice(
                first.cases(),
                currency.getCurrencyCode(),
                tells ? first.least() : null,
                tells ? first.most() : null,
                rows.stream().map(Row::precedent).toList());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String[] elements = (String[]) row.getArray("elements").getArray();
        @Nullable BigDecimal[] amounts = (BigDecimal[]) row.getArray("amounts").getArray();
        List<Precedent.Grant> granted = new ArrayList<>();
        for (int i = 0; i < elements.length; i++) {
            granted.add(new Precedent.Grant(elements[i], amounts[i]));
        }
        return new Row(
                row.getInt("cases"),
                row.getBigDecimal("least"),
                row.getBigDecimal("most"),
                new Precedent(
                        Objects.requireNonNull(row.getString("reference")),
                        row.getInt("points"),
                        Objects.requireNonNull(row.getObject("answered_at", OffsetDateTime.class))
                                .toInstant(),
                        List.of((String[]) row.getArray("failures").getArray()),
                        granted,
                        row.getString("currency"),
                        row.getObject("accepted", Boolean.class),
                        row.getObject("resolved", Boolean.class)));
    }
}
