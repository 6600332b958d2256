package org.amends.cli.score;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.amends.cli.history.DatabaseException;
import org.amends.cli.history.HistoryDatabase;
import org.amends.event.CustomerId;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.amends.relationship.Contribution;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The tables of scored relationships and of contributions, on their way to files. Confined to one thread. */
final class ScoreTables implements AutoCloseable {

    private static final double SECONDS_A_DAY = 86_400;

    private final HistoryDatabase database;
    private final DuckDBConnection connection;
    private final Instant at;
    private final DuckDBAppender relationships;
    private final DuckDBAppender contributions;

    ScoreTables(HistoryDatabase database, Instant at) {
        this.database = database;
        this.at = at;
        database.execute("""
                CREATE TABLE relationships (
                    customer VARCHAR, brand VARCHAR, leave_probability DOUBLE, mode VARCHAR, base DOUBLE,
                    acute_failure DOUBLE, accumulation DOUBLE, fading DOUBLE, competitor_pull DOUBLE, betrayed_trust DOUBLE,
                    retaliation_risk DOUBLE, complaint_propensity DOUBLE, silent_sufferer BOOLEAN, double_deviation BOOLEAN,
                    neglected_loyal BOOLEAN, alive DOUBLE, expected_purchases DOUBLE, residual_value DOUBLE,
                    value_at_risk DOUBLE, open_issues INTEGER, answer VARCHAR, priority DOUBLE, avoidance DOUBLE,
                    tenure_days DOUBLE, purchases BIGINT, last_purchase TIMESTAMPTZ, currency VARCHAR, standing VARCHAR)""");
        database.execute("""
                CREATE TABLE contributions (
                    customer VARCHAR, brand VARCHAR, event VARCHAR, cause TINYINT, contribution DOUBLE)""");
        this.connection = database.connect();
        try {
            // One transaction: every chunk of rows would be one otherwise, and cost more than the scoring.
            connection.setAutoCommit(false);
            relationships = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "relationships");
            contributions = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "contributions");
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** Takes one relationship. */
    void add(ScoredCustomer scored) {
        try {
            addRelationship(scored.relationship(), scored.diagnosis());
            addContributions(scored.relationship(), scored.diagnosis());
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    private void addRelationship(Relationship relationship, Diagnosis diagnosis) throws SQLException {
        DuckDBAppender row = relationships.beginRow();
        BreakMode mode = diagnosis.mode();
        row.append(relationship.customer().value());
        text(row, relationship.brand());
        row.append(diagnosis.leaveProbability());
        text(row, mode == null ? null : mode.stableName());
        row.append(diagnosis.base());
        for (BreakMode each : BreakMode.values()) {
            row.append(diagnosis.contributionOf(each));
        }
        row.append(diagnosis.retaliationRisk())
                .append(diagnosis.complaintPropensity())
                .append(diagnosis.silentSufferer())
                .append(diagnosis.doubleDeviation())
                .append(diagnosis.neglectedLoyal())
                .append(diagnosis.alive())
                .append(diagnosis.expectedPurchases())
                .append(diagnosis.residualValue())
                .append(diagnosis.valueAtRisk())
                .append(diagnosis.openIssues())
                .append(diagnosis.answer().word())
                .append(diagnosis.priority())
                .append(diagnosis.avoidance())
                .append(Duration.between(relationship.firstSeen(), at).toSeconds() / SECONDS_A_DAY);
        addPurchases(row, relationship.purchases());
        row.append(relationship.standing().name().toLowerCase(java.util.Locale.ROOT))
                .endRow();
    }

    private static void addPurchases(DuckDBAppender row, @Nullable Purchases purchases) throws SQLException {
        row.append(purchases == null ? 0L : purchases.count());
        if (purchases == null) {
            row.appendNull();
        } else {
            row.append(purchases.last().atOffset(ZoneOffset.UTC));
        }
        Currency currency = purchases == null ? null : purchases.currency();
        text(row, currency == null ? null : currency.getCurrencyCode());
    }

    private void addContributions(Relationship relationship, Diagnosis diagnosis) throws SQLException {
        CustomerId customer = relationship.customer();
        for (Contribution each : diagnosis.contributions()) {
            DuckDBAppender row = contributions.beginRow().append(customer.value());
            text(row, relationship.brand());
            text(row, each.event() == null ? null : each.event().value());
            row.append((byte) each.cause().ordinal()).append(each.logit()).endRow();
        }
    }

    private static void text(DuckDBAppender row, @Nullable String text) throws SQLException {
        if (text == null) {
            row.appendNull();
        } else {
            row.append(text);
        }
    }

    /** Writes the files into a folder. Relationships are ordered by customer; contributions stay together by customer. */
    void write(Path folder) {
        close();
        copy(
                "SELECT * FROM relationships ORDER BY customer, brand",
                folder.resolve("relationships.parquet"),
                "FORMAT parquet, COMPRESSION zstd");
        copy(
                "SELECT * FROM relationships ORDER BY customer, brand",
                folder.resolve("relationships.csv"),
                "FORMAT csv, HEADER true");
        copy(
                "SELECT customer, brand, event, %s[cause + 1] AS mode, %s[cause + 1] AS cause, contribution FROM contributions"
                        .formatted(
                                names(cause -> cause.mode() == null
                                        ? "base"
                                        : cause.mode().stableName()),
                                names(Cause::stableName)),
                folder.resolve("contributions.parquet"),
                "FORMAT parquet, COMPRESSION zstd");
    }

    /** One text for each cause, by its ordinal: rows of millions carry the number only. */
    private static String names(Function<Cause, String> name) {
        return Arrays.stream(Cause.values())
                .map(cause -> HistoryDatabase.quoted(name.apply(cause)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void copy(String query, Path file, String format) {
        database.execute("COPY (%s) TO %s (%s)".formatted(query, HistoryDatabase.quoted(file.toString()), format));
    }

    @Override
    public void close() {
        try {
            relationships.close();
            contributions.close();
            if (!connection.isClosed()) {
                connection.commit();
                connection.close();
            }
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }
}
