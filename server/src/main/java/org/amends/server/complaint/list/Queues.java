package org.amends.server.complaint.list;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.amends.server.customer.Mentions;
import org.amends.server.customer.PersonalData;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of cases that people come back to: their own, and those of everybody. */
@Component
public final class Queues implements PersonalData {

    static final int LONGEST_NAME = 60;

    /** More are a list to search through. */
    private static final int MOST = 50;

    private final JdbcClient database;
    private final InstantSource clock;

    Queues(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A kept list.
     *
     * @param shared whether it is everybody's
     * @param query what stands behind the question mark of the list's address
     */
    public record Queue(long id, String name, boolean shared, String query) {

        /** What it asks for. */
        public CaseRequest request() {
            return CaseRequest.ofQuery(query);
        }
    }

    /** Everybody's, and this actor's own, each by name. */
    public List<Queue> of(String actor) {
        return database.sql("""
                        select id, name, owner is null as shared, query from case_queue
                        where owner is null or owner = ? order by owner is not null, name""")
                .param(actor)
                .query((row, number) -> new Queue(
                        row.getLong("id"), row.getString("name"), row.getBoolean("shared"), row.getString("query")))
                .list();
    }

    /** The one of this number, where this actor may see it. */
    public Optional<Queue> find(String actor, long id) {
        return of(actor).stream().filter(each -> each.id() == id).findFirst();
    }

    /**
     * Keeps a list; one of the same name is replaced.
     *
     * @param owner null for everybody
     * @throws Problem when there are too many already
     */
    public Queue keep(@Nullable String owner, String name, CaseRequest request) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "empty or too long", "Write at most %d letters.".formatted(LONGEST_NAME));
        }
        return database.sql("""
                        insert into case_queue (owner, name, query, created_at)
                        select :owner, :name, :query, :now
                        where (select count(*) from case_queue
                               where owner is not distinct from :owner and name <> :name) < :most
                        on conflict (owner, name) do update set query = excluded.query
                        returning id""")
                .param("owner", owner)
                .param("name", called)
                .param("query", request.query())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(Long.class)
                .optional()
                .map(id -> new Queue(id, called, owner == null, request.query()))
                .orElseThrow(() -> Problem.invalid(
                        "name", "one queue too many", "Forget one of the %d others first.".formatted(MOST)));
    }

    /**
     * Forgets a list.
     *
     * @param shared whether this actor may forget those of everybody
     * @return whether there was one that they may forget
     */
    public boolean forget(String actor, boolean shared, long id) {
        return database.sql("delete from case_queue where id = :id and (owner = :actor or owner is null and :shared)")
                        .param("id", id)
                        .param("actor", actor)
                        .param("shared", shared)
                        .update()
                == 1;
    }

    /** Those that name the person are no use any more. */
    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        Mentions mentions = Mentions.of(customers);
        List<Long> naming = database
                .sql("select id, name, true as shared, query from case_queue")
                .query((row, number) ->
                        new Queue(row.getLong("id"), row.getString("name"), true, row.getString("query")))
                .list()
                .stream()
                .filter(each -> mentions.in(each.name())
                        || mentions.in(URLDecoder.decode(each.query(), StandardCharsets.UTF_8)))
                .map(Queue::id)
                .toList();
        return database.sql("delete from case_queue where id = any (?)")
                .param(naming.toArray(Long[]::new))
                .update();
    }
}
