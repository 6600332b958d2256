package org.amends.server.breaking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.amends.relationship.Contribution;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.KeptStates;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what each way of breaking takes, and finds what pulls. */
@Component
final class WayCounts {

    /** Causes are read from so many of the likeliest to end; more would not change their order. */
    private static final int SAMPLE = 200;

    private final JdbcClient database;
    private final DiagnosisInForce diagnoses;

    WayCounts(JdbcClient database, DiagnosisInForce diagnoses) {
        this.database = database;
        this.diagnoses = diagnoses;
    }

    /**
     * What one way of breaking takes.
     *
     * @param relationships in how many it leads
     * @param expectedEndings the sum of their probabilities of ending
     * @param valueAtRisk by ISO 4217 code, or under an empty one; in that currency's main unit
     */
    record Taken(long relationships, double expectedEndings, Map<String, Double> valueAtRisk) {

        static final Taken NOTHING = new Taken(0, 0, Map.of());
    }

    /**
     * The counts of a day by stable name, {@code none} for those in which no way leads.
     *
     * @param day when they were made
     */
    record Counts(LocalDate day, Map<String, Taken> taken) {

        Taken of(String mode) {
            return taken.getOrDefault(mode, Taken.NOTHING);
        }

        long all() {
            return taken.values().stream().mapToLong(Taken::relationships).sum();
        }
    }

    /**
     * The counts of the latest picture; those of this moment where there is none yet.
     *
     * @param seen the brands of the reader; null means all
     */
    Counts latest(LocalDate today, @Nullable Set<String> seen) {
        LocalDate day = database.sql("select max(day) from daily_picture where not replayed")
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list()
                .getFirst();
        String source = day == null ? """
                select coalesce(mode, 'none') as mode, currency, 1 as relationships, leave_probability as expected_endings,
                    value_at_risk from diagnosis
                where not over and (:brands::text[] is null or brand = any (:brands))""" : """
                select mode, currency, relationships, expected_endings, value_at_risk from daily_picture
                where day = :day and standing in ('active', 'leaving')
                    and (:brands::text[] is null or brand = any (:brands))""";
        JdbcClient.StatementSpec query =
                database.sql("""
                        select mode, currency, sum(relationships) as relationships, sum(expected_endings) as expected_endings,
                            sum(value_at_risk) as value_at_risk
                        from (%s) counted group by mode, currency""".formatted(source)).param("brands", seen == null ? null : seen.toArray(String[]::new));
        Map<String, Taken> taken = new HashMap<>();
        (day == null ? query : query.param("day", day)).query(row -> {
            Map<String, Double> value = new TreeMap<>();
            if (row.getDouble("value_at_risk") > 0) {
                value.put(Objects.requireNonNull(row.getString("currency")), row.getDouble("value_at_risk"));
            }
            taken.merge(
                    Objects.requireNonNull(row.getString("mode")),
                    new Taken(row.getLong("relationships"), row.getDouble("expected_endings"), value),
                    WayCounts::together);
        });
        return new Counts(day == null ? today : day, taken);
    }

    private static Taken together(Taken one, Taken other) {
        Map<String, Double> value = new TreeMap<>(one.valueAtRisk());
        other.valueAtRisk().forEach((currency, amount) -> value.merge(currency, amount, Double::sum));
        return new Taken(
                one.relationships() + other.relationships(), one.expectedEndings() + other.expectedEndings(), value);
    }

    /** A cause with its share of what pulls in this way, 0 to 1. */
    record Pull(Cause cause, double share) {}

    /** What pulls most in the relationships in which this way leads. */
    List<Pull> causes(BreakMode mode, java.time.Instant now, @Nullable Set<String> seen) {
        Diagnosing diagnosing = diagnoses.diagnosing();
        Diagnosing.At diagnoses = diagnosing.at(now);
        KeptStates states = new KeptStates(diagnosing.policy());
        Map<Cause, Double> pulls = new EnumMap<>(Cause.class);
        database.sql("""
                        select r.state from (
                            select relationship from diagnosis
                            where mode = :mode and not over and (:brands::text[] is null or brand = any (:brands))
                            order by leave_probability desc, relationship desc limit :most) likeliest
                        join relationship r on r.id = likeliest.relationship where r.state is not null""")
                .param("mode", mode.stableName())
                .param("brands", seen == null ? null : seen.toArray(String[]::new))
                .param("most", SAMPLE)
                .query((row, number) -> Objects.requireNonNull(row.getBytes(1)))
                .list()
                .forEach(state -> {
                    for (Contribution contribution :
                            diagnoses.diagnose(states.read(state)).contributions()) {
                        if (contribution.mode() == mode && contribution.logit() > 0) {
                            pulls.merge(contribution.cause(), contribution.logit(), Double::sum);
                        }
                    }
                });
        double all = pulls.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Pull> shares = new ArrayList<>();
        pulls.forEach((cause, pull) -> shares.add(new Pull(cause, pull / all)));
        shares.sort(java.util.Comparator.comparingDouble(pull -> -pull.share()));
        return shares;
    }
}
