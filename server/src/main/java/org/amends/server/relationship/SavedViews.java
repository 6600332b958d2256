package org.amends.server.relationship;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.amends.server.customer.Mentions;
import org.amends.server.customer.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The filters that people keep, each for themselves. */
@Component
final class SavedViews implements PersonalData {

    /** More are a list to search through. */
    static final int MOST = 30;

    static final int LONGEST_NAME = 60;

    private final JdbcClient database;

    SavedViews(JdbcClient database) {
        this.database = database;
    }

    List<SavedView> of(String person) {
        return database.sql("select id, name, query from saved_view where person = ? order by name")
                .param(person)
                .query((row, number) -> new SavedView(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Keeps a view; one of the same name is replaced. Returns false when the person has {@link #MOST} others already. */
    boolean keep(String person, String name, String query, Instant now) {
        return database.sql("""
                        insert into saved_view (person, name, query, created_at)
                        select :person, :name, :query, :now
                        where (select count(*) from saved_view where person = :person and name <> :name) < :most
                        on conflict (person, name) do update set query = excluded.query""")
                        .param("person", person)
                        .param("name", name)
                        .param("query", query)
                        .param("now", Timestamp.from(now))
                        .param("most", MOST)
                        .update()
                == 1;
    }

    /** Those that name the person are no use any more. */
    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        Mentions mentions = Mentions.of(customers);
        List<Long> naming = database
                .sql("select id, name, query from saved_view")
                .query((row, number) -> new SavedView(row.getLong(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(view -> mentions.in(view.name())
                        || mentions.in(view.query())
                        || mentions.in(URLDecoder.decode(view.query(), StandardCharsets.UTF_8)))
                .map(SavedView::id)
                .toList();
        return database.sql("delete from saved_view where id = any (?)")
                .param(naming.toArray(Long[]::new))
                .update();
    }

    void forget(String person, long id) {
        int ignored = database.sql("delete from saved_view where person = ? and id = ?")
                .param(person)
                .param(id)
                .update();
    }
}
