package org.amends.server.access.person;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.amends.server.access.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links that let somebody in once, to choose a password. Only a hash of the secret in them is kept. */
public final class EntryLinks {

    /** For how long a link is good. */
    public static final Duration GOOD = Duration.ofHours(24);

    /** Where a link leads, before its secret. */
    public static final String PATH = "/login/link/";

    private final JdbcClient sql;

    /** Over a database. */
    public EntryLinks(JdbcClient sql) {
        this.sql = sql;
    }

    /** Makes a link for a person, and takes back those made before; gives the path that it leads to. */
    public String make(UUID person, Instant now) {
        String secret = Secret.strongWord();
        sql.sql("delete from entry_link where person = :person or expires_at < :now")
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("insert into entry_link (hash, person, created_at, expires_at) values (:hash, :person, :now, :end)")
                .param("hash", Secret.hash(secret))
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", now.plus(GOOD).atOffset(ZoneOffset.UTC))
                .update();
        return PATH + secret;
    }

    /** Whom a link is for, while it is good. */
    public Optional<UUID> person(String secret, Instant now) {
        return sql.sql("select person from entry_link where hash = :hash and expires_at > :now")
                .param("hash", Secret.hash(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("person", UUID.class))
                .optional();
    }

    /** Uses a link up: whom it was for, if it was still good. Of two who use it at once, one gets through. */
    public Optional<UUID> take(String secret, Instant now) {
        return sql.sql("delete from entry_link where hash = :hash and expires_at > :now returning person")
                .param("hash", Secret.hash(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("person", UUID.class))
                .optional();
    }
}
