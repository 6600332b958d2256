package org.amends.server.diagnosis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.amends.insight.base.Fit;
import org.amends.insight.base.GammaGamma;
import org.amends.insight.base.MbgNbd;
import org.amends.insight.outlook.BaseFit;
import org.amends.insight.outlook.BaseSample;
import org.amends.policy.Policy;
import org.amends.relationship.Purchases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fits the base model to a sample of the company's own relationships, and keeps it. */
@Component
public final class BaseModels {

    /** A larger sample moves the estimates less than a day does. */
    private static final long MOST_SAMPLED = 20_000;

    private final JdbcClient database;

    BaseModels(JdbcClient database) {
        this.database = database;
    }

    /** The one fitted last, or {@link BaseInForce#NONE}. */
    public BaseInForce latest() {
        return database.sql("select * from base_model order by id desc limit 1")
                .query(BaseModels::read)
                .optional()
                .orElse(BaseInForce.NONE);
    }

    /**
     * Fits a new one as of this moment and keeps it. Where too little is known the policy's base stands in, and that is kept
     * as well.
     *
     * @param relationships how many there are about now
     * @param position how far the log has come
     */
    public BaseInForce fit(Policy policy, Instant now, long relationships, long position) {
        KeptStates states = new KeptStates(policy);
        long every = Math.max(1, (relationships + MOST_SAMPLED - 1) / MOST_SAMPLED);
        List<Purchases> sample = new ArrayList<>();
        database
                .sql("select state from relationship where id % :every = 0 and state is not null and not restricted")
                .param("every", every)
                .query((row, number) -> states.read(row.getBytes("state")).purchases())
                .stream()
                .filter(purchases -> purchases != null && !purchases.last().isAfter(now))
                .forEach(sample::add);
        BaseFit fit = BaseFit.to(BaseSample.of(sample, now));
        return keep(new BaseInForce(0, fit, attentionRecorded(), relationships, position, now), sample.size());
    }

    private boolean attentionRecorded() {
        return database.sql("select exists (select 1 from event where type = 'attention_given')")
                .query(Boolean.class)
                .single();
    }

    private BaseInForce keep(BaseInForce base, int customers) {
        Fit<MbgNbd> buying = base.fit().buying();
        Fit<GammaGamma> spending = base.fit().spending();
        MbgNbd rhythm = buying == null ? null : buying.model();
        GammaGamma money = spending == null ? null : spending.model();
        long id = database.sql("""
                        insert into base_model (fitted_at, relationships, position, customers, attention_recorded, buying_r,
                            buying_alpha, buying_a, buying_b, spending_p, spending_q, spending_gamma, currency, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .param(base.fittedAt().atOffset(ZoneOffset.UTC))
                .param(base.relationships())
                .param(base.position())
                .param(customers)
                .param(base.attentionRecorded())
                .param(rhythm == null ? null : (Double) rhythm.r())
                .param(rhythm == null ? null : (Double) rhythm.alpha())
                .param(rhythm == null ? null : (Double) rhythm.a())
                .param(rhythm == null ? null : (Double) rhythm.b())
                .param(money == null ? null : (Double) money.p())
                .param(money == null ? null : (Double) money.q())
                .param(money == null ? null : (Double) money.gamma())
                .param(base.fit().currency())
                .param(base.fit().note())
                .query(Long.class)
                .single();
        return new BaseInForce(
                id, base.fit(), base.attentionRecorded(), base.relationships(), base.position(), base.fittedAt());
    }

    private static BaseInForce read(ResultSet row, int number) throws SQLException {
        double customers = row.getLong("customers");
        Double r = value(row, "buying_r");
        Double p = value(row, "spending_p");
        MbgNbd buying = r == null
                ? null
                : new MbgNbd(r, number(row, "buying_alpha"), number(row, "buying_a"), number(row, "buying_b"));
        GammaGamma spending =
                p == null ? null : new GammaGamma(p, number(row, "spending_q"), number(row, "spending_gamma"));
        BaseFit fit = new BaseFit(
                buying == null ? null : kept(buying, customers),
                spending == null ? null : kept(spending, customers),
                row.getString("currency"),
                row.getString("note"));
        return new BaseInForce(
                row.getLong("id"),
                fit,
                row.getBoolean("attention_recorded"),
                row.getLong("relationships"),
                row.getLong("position"),
                Objects.requireNonNull(row.getObject("fitted_at", OffsetDateTime.class))
                        .toInstant());
    }

    private static <M> Fit<M> kept(M model, double customers) {
        return new Fit<>(model, List.of(), Double.NaN, customers, 0, true, "");
    }

    private static @Nullable Double value(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : (Double) value;
    }

    private static double number(ResultSet row, String column) throws SQLException {
        return row.getDouble(column);
    }
}
