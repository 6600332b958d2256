package org.amends.server.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One relationship as programs get it.
 *
 * @param merged other identifiers of the same customer
 * @param preferences what the customer stated and what holds
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RelationshipAnswer(
        String customer,
        @Nullable String brand,
        List<String> merged,
        String standing,
        String membershipTier,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Bought purchases,
        @Nullable Instant lastAttention,
        List<String> preferences,
        int failuresAndComplaints,
        DiagnosisAnswer diagnosis) {

    /** What was bought. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Bought(long count, long days, Instant first, Instant last, MoneyAnswer total) {

        static @Nullable Bought of(@Nullable Purchases purchases) {
            return purchases == null
                    ? null
                    : new Bought(
                            purchases.count(),
                            purchases.days(),
                            purchases.first(),
                            purchases.last(),
                            MoneyAnswer.of(purchases.total(), MoneyAnswer.currencyOf(purchases)));
        }
    }

    static RelationshipAnswer of(
            FoundRelationship found, Relationship relationship, List<String> preferences, DiagnosisAnswer diagnosis) {
        return new RelationshipAnswer(
                found.customer(),
                found.brand().isEmpty() ? null : found.brand(),
                found.merged(),
                relationship.standing().name().toLowerCase(Locale.ROOT),
                relationship.tier().name().toLowerCase(Locale.ROOT),
                relationship.firstSeen(),
                relationship.lastSeen(),
                Bought.of(relationship.purchases()),
                relationship.lastAttention(),
                preferences,
                relationship.episodes().size(),
                diagnosis);
    }
}
