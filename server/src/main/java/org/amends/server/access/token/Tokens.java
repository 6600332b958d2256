package org.amends.server.access.token;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Scope;
import org.amends.server.access.Secret;
import org.amends.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps tokens. Needs nothing but the database, so that the command line can use it beside a running server.
 *
 * <p>A token reads {@code amends_ID_SECRET}. The id finds it, the secret proves it; only a hash of the secret is kept.
 */
public final class Tokens {

    /** What every token begins with, so that scanners for leaked secrets can tell it. */
    public static final String PREFIX = "amends_";

    private static final int ID_LETTERS = 12;
    private static final String COLUMNS =
            "id, name, scopes, brands, created_at, created_by, expires_at, last_used_at, revoked_at, replaced_by";

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Audit audit;

    /** Over a database; what it does is recorded in the audit log. */
    public Tokens(JdbcClient sql, TransactionOperations transactions, Audit audit) {
        this.sql = sql;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * What to make.
     *
     * @param name what the token is for
     * @param scopes what it may do; at least one
     * @param brands which brands it is limited to
     * @param expiresAt when it ends, or null for never
     */
    public record Wish(
            String name,
            Set<Scope> scopes,
            BrandScope brands,
            @Nullable Instant expiresAt) {

        public Wish {
            if (name.isBlank() || name.length() > 100) {
                throw new IllegalArgumentException("name must have 1 to 100 characters.");
            }
            if (scopes.isEmpty()) {
                throw new IllegalArgumentException("scopes must name at least one scope.");
            }
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * A new token, with its secret, which nobody can ever read again.
     *
     * @param token as it is kept
     * @param text the whole token
     */
    public record Issued(Token token, String text) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "token " + token.id();
        }
    }

    /** Makes a token. */
    public Issued create(Wish wish, String actor, Instant now) {
        return done(transactions.execute(status -> {
            Issued issued = insert(wish, actor, now);
            audit.record(actor, "token.created", "token:" + issued.token().id(), described(wish));
            return issued;
        }));
    }

    /**
     * Makes a token to take the place of another. The old one stays good for a while, so that nothing fails meanwhile.
     *
     * @param overlap for how long the old one stays good, at most
     * @return the new one, or nothing if there is no such token that is still good
     */
    public Optional<Issued> rotate(String id, Duration overlap, String actor, Instant now) {
        return done(transactions.execute(status -> {
            Optional<Token> old = find(id).filter(token -> token.goodAt(now));
            return old.map(token -> {
                @Nullable Instant end = token.expiresAt();
                @Nullable Instant next = end == null ? null : now.plus(Duration.between(token.createdAt(), end));
                Issued issued = insert(new Wish(token.name(), token.scopes(), token.brands(), next), actor, now);
                sql.sql(
                                "update access_token set replaced_by = :next, expires_at = least(expires_at, :end) where id = :id")
                        .param("next", issued.token().id())
                        .param("end", at(now.plus(overlap)))
                        .param("id", id)
                        .update();
                audit.record(
                        actor,
                        "token.rotated",
                        "token:" + id,
                        Map.of("replaced_by", issued.token().id(), "overlap_seconds", overlap.toSeconds()));
                return issued;
            });
        }));
    }

    /** Takes a token back at once; says whether there was one to take back. */
    public boolean revoke(String id, String actor, Instant now) {
        return done(transactions.execute(status -> {
            boolean revoked = sql.sql("update access_token set revoked_at = :now where id = :id and revoked_at is null")
                            .param("now", at(now))
                            .param("id", id)
                            .update()
                    == 1;
            if (revoked) {
                audit.record(actor, "token.revoked", "token:" + id, Map.of());
            }
            return revoked;
        }));
    }

    /** The token with this id, good or not. */
    public Optional<Token> find(String id) {
        return sql.sql("select " + COLUMNS + " from access_token where id = :id")
                .param("id", id)
                .query((row, number) -> token(row))
                .optional();
    }

    /** All tokens, the newest first. */
    public List<Token> list() {
        return sql.sql("select " + COLUMNS + " from access_token order by created_at desc, id")
                .query((row, number) -> token(row))
                .list();
    }

    /** A token and the hash that its secret must have. */
    record Kept(Token token, String hash) {}

    Optional<Kept> kept(String id) {
        return sql.sql("select hash, " + COLUMNS + " from access_token where id = :id")
                .param("id", id)
                .query((row, number) -> new Kept(token(row), row.getString("hash")))
                .optional();
    }

    void used(Map<String, Instant> lastUses) {
        lastUses.forEach((id, last) -> sql.sql(
                        "update access_token set last_used_at = greatest(last_used_at, :last) where id = :id")
                .param("last", at(last))
                .param("id", id)
                .update());
    }

    private Issued insert(Wish wish, String actor, Instant now) {
        String id = Secret.word(ID_LETTERS);
        String secret = Secret.strongWord();
        sql.sql("""
                insert into access_token (id, hash, name, scopes, brands, created_at, created_by, expires_at)
                values (:id, :hash, :name, :scopes, :brands::text[], :now, :actor, :expires)""")
                .param("id", id)
                .param("hash", Secret.hash(secret))
                .param("name", wish.name())
                .param("scopes", tags(wish.scopes()).toArray(String[]::new))
                .param("brands", wish.brands().names())
                .param("now", at(now))
                .param("actor", actor)
                .param("expires", wish.expiresAt() == null ? null : at(wish.expiresAt()))
                .update();
        return new Issued(find(id).orElseThrow(), PREFIX + id + "_" + secret);
    }

    private static Map<String, Object> described(Wish wish) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", wish.name());
        details.put("scopes", List.copyOf(tags(wish.scopes())));
        details.put("brands", wish.brands().toString());
        if (wish.expiresAt() != null) {
            details.put("expires_at", wish.expiresAt().toString());
        }
        return details;
    }

    private static Set<String> tags(Set<Scope> scopes) {
        return scopes.stream().map(Scope::tag).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Token token(ResultSet row) throws SQLException {
        @Nullable Array brands = row.getArray("brands");
        return new Token(
                row.getString("id"),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .map(Scope::of)
                        .collect(Collectors.toSet()),
                BrandScope.ofNullable(brands == null ? null : List.of((String[]) brands.getArray())),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"),
                row.getString("replaced_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> T done(@Nullable T result) {
        if (result == null) {
            throw new IllegalStateException("A transaction gave no result.");
        }
        return result;
    }
}
