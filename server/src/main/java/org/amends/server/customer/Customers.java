package org.amends.server.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.amends.server.access.BrandScope;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what belongs to a customer. */
@Component
final class Customers {

    private static final String SELECT = "select id, brand, customer, merged_into, restricted from relationship ";

    private final JdbcClient database;

    Customers(JdbcClient database) {
        this.database = database;
    }

    /**
     * The relationships that came with this identifier, one a brand.
     *
     * @param brand null for all that the caller may see
     * @throws Problem when there is none
     */
    List<KeptCustomer> named(String customer, @Nullable String brand, BrandScope seen) {
        List<KeptCustomer> rows = database
                .sql(SELECT + "where customer = ? order by brand")
                .param(customer)
                .query(Customers::read)
                .list()
                .stream()
                .filter(row -> seen.includes(row.brand())
                        && (brand == null || row.brand().equals(brand)))
                .toList();
        if (rows.isEmpty()) {
            throw Problem.notFound("customer", customer);
        }
        return rows;
    }

    /** All relationships of the same person: these, those merged into them, and those into which they were merged. */
    List<KeptCustomer> samePerson(Collection<KeptCustomer> some) {
        return database.sql("with recursive same (id, merged_into) as ("
                        + "select id, merged_into from relationship where id = any (?)"
                        + " union select r.id, r.merged_into from same join relationship r"
                        + " on r.merged_into = same.id or r.id = same.merged_into) "
                        + SELECT
                        + "where id in (select id from same) order by id")
                .param(some.stream().map(KeptCustomer::id).toArray(Long[]::new))
                .query(Customers::read)
                .list();
    }

    /** The relationship at the end of the merges that begin with this one. */
    KeptCustomer survivor(long id) {
        return database.sql("with recursive up (id, merged_into) as ("
                        + "select id, merged_into from relationship where id = ?"
                        + " union select r.id, r.merged_into from up join relationship r on r.id = up.merged_into) "
                        + SELECT
                        + "where merged_into is null and id in (select id from up)")
                .param(id)
                .query(Customers::read)
                .single();
    }

    /** The relationship of this customer with this brand; made when there is none. */
    KeptCustomer foundOrMade(String customer, String brand) {
        int ignored = database.sql(
                        "insert into relationship (customer, brand) values (?, ?) on conflict (customer, brand) do nothing")
                .param(customer)
                .param(brand)
                .update();
        return database.sql(SELECT + "where customer = ? and brand = ?")
                .param(customer)
                .param(brand)
                .query(Customers::read)
                .single();
    }

    /** Has the watch diagnose these anew, though no event came. */
    void requestDiagnosis(Collection<Long> relationships) {
        int ignored = database.sql("insert into watch_request select unnest(?::bigint[]) on conflict do nothing")
                .param(relationships.toArray(Long[]::new))
                .update();
    }

    /**
     * Takes out what was found of these, and waits for the watch to finish the step it is in, which may know them still.
     * Belongs into the transaction that makes them unusable.
     */
    void forgetFindings(Collection<Long> relationships) {
        Long[] ids = relationships.toArray(Long[]::new);
        boolean held = database.sql("select only_row from watch for update")
                .query(Boolean.class)
                .single();
        assert held;
        for (String table : List.of("diagnosis", "diagnosis_change", "outbox")) {
            int ignored = database.sql("delete from " + table + " where relationship = any (?)")
                    .param(ids)
                    .update();
        }
    }

    private static KeptCustomer read(ResultSet row, int number) throws SQLException {
        long into = row.getLong("merged_into");
        Long mergedInto = row.wasNull() ? null : into;
        return new KeptCustomer(
                row.getLong("id"),
                row.getString("brand"),
                row.getString("customer"),
                mergedInto,
                row.getBoolean("restricted"));
    }
}
