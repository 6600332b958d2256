package org.amends.server.access.person;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps people. It checks no rights and records nothing: whoever calls does. */
public final class People {

    private static final String COLUMNS =
            "id, login, name, roles, brands, password, totp_secret, totp_pending, totp_step, created_at, disabled_at";

    private final JdbcClient sql;

    /** Over a database. */
    public People(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everybody, by name. */
    public List<Account> list() {
        return sql.sql("select " + COLUMNS + " from person order by lower(name), login")
                .query((row, number) -> account(row))
                .list();
    }

    /** The person with this id. */
    public Optional<Account> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from person where id = :id")
                .param("id", id)
                .query((row, number) -> account(row))
                .optional();
    }

    /** The person who signs in by this, in any case. */
    public Optional<Account> byLogin(String login) {
        return sql.sql("select " + COLUMNS + " from person where lower(login) = lower(:login)")
                .param("login", login.strip())
                .query((row, number) -> account(row))
                .optional();
    }

    /** The person whom an identity provider calls so. */
    public Optional<Account> byOutsideIdentity(String issuer, String subject) {
        return sql.sql("select " + COLUMNS + " from person where id ="
                        + " (select person from outside_identity where issuer = :issuer and subject = :subject)")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, number) -> account(row))
                .optional();
    }

    /** Remembers whom an identity provider calls so. */
    public void bind(UUID id, String issuer, String subject) {
        sql.sql("insert into outside_identity (issuer, subject, person) values (:issuer, :subject, :id)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("id", id)
                .update();
    }

    /** Whether somebody may sign in and is an administrator. */
    public boolean hasAdministrator() {
        return sql.sql("""
                select exists (
                    select 1 from person p
                    where 'admin' = any (roles) and disabled_at is null
                      and (password is not null
                           or exists (select 1 from outside_identity o where o.person = p.id)))""").query(Boolean.class).single();
    }

    /**
     * Adds a person, who cannot sign in yet.
     *
     * @throws org.springframework.dao.DuplicateKeyException if somebody signs in by that already
     */
    public Person add(String login, String name, Set<Role> roles, BrandScope brands, Instant now) {
        Person person = new Person(UUID.randomUUID(), login.strip(), name.strip(), roles, brands);
        sql.sql("""
                insert into person (id, login, name, roles, brands, created_at)
                values (:id, :login, :name, :roles, :brands::text[], :now)""")
                .param("id", person.id())
                .param("login", person.login())
                .param("name", person.name())
                .param("roles", tags(roles))
                .param("brands", brands.names())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return person;
    }

    /** Changes what a person is to Amends and which brands they see. */
    public void grant(UUID id, Set<Role> roles, BrandScope brands) {
        sql.sql("update person set roles = :roles, brands = :brands::text[] where id = :id")
                .param("roles", tags(roles))
                .param("brands", brands.names())
                .param("id", id)
                .update();
    }

    /** Changes how a person is called. */
    public void rename(UUID id, String name) {
        set(id, "name", name.strip());
    }

    /** Sets the hash of a password. */
    public void password(UUID id, String hash) {
        set(id, "password", hash);
    }

    /** Sets the secret that becomes the authenticator's once a code of it was typed. */
    public void pendingTotp(UUID id, @Nullable String secret) {
        set(id, "totp_pending", secret);
    }

    /** Makes the pending secret the authenticator's. */
    public void confirmTotp(UUID id) {
        sql.sql("update person set totp_secret = totp_pending, totp_pending = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Takes the authenticator and the recovery codes away. */
    public void removeTotp(UUID id) {
        sql.sql("update person set totp_secret = null, totp_pending = null where id = :id")
                .param("id", id)
                .update();
        sql.sql("delete from recovery_code where person = :id").param("id", id).update();
    }

    /** Takes a code's time step, once: says whether no code of it or of a later one was taken before. */
    public boolean takeTotpStep(UUID id, long step) {
        return sql.sql("update person set totp_step = :step where id = :id and totp_step < :step")
                        .param("step", step)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Lets a person sign in no more, or again. */
    public void disable(UUID id, @Nullable Instant since) {
        sql.sql("update person set disabled_at = :since where id = :id")
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Puts other recovery codes in place of those there are; only hashes come here. */
    public void recoveryCodes(UUID id, List<String> hashes) {
        sql.sql("delete from recovery_code where person = :id").param("id", id).update();
        for (String hash : hashes) {
            sql.sql("insert into recovery_code (person, hash) values (:id, :hash)")
                    .param("id", id)
                    .param("hash", hash)
                    .update();
        }
    }

    /** Takes a recovery code, once; says whether it was there to take. */
    public boolean takeRecoveryCode(UUID id, String hash, Instant now) {
        return sql.sql(
                                "update recovery_code set used_at = :now where person = :id and hash = :hash and used_at is null")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(UUID id) {
        return sql.sql("select count(*) from recovery_code where person = :id and used_at is null")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private void set(UUID id, String column, @Nullable String value) {
        sql.sql("update person set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", id)
                .update();
    }

    private static String[] tags(Set<Role> roles) {
        return roles.stream().map(Role::tag).sorted().toArray(String[]::new);
    }

    private static Account account(ResultSet row) throws SQLException {
        @Nullable Array brands = row.getArray("brands");
        @Nullable OffsetDateTime disabled = row.getObject("disabled_at", OffsetDateTime.class);
        return new Account(
                new Person(
                        row.getObject("id", UUID.class),
                        row.getString("login"),
                        row.getString("name"),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(Role::of)
                                .collect(Collectors.toSet()),
                        BrandScope.ofNullable(brands == null ? null : List.of((String[]) brands.getArray()))),
                row.getString("password"),
                row.getString("totp_secret"),
                row.getString("totp_pending"),
                row.getLong("totp_step"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                disabled == null ? null : disabled.toInstant());
    }
}
