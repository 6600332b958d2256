package org.amends.server.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.amends.server.console.Texts;
import org.amends.store.complaint.KeptCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds open cases that may be the same one: of the same customer and brand, not more than 14 days before or after it, and told in the
 * same words. What is compared are the stems by which cases are searched.
 */
@Component
final class AlikeCases {

    private static final Duration NEAR = Duration.ofDays(14);

    /** Of the shorter one's words so many must be in the other one too. */
    private static final double ENOUGH = 0.4;

    private static final int MOST = 5;
    private static final int MOST_COMPARED = 50;

    private static final String FIND = """
            with other as (
                select c.id, c.reference, c.subject, c.opened_at, o.words as theirs, m.words as ours
                from complaint c
                join complaint_search o on o.complaint = c.id
                join complaint_search m on m.complaint = :complaint
                where c.relationship = :relationship and c.id <> :complaint and c.stage <> 'CLOSED'
                    and c.opened_at between :from and :until and c.reference <> all (:linked)
                order by c.id desc limit :compared)
            select reference, subject, opened_at, share from (
                select other.*, (
                    select count(*)::double precision from unnest(tsvector_to_array(theirs)) word
                    where word = any (tsvector_to_array(ours))) / greatest(1, least(length(theirs), length(ours))) as share
                from other) compared
            where share >= :enough order by share desc, id desc limit :most""";

    private final JdbcClient database;
    private final InstantSource clock;

    AlikeCases(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Found(String reference, String subject, Instant openedAt, double share) {}

    /** Those, the most alike first. */
    List<CasePanels.AlikeLine> of(KeptCase kept, Texts texts) {
        Instant opened = kept.complaint().openedAt();
        Instant now = clock.instant();
        return database
                .sql(FIND)
                .param("complaint", kept.id())
                .param("relationship", kept.relationship())
                .param("from", opened.minus(NEAR).atOffset(ZoneOffset.UTC))
                .param("until", opened.plus(NEAR).atOffset(ZoneOffset.UTC))
                .param("linked", kept.complaint().linked().toArray(String[]::new))
                .param("compared", MOST_COMPARED)
                .param("enough", ENOUGH)
                .param("most", MOST)
                .query((row, number) -> new Found(
                        Objects.requireNonNull(row.getString("reference")),
                        Objects.requireNonNull(row.getString("subject")),
                        Objects.requireNonNull(row.getObject("opened_at", OffsetDateTime.class))
                                .toInstant(),
                        row.getDouble("share")))
                .list()
                .stream()
                .map(each -> new CasePanels.AlikeLine(
                        each.reference(),
                        each.subject(),
                        texts.numerals().day(each.openedAt(), now),
                        texts.numerals().share(each.share(), 1)))
                .toList();
    }
}
