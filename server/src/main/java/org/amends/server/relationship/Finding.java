package org.amends.server.relationship;

import java.util.List;
import org.amends.relationship.Relationship;
import org.amends.server.access.BrandScope;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.KeptStates;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the relationship that a request names. */
@Component
final class Finding {

    private static final int MOST_MERGES = 100;

    private final JdbcClient database;
    private final DiagnosisInForce inForce;

    Finding(JdbcClient database, DiagnosisInForce inForce) {
        this.database = database;
        this.inForce = inForce;
    }

    private record Row(
            long id,
            String brand,
            String customer,
            @Nullable Relationship relationship,
            @Nullable Long mergedInto,
            boolean restricted) {}

    /**
     * The relationship of this customer, or the one into which it was merged.
     *
     * @param brand null where the customer has a relationship with one brand only
     * @param seen the brands that the caller may see
     * @throws Problem when there is none that the caller may see, when there are several, or when it is restricted
     */
    FoundRelationship of(String customer, @Nullable String brand, BrandScope seen) {
        List<Row> rows = rows("where customer = ? order by brand", customer).stream()
                .filter(row -> seen.includes(row.brand())
                        && (brand == null || row.brand().equals(brand)))
                .toList();
        if (rows.isEmpty()) {
            throw Problem.notFound("relationship", brand == null ? customer : customer + "\" with brand \"" + brand);
        }
        if (rows.size() > 1) {
            throw Problem.invalid("brand", "missing", "The customer has relationships with several brands: name one.")
                    .with("brands", rows.stream().map(Row::brand).toList());
        }
        Row row = rows.getFirst();
        for (int merges = 0; row.mergedInto() != null && merges < MOST_MERGES; merges++) {
            row = rows("where id = ?", row.mergedInto()).getFirst();
        }
        Relationship relationship = row.relationship();
        if (row.restricted()) {
            throw restricted(row.customer());
        }
        if (relationship == null) {
            throw Problem.notFound("relationship", customer);
        }
        return new FoundRelationship(row.id(), row.brand(), row.customer(), relationship, merged(row.id()));
    }

    static Problem restricted(String customer) {
        return new Problem(
                        HttpStatus.FORBIDDEN,
                        "customer-restricted",
                        "The customer is restricted",
                        "Customer \"%s\" asked that their data be stored and not used.".formatted(customer))
                .with("remedy", "Lift the restriction first, where the person agrees.");
    }

    private List<Row> rows(String where, Object parameter) {
        KeptStates states = new KeptStates(inForce.diagnosing().policy());
        return database.sql("select id, brand, customer, state, merged_into, restricted from relationship " + where)
                .param(parameter)
                .query((row, number) -> {
                    long into = row.getLong("merged_into");
                    Long mergedInto = row.wasNull() ? null : into;
                    byte[] state = row.getBytes("state");
                    return new Row(
                            row.getLong("id"),
                            row.getString("brand"),
                            row.getString("customer"),
                            state == null ? null : states.read(state),
                            mergedInto,
                            row.getBoolean("restricted"));
                })
                .list();
    }

    private List<String> merged(long survivor) {
        return database.sql("""
                        with recursive member (id, customer) as (
                            select id, customer from relationship where merged_into = ?
                            union
                            select next.id, next.customer from member join relationship next on next.merged_into = member.id)
                        select customer from member order by customer""")
                .param(survivor)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
