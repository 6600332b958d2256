package org.amends.server.relationship;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The brands that there are. */
@Component
final class Brands {

    private final JdbcClient database;

    Brands(JdbcClient database) {
        this.database = database;
    }

    /**
     * Those to choose from, by name; empty when there is one only. They are found by leaping along the index from one to the
     * next, since looking at a million rows for three names would take long.
     *
     * @param seen the brands of the reader; null means all
     */
    List<String> of(@Nullable Set<String> seen) {
        List<String> all = database.sql("""
                        with recursive found(brand) as (
                            select min(brand) from diagnosis where brand <> ''
                            union all
                            select (select min(brand) from diagnosis where brand > found.brand and brand <> '')
                            from found where found.brand is not null)
                        select brand from found where brand is not null limit 200""")
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
        List<String> own = all.stream()
                .filter(brand -> seen == null || seen.contains(brand))
                .toList();
        return own.size() < 2 ? List.of() : own;
    }

    /** Whether there is no relationship at all. */
    boolean none() {
        return !database.sql("select exists (select from relationship)")
                .query(Boolean.class)
                .single();
    }
}
