package org.amends.server.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amends.complaint.LetterPurpose;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.complaint.Cases;
import org.amends.server.letter.Letters;
import org.amends.server.parting.Suppressions;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The two groups that nobody hears of: those who were failed and never spoke, and those of long standing whom nobody ever thanked.
 * Turning to one of them opens a case of its own, from which an honest letter is drafted; nothing is sold in it.
 */
@Component
final class Unheard {

    private static final int MOST = 200;

    private final JdbcClient database;
    private final Cases cases;
    private final Letters letters;
    private final Suppressions suppressions;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Unheard(
            JdbcClient database,
            Cases cases,
            Letters letters,
            Suppressions suppressions,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.cases = cases;
        this.letters = letters;
        this.suppressions = suppressions;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Who is meant, with the column of the diagnosis that finds them and the letter that they get. */
    enum Kind {
        SILENT("silent", "silent_sufferer", LetterPurpose.PROACTIVE_CONTACT),
        LOYAL("loyal", "neglected_loyal", LetterPurpose.THANK_YOU);

        private final String stableName;
        private final String column;
        private final LetterPurpose purpose;

        Kind(String stableName, String column, LetterPurpose purpose) {
            this.stableName = stableName;
            this.column = column;
            this.purpose = purpose;
        }

        String stableName() {
            return stableName;
        }

        /** @throws Problem when there is none of this name */
        static Kind of(String name) {
            for (Kind kind : values()) {
                if (kind.stableName.equals(name)) {
                    return kind;
                }
            }
            throw Problem.invalid("kind", "\"" + name + "\"", "Write silent or loyal.");
        }
    }

    /**
     * Somebody whom nobody hears of.
     *
     * @param failure the kind of what failed them last, or null
     * @param failedAt when that was, or null
     * @param purchases how often they bought
     * @param advocacies how often they spoke well of the company
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Somebody(
            long relationship,
            String customer,
            String brand,
            Instant firstSeen,
            Instant lastSeen,
            double valueAtRisk,
            String currency,
            double leaveProbability,
            @Nullable String failure,
            @Nullable Instant failedAt,
            long purchases,
            long advocacies) {}

    /** Those of a kind whom nobody has turned to, whose leaving would cost most first; whoever was parted from is not among them. */
    List<Somebody> of(Kind kind, BrandScope seen) {
        return database.sql("""
                        select d.relationship, d.customer, d.brand, d.first_seen, d.last_seen, d.value_at_risk, d.currency,
                            d.leave_probability, f.kind as failure, f.occurred_at as failed_at, p.purchases, p.advocacies
                        from diagnosis d
                        left join lateral (
                            select e.occurred_at, e.data::jsonb ->> 'kind' as kind from event e
                            where e.relationship = d.relationship and e.type = 'failure'
                            order by e.occurred_at desc limit 1) f on true
                        cross join lateral (
                            select count(*) filter (where e.type = 'purchase') as purchases,
                                count(*) filter (where e.type = 'advocacy') as advocacies
                            from event e where e.relationship = d.relationship) p
                        where d.%s and not d.over and (:brands::text[] is null or d.brand = any (:brands))
                            and not exists (select 1 from kind_contact k where k.relationship = d.relationship and k.kind = :kind)
                            and not exists (
                                select 1 from suppression s where s.relationship = d.relationship and s.lifted_at is null)
                        order by d.value_at_risk desc, d.relationship limit :most""".formatted(kind.column))
                .param("brands", seen.names())
                .param("kind", kind.stableName)
                .param("most", MOST)
                .query(Unheard::somebody)
                .list();
    }

    private static Somebody somebody(ResultSet row, int number) throws SQLException {
        OffsetDateTime failed = row.getObject("failed_at", OffsetDateTime.class);
        return new Somebody(
                row.getLong("relationship"),
                row.getString("customer"),
                row.getString("brand"),
                Objects.requireNonNull(row.getObject("first_seen", OffsetDateTime.class))
                        .toInstant(),
                Objects.requireNonNull(row.getObject("last_seen", OffsetDateTime.class))
                        .toInstant(),
                row.getDouble("value_at_risk"),
                row.getString("currency"),
                row.getDouble("leave_probability"),
                row.getString("failure"),
                failed == null ? null : failed.toInstant(),
                row.getLong("purchases"),
                row.getLong("advocacies"));
    }

    /**
     * Turns to somebody: opens a case and drafts the letter from it.
     *
     * @param language of the customer
     * @param subject in a line, for colleagues
     * @param facts what only people know, in the form of a letter's case
     * @return the case; without a draft where the letter lacks something, which a person then adds on the case
     */
    Turned turn(Kind kind, long relationship, String language, String subject, JsonNode facts, Caller by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Somebody somebody = of(kind, by.brands()).stream()
                    .filter(each -> each.relationship() == relationship)
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("customer in this list", Long.toString(relationship)));
            if (suppressions.inForce(relationship)) {
                throw new Problem(
                        HttpStatus.CONFLICT, "suppressed", "The customer is left in peace", "They were parted from.");
            }
            KeptCase kept = cases.open(
                    new Cases.NewCase(
                            somebody.customer(), somebody.brand(), Cases.PROACTIVE, language, subject, null, null),
                    by.actor(),
                    List.of());
            note(kind, relationship, kept.id(), null, by.actor());
            return new Turned(kept.complaint().reference(), draft(kind, kept, facts, by));
        }));
    }

    /** What came of turning to somebody: the case, and the draft or null. */
    record Turned(String reference, @Nullable String letter) {}

    private @Nullable String draft(Kind kind, KeptCase kept, JsonNode facts, Caller by) {
        try {
            return letters.draft(kept.complaint().reference(), kind.purpose, facts, by.actor())
                    .id()
                    .toString();
        } catch (Problem lacking) {
            return null;
        }
    }

    /** Takes somebody off the list, and says why. */
    void leave(Kind kind, long relationship, String because, Caller by) {
        if (because.isBlank()) {
            throw Problem.invalid("because", "missing", "Write why nobody turns to them.");
        }
        transaction.executeWithoutResult(status -> {
            boolean there = of(kind, by.brands()).stream().anyMatch(each -> each.relationship() == relationship);
            if (!there) {
                throw Problem.notFound("customer in this list", Long.toString(relationship));
            }
            note(kind, relationship, null, because, by.actor());
            audit.record(by.actor(), "unheard.left", "relationship:" + relationship, Map.of("kind", kind.stableName));
        });
    }

    private void note(Kind kind, long relationship, @Nullable Long complaint, @Nullable String because, String by) {
        int ignored = database.sql("""
                        insert into kind_contact (relationship, kind, complaint, at, actor, left_because)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(relationship)
                .param(kind.stableName)
                .param(complaint)
                .param(Surveys.utc(clock.instant()))
                .param(by)
                .param(because)
                .update();
    }
}
