package org.amends.server.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of published policies. */
@Component
class PolicyStore {

    private static final String VERSION = "select number, version, hash, note, published_by, published_at";

    private final JdbcClient database;

    PolicyStore(JdbcClient database) {
        this.database = database;
    }

    /** A publication with its text. */
    record Stored(PolicyVersion version, String text) {}

    /** All publications, the newest first. */
    List<PolicyVersion> all() {
        return database.sql(VERSION + " from policy_version order by number desc")
                .query((row, i) -> version(row))
                .list();
    }

    /** The one in force, unless none was ever published. */
    Optional<Stored> current() {
        return database.sql(VERSION + ", content from policy_version order by number desc limit 1")
                .query((row, i) -> stored(row))
                .optional();
    }

    Optional<Stored> numbered(int number) {
        return database.sql(VERSION + ", content from policy_version where number = :number")
                .param("number", number)
                .query((row, i) -> stored(row))
                .optional();
    }

    /** The newest publication under this name. */
    Optional<Stored> named(String version) {
        return database.sql(
                        VERSION + ", content from policy_version where version = :version order by number desc limit 1")
                .param("version", version)
                .query((row, i) -> stored(row))
                .optional();
    }

    /**
     * Adds a publication.
     *
     * @throws DuplicateKeyException when the number is taken: somebody else published meanwhile
     */
    void add(PolicyVersion version, String text) {
        database.sql("""
                insert into policy_version (number, version, content, hash, note, published_by, published_at)
                values (:number, :version, :content, :hash, :note, :by, :at)""")
                .param("number", version.number())
                .param("version", version.version())
                .param("content", text)
                .param("hash", HexFormat.of().parseHex(version.hash()))
                .param("note", version.note())
                .param("by", version.publishedBy())
                .param("at", Timestamp.from(version.publishedAt()))
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(version(row), row.getString("content"));
    }

    private static PolicyVersion version(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("published_at").toInstant();
        return new PolicyVersion(
                row.getInt("number"),
                row.getString("version"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getString("note"),
                row.getString("published_by"),
                at);
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
