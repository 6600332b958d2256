package org.amends.server.complaint.team;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has a case open just now, so that two people do not answer it at once. */
@Component
public final class Presence {

    /** Who has said nothing for so long has gone. */
    public static final Duration LASTS = Duration.ofSeconds(60);

    private final JdbcClient database;
    private final InstantSource clock;

    Presence(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Somebody at a case.
     *
     * @param actor as the audit log names them
     * @param name how they are called
     * @param writing whether they are writing, and not only reading
     * @param at when they last said so
     */
    public record Present(String actor, String name, boolean writing, Instant at) {}

    /**
     * Says that somebody is there, which holds for {@link #LASTS}.
     *
     * @param complaint the store's number of the case
     * @return who else is there, those who write first
     */
    public List<Present> here(long complaint, String actor, boolean writing) {
        int ignored = database.sql("""
                        insert into case_presence (complaint, actor, writing, at)
                        values (:complaint, :actor, :writing, :now)
                        on conflict (complaint, actor) do update set writing = excluded.writing, at = excluded.at""")
                .param("complaint", complaint)
                .param("actor", actor)
                .param("writing", writing)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return others(complaint, actor);
    }

    /** Who else is there, those who write first. */
    public List<Present> others(long complaint, String actor) {
        return database.sql("""
                        select p.actor, p.writing, p.at, coalesce(person.name, access_token.name, p.actor) as name
                        from case_presence p
                        left join person on 'person:' || person.id = p.actor
                        left join access_token on 'token:' || access_token.id = p.actor
                        where p.complaint = :complaint and p.actor <> :actor and p.at > :since
                        order by p.writing desc, name""")
                .param("complaint", complaint)
                .param("actor", actor)
                .param("since", clock.instant().minus(LASTS).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Present(
                        row.getString("actor"),
                        row.getString("name"),
                        row.getBoolean("writing"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Says that somebody has gone; who went without a word is forgotten with it. */
    public void gone(long complaint, String actor) {
        int ignored = database.sql(
                        "delete from case_presence where complaint = :complaint and (actor = :actor or at < :since)")
                .param("complaint", complaint)
                .param("actor", actor)
                .param("since", clock.instant().minus(LASTS).atOffset(ZoneOffset.UTC))
                .update();
    }
}
