package org.amends.server.access.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.amends.server.access.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps sessions in the database, so that a restart signs nobody out, and what a person may do is read anew each time. */
final class Sessions {

    private static final Duration SEEN_TO_WITHIN = Duration.ofMinutes(1);
    private static final int LONGEST_BROWSER = 300;
    private static final String COLUMNS =
            "id, person, complete, means, started_at, seen_at, confirmed_at, address, browser";

    private final JdbcClient sql;

    Sessions(JdbcClient sql) {
        this.sql = sql;
    }

    /** Starts a session under a new secret, which goes into the cookie and nowhere else. */
    String start(UUID person, boolean complete, Set<Means> means, Client client, Instant now) {
        sql.sql("delete from console_session where started_at < :oldest or seen_at < :idle")
                .param("oldest", time(now.minus(Session.LONGEST)))
                .param("idle", time(now.minus(Session.IDLE)))
                .update();
        String secret = Secret.strongWord();
        sql.sql("""
                insert into console_session
                    (hash, id, person, complete, means, started_at, seen_at, confirmed_at, address, browser)
                values (:hash, :id, :person, :complete, :means, :now, :now, :now, :address, :browser)""")
                .param("hash", Secret.hash(secret))
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("complete", complete)
                .param("means", means.stream().map(Means::tag).sorted().toArray(String[]::new))
                .param("now", time(now))
                .param("address", client.address())
                .param(
                        "browser",
                        client.browser()
                                .substring(
                                        0,
                                        Math.min(
                                                LONGEST_BROWSER,
                                                client.browser().length())))
                .update();
        return secret;
    }

    /** The session that a cookie holds the secret of, while it is alive. */
    Optional<Session> find(String secret, Instant now) {
        Optional<Session> found = sql.sql("select " + COLUMNS + " from console_session where hash = :hash")
                .param("hash", Secret.hash(secret))
                .query((row, number) -> session(row))
                .optional()
                .filter(session -> session.aliveAt(now));
        found.filter(session -> now.isAfter(session.seenAt().plus(SEEN_TO_WITHIN)))
                .ifPresent(session -> sql.sql("update console_session set seen_at = :now where id = :id")
                        .param("now", time(now))
                        .param("id", session.id())
                        .update());
        return found;
    }

    /** The sessions of a person that are alive, the one last used first. */
    List<Session> of(UUID person, Instant now) {
        return sql
                .sql("select " + COLUMNS
                        + " from console_session where person = :person and complete order by seen_at desc, id")
                .param("person", person)
                .query((row, number) -> session(row))
                .list()
                .stream()
                .filter(session -> session.aliveAt(now))
                .toList();
    }

    /** Notes that they proved again who they are, and gives the session a new secret: the old cookie is worth nothing then. */
    String confirm(UUID id, Instant now) {
        String secret = Secret.strongWord();
        sql.sql("update console_session set confirmed_at = :now, hash = :hash where id = :id")
                .param("now", time(now))
                .param("hash", Secret.hash(secret))
                .param("id", id)
                .update();
        return secret;
    }

    /** Ends one session of a person. */
    void end(UUID person, UUID id) {
        sql.sql("delete from console_session where person = :person and id = :id")
                .param("person", person)
                .param("id", id)
                .update();
    }

    /** Ends all sessions of a person but one. */
    int endOthers(UUID person, UUID but) {
        return sql.sql("delete from console_session where person = :person and id <> :but")
                .param("person", person)
                .param("but", but)
                .update();
    }

    /** Ends all sessions of a person. */
    int endAll(UUID person) {
        return sql.sql("delete from console_session where person = :person")
                .param("person", person)
                .update();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getBoolean("complete"),
                Arrays.stream((String[]) row.getArray("means").getArray())
                        .map(Means::of)
                        .collect(Collectors.toSet()),
                instant(row, "started_at"),
                instant(row, "seen_at"),
                instant(row, "confirmed_at"),
                row.getString("address"),
                row.getString("browser"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
