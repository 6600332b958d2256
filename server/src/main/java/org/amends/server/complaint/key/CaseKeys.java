package org.amends.server.complaint.key;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.amends.server.access.AccessSettings;
import org.amends.server.access.Secret;
import org.amends.server.customer.PersonalData;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the keys with which customers see their cases, and says what a key opens. A key holds 130 random bits; what is kept of it
 * is its SHA-256, so that nobody who reads the database can use it. Works within the caller's transaction where there is one.
 */
@Component
public final class CaseKeys implements PersonalData {

    private static final int LETTERS = 26;

    private final JdbcClient database;
    private final InstantSource clock;
    private final @Nullable URI publicUrl;

    CaseKeys(JdbcClient database, InstantSource clock, AccessSettings settings) {
        this.database = database;
        this.clock = clock;
        this.publicUrl = settings.publicUrl();
    }

    /**
     * What a key opens.
     *
     * @param reference of the case
     */
    public record Opened(String reference, Reach reach) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by content where it is used
    private record Kept(byte[] digest, Reach reach) {}

    /**
     * Makes a key.
     *
     * @param by who makes it, as the audit log names them
     * @throws Problem 404 when there is no such case
     */
    public String make(String reference, Reach reach, String by) {
        String key = Secret.word(LETTERS);
        int made = database.sql("""
                        insert into case_key (digest, complaint, reach, made_at, made_by)
                        select ?, id, ?, ?, ? from complaint where reference = ?""")
                .param(digest(key))
                .param(reach.name().toLowerCase(Locale.ROOT))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(by)
                .param(reference)
                .update();
        if (made == 0) {
            throw Problem.notFound("case", reference);
        }
        return key;
    }

    /** The path of the page on which a key opens a case. */
    public static String path(String reference, String key) {
        return "/status/%s?key=%s"
                .formatted(
                        URLEncoder.encode(reference, StandardCharsets.UTF_8),
                        URLEncoder.encode(key, StandardCharsets.UTF_8));
    }

    /**
     * A link for a letter to the customer's own address: it opens all that concerns them. Each letter gets a key of its own.
     *
     * @param by who writes the letter, as the audit log names them
     * @return empty where the installation does not say under which address the world reaches it
     */
    public Optional<String> link(String reference, String by) {
        URI url = publicUrl;
        return url == null
                ? Optional.empty()
                : Optional.of(
                        url.toString().replaceAll("/+$", "") + path(reference, make(reference, Reach.CUSTOMER, by)));
    }

    /** What a key opens; empty when it does not open this case, or there is none. Takes the same time in all of these cases. */
    public Optional<Opened> open(String reference, String key) {
        List<Kept> kept = database.sql("""
                        select k.digest, k.reach from case_key k join complaint c on c.id = k.complaint
                        where c.reference = ?""")
                .param(reference)
                .query((row, number) ->
                        new Kept(row.getBytes(1), Reach.valueOf(row.getString(2).toUpperCase(Locale.ROOT))))
                .list();
        byte[] digest = digest(key);
        Opened opened = null;
        for (Kept each : kept) {
            if (MessageDigest.isEqual(each.digest(), digest)) {
                opened = new Opened(reference, each.reach());
            }
        }
        return Optional.ofNullable(opened);
    }

    /** Makes all keys of a case worthless, as when one went to the wrong person. */
    public int revoke(String reference) {
        return database.sql("delete from case_key where complaint = (select id from complaint where reference = ?)")
                .param(reference)
                .update();
    }

    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        // The relationship has its new name already.
        return database.sql("""
                        delete from case_key where complaint in (
                            select c.id from complaint c join relationship r on r.id = c.relationship
                            where c.customer = any (:names) or r.customer = any (:names) or r.customer like 'erased-%')""")
                .param("names", customers.toArray(String[]::new))
                .update();
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
