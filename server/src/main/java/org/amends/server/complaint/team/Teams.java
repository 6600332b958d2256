package org.amends.server.complaint.team;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Teams, and the people who cases may be given to. */
@Component
public final class Teams {

    private static final String PERSON = "person:";

    private final JdbcClient database;

    Teams(JdbcClient database) {
        this.database = database;
    }

    /**
     * Some people who work together.
     *
     * @param tag as cases name it
     * @param members as the audit log names them
     */
    public record Team(String tag, String name, List<String> members) {
        public Team {
            members = List.copyOf(members);
        }
    }

    /** Somebody who cases may be given to, by how the audit log names them. */
    public record Colleague(String actor, String login, String name) {}

    private record Member(String team, String actor) {}

    /** All teams by name. */
    public List<Team> all() {
        Map<String, List<String>> members = new TreeMap<>();
        database.sql("select team, 'person:' || person as actor from team_member order by person")
                .query((row, number) -> new Member(row.getString("team"), row.getString("actor")))
                .list()
                .forEach(each -> members.computeIfAbsent(each.team(), team -> new java.util.ArrayList<>())
                        .add(each.actor()));
        return database.sql("select tag, name from team order by name, tag")
                .query((row, number) -> new Team(
                        row.getString("tag"),
                        row.getString("name"),
                        members.getOrDefault(row.getString("tag"), List.of())))
                .list();
    }

    /** Whether there is such a team. */
    public boolean has(String tag) {
        return database.sql("select exists (select from team where tag = ?)")
                .param(tag)
                .query(Boolean.class)
                .single();
    }

    /** Everybody who signs in and may see this brand, by name. */
    public List<Colleague> colleagues(@Nullable String brand) {
        return database.sql("""
                        select 'person:' || id as actor, login, name from person
                        where disabled_at is null and (:brand::text is null or brands is null or :brand = any (brands))
                        order by name, login""")
                .param("brand", brand)
                .query((row, number) ->
                        new Colleague(row.getString("actor"), row.getString("login"), row.getString("name")))
                .list();
    }

    /** Whether cases of this brand may be given to this actor: a person who signs in and may see it. */
    public boolean mayOwn(String actor, String brand) {
        return colleagues(brand).stream().anyMatch(each -> each.actor().equals(actor));
    }

    /** The names of people and of programs by how the audit log names them; who has none is left out. */
    public Map<String, String> names(Collection<String> actors) {
        Map<String, String> names = new TreeMap<>();
        database.sql("""
                        select 'person:' || id as actor, login, name from person where 'person:' || id = any (:actors)
                        union all
                        select 'token:' || id, '', name from access_token where 'token:' || id = any (:actors)""")
                .param("actors", actors.stream().distinct().toArray(String[]::new))
                .query((row, number) ->
                        new Colleague(row.getString("actor"), row.getString("login"), row.getString("name")))
                .list()
                .forEach(each -> names.put(each.actor(), each.name()));
        return names;
    }

    /** The teams of somebody, by tag. */
    public Set<String> of(String actor) {
        return Set.copyOf(database.sql("select team from team_member where 'person:' || person = ? order by team")
                .param(actor)
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** Makes a team, or names it and its members anew. */
    void keep(Team team, Instant now) {
        int ignored = database.sql("""
                        insert into team (tag, name, created_at) values (:tag, :name, :now)
                        on conflict (tag) do update set name = excluded.name""")
                .param("tag", team.tag())
                .param("name", team.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        ignored = database.sql("delete from team_member where team = ?")
                .param(team.tag())
                .update();
        ignored = database.sql("insert into team_member (team, person) select ?, unnest(?::uuid[])")
                .param(team.tag())
                .param(team.members().stream()
                        .distinct()
                        .map(each -> UUID.fromString(each.substring(PERSON.length())))
                        .toArray(UUID[]::new))
                .update();
    }

    /** Whether people of this actor's name sign in, whatever brands they see. */
    boolean signsIn(String actor) {
        return colleagues(null).stream().anyMatch(each -> each.actor().equals(actor));
    }

    /** Takes a team away. Cases that it has keep its tag until they are given to somebody else. */
    boolean remove(String tag) {
        return database.sql("delete from team where tag = ?").param(tag).update() == 1;
    }
}
