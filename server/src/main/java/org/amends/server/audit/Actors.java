package org.amends.server.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people and tokens are called today whom the log names by their ids: names are kept with them, not in the log. */
@Component
public final class Actors {

    private final JdbcClient sql;

    Actors(JdbcClient sql) {
        this.sql = sql;
    }

    private record Named(String actor, String name) {}

    /** Names by how the log names them; who has none is left out. */
    public Map<String, String> names(Collection<String> actors) {
        Map<String, String> names = new HashMap<>();
        sql.sql("""
                select 'person:' || id as actor, name from person where 'person:' || id = any (:actors)
                union all
                select 'token:' || id, name from access_token where 'token:' || id = any (:actors)""")
                .param("actors", actors.stream().distinct().toArray(String[]::new))
                .query((row, number) -> new Named(row.getString("actor"), row.getString("name")))
                .list()
                .forEach(each -> names.put(each.actor(), each.name()));
        return names;
    }
}
