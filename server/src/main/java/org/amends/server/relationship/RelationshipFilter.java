package org.amends.server.relationship;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.amends.relationship.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Which relationships are listed. Conditions hold together; what is empty, null or false asks for nothing.
 *
 * @param brands of one of these brands; null means all
 * @param standings in one of these standings; empty means those that are not over: active and leaving
 * @param mode breaking in this way, by its stable name, or {@link #NO_MODE}
 * @param minRisk at least this probability of leaving, 0 to 1
 * @param silentSufferer silent sufferers only
 * @param neglectedLoyal neglected loyal customers only
 * @param doubleDeviation only those with a failed recovery
 * @param customerPrefix customers whose identifier begins so
 * @param bounds between what else
 */
public record RelationshipFilter(
        @Nullable Set<String> brands,
        Set<Standing> standings,
        @Nullable String mode,
        double minRisk,
        boolean silentSufferer,
        boolean neglectedLoyal,
        boolean doubleDeviation,
        @Nullable String customerPrefix,
        Bounds bounds) {

    /** The mode of those whom no way of breaking stands out for. */
    public static final String NO_MODE = "none";

    /** Everybody whose relationship is not over. */
    public static final RelationshipFilter CURRENT =
            new RelationshipFilter(null, Set.of(), null, 0, false, false, false, null, Bounds.NONE);

    public RelationshipFilter {
        brands = brands == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(brands));
        standings = Collections.unmodifiableSet(
                standings.isEmpty() ? EnumSet.of(Standing.ACTIVE, Standing.LEAVING) : EnumSet.copyOf(standings));
        if (!(minRisk >= 0 && minRisk <= 1)) {
            throw new IllegalArgumentException("minRisk must be between 0 and 1 but was %s.".formatted(minRisk));
        }
    }

    /** The same of these brands. */
    public RelationshipFilter ofBrands(@Nullable Set<String> wanted) {
        return new RelationshipFilter(
                wanted,
                standings,
                mode,
                minRisk,
                silentSufferer,
                neglectedLoyal,
                doubleDeviation,
                customerPrefix,
                bounds);
    }

    /** The same with this way of breaking. */
    public RelationshipFilter breakingBy(@Nullable String wanted) {
        return new RelationshipFilter(
                brands,
                standings,
                wanted,
                minRisk,
                silentSufferer,
                neglectedLoyal,
                doubleDeviation,
                customerPrefix,
                bounds);
    }

    /** The same with at least this probability of leaving. */
    public RelationshipFilter withRiskFrom(double least) {
        return new RelationshipFilter(
                brands,
                standings,
                mode,
                least,
                silentSufferer,
                neglectedLoyal,
                doubleDeviation,
                customerPrefix,
                bounds);
    }

    /** Of these the silent sufferers. */
    public RelationshipFilter silent() {
        return new RelationshipFilter(
                brands, standings, mode, minRisk, true, neglectedLoyal, doubleDeviation, customerPrefix, bounds);
    }

    /** Of these the neglected loyal customers. */
    public RelationshipFilter neglected() {
        return new RelationshipFilter(
                brands, standings, mode, minRisk, silentSufferer, true, doubleDeviation, customerPrefix, bounds);
    }

    /** Of these those who are probably still customers. */
    public RelationshipFilter stillThere() {
        return new RelationshipFilter(
                brands,
                standings,
                mode,
                minRisk,
                silentSufferer,
                neglectedLoyal,
                doubleDeviation,
                customerPrefix,
                Bounds.STILL_THERE);
    }

    /** What tells this filter from others, so that a cursor is not continued under another one. */
    int fingerprint() {
        return toString().hashCode();
    }
}
