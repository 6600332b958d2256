package org.amends.server.parting;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a customer valued, in words: the preferences they stated and what their purchases were of, the most frequent first. */
@Component
final class Valued {

    private static final int MOST = 20;

    private final JdbcClient database;

    Valued(JdbcClient database) {
        this.database = database;
    }

    List<String> by(long relationship) {
        return database
                .sql("""
                        with member as (
                            select id from relationship where id = :relationship or merged_into = :relationship),
                        said as (
                            select type, occurred_at, data::jsonb as data from event
                            where relationship in (select id from member)
                                and (type = 'preference_stated' or (type = 'purchase' and data like '%"category"%')))
                        select coalesce(case when type = 'purchase' then data -> 'attributes' ->> 'category'
                                else data ->> 'kind' end, '') as word
                        from said group by 1
                        order by bool_or(type = 'preference_stated') desc, count(*) desc, 1 limit :most""")
                .param("relationship", relationship)
                .param("most", MOST)
                .query((row, number) -> Objects.requireNonNull(row.getString("word")))
                .list()
                .stream()
                .map(Alternatives::word)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
