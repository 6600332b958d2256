package org.amends.cli.score;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.jspecify.annotations.Nullable;

/** What is counted over all relationships, in the order in which they stream by. */
final class ScoreTotals {

    /**
     * Relationships whose leading way of breaking is this one.
     *
     * @param customers all of them
     * @param breaking those more likely to end than not
     * @param valueAtRisk of all of them
     */
    record OfMode(long customers, long breaking, double valueAtRisk) {
        OfMode plus(boolean breaks, double value) {
            return new OfMode(customers + 1, breaking + (breaks ? 1 : 0), valueAtRisk + value);
        }
    }

    private static final OfMode NONE = new OfMode(0, 0, 0);

    private final double threshold;
    private final Map<BreakMode, OfMode> modes = new EnumMap<>(BreakMode.class);
    private OfMode withoutMode = NONE;
    private final Map<String, Long> standings = new TreeMap<>();
    private final Map<String, Long> currencies = new TreeMap<>();
    private final Map<String, Long> answers = new TreeMap<>();
    private long customers;
    private long events;
    private long duplicates;
    private long otherCurrency;
    private long silentSufferers;
    private long neglectedLoyal;
    private long doubleDeviations;
    private double residualValue;
    private double valueAtRisk;

    /**
     * @param threshold from this probability on a relationship counts as breaking
     */
    ScoreTotals(double threshold) {
        this.threshold = threshold;
    }

    void add(ScoredCustomer scored) {
        Relationship relationship = scored.relationship();
        Diagnosis diagnosis = scored.diagnosis();
        customers++;
        events += scored.events();
        duplicates += scored.duplicates();
        standings.merge(relationship.standing().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        answers.merge(diagnosis.answer().word(), 1L, Long::sum);
        addPurchases(relationship.purchases());
        silentSufferers += diagnosis.silentSufferer() ? 1 : 0;
        neglectedLoyal += diagnosis.neglectedLoyal() ? 1 : 0;
        doubleDeviations += diagnosis.doubleDeviation() ? 1 : 0;
        if (scored.gone()) {
            return;
        }
        residualValue += diagnosis.residualValue();
        valueAtRisk += diagnosis.valueAtRisk();
        boolean breaks = diagnosis.leaveProbability() >= threshold;
        BreakMode mode = diagnosis.mode();
        if (mode == null) {
            withoutMode = withoutMode.plus(breaks, diagnosis.valueAtRisk());
        } else {
            modes.put(mode, ofMode(mode).plus(breaks, diagnosis.valueAtRisk()));
        }
    }

    private void addPurchases(@Nullable Purchases purchases) {
        if (purchases != null) {
            otherCurrency += purchases.otherCurrency();
            if (purchases.currency() != null) {
                currencies.merge(purchases.currency().getCurrencyCode(), 1L, Long::sum);
            }
        }
    }

    /** Living relationships whose leading way of breaking is this one. */
    OfMode ofMode(BreakMode mode) {
        return modes.getOrDefault(mode, NONE);
    }

    /** Living relationships in which nothing breaks. */
    OfMode withoutMode() {
        return withoutMode;
    }

    Map<String, Long> standings() {
        return standings;
    }

    Map<String, Long> currencies() {
        return currencies;
    }

    Map<String, Long> answers() {
        return answers;
    }

    long customers() {
        return customers;
    }

    long events() {
        return events;
    }

    long duplicates() {
        return duplicates;
    }

    /** Purchases in another currency than the customer's first; their amounts are not summed. */
    long otherCurrency() {
        return otherCurrency;
    }

    long silentSufferers() {
        return silentSufferers;
    }

    long neglectedLoyal() {
        return neglectedLoyal;
    }

    long doubleDeviations() {
        return doubleDeviations;
    }

    double residualValue() {
        return residualValue;
    }

    double valueAtRisk() {
        return valueAtRisk;
    }
}
