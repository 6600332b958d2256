package org.amends.insight.outlook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amends.insight.base.PurchaseHistory;
import org.amends.insight.base.SpendHistory;
import org.amends.money.Money;
import org.amends.relationship.Purchases;

/**
 * The purchase histories of a sample of customers.
 *
 * @param histories in weeks, each different one once
 * @param spending what customers spent, each different one once
 * @param currency the currency of the spending, empty when it has no name
 */
public record BaseSample(
        List<Counted<PurchaseHistory>> histories, List<Counted<SpendHistory>> spending, String currency) {

    private static final double DAYS_A_WEEK = 7;

    /**
     * So many customers have the same.
     *
     * @param value what they have
     * @param customers how many, 1 or more
     */
    public record Counted<T>(T value, double customers) {}

    /** Copies the lists. */
    public BaseSample {
        histories = List.copyOf(histories);
        spending = List.copyOf(spending);
    }

    /**
     * The sample of these customers. Spending is that in the currency in which most purchases were paid.
     *
     * @param customers the purchases of one customer each, none later than {@code at}; their order means nothing
     * @param at the moment of diagnosing
     */
    public static BaseSample of(Collection<Purchases> customers, Instant at) {
        long atDay = Purchases.dayOf(at);
        String currency = usualCurrency(customers);
        Map<PurchaseHistory, Double> histories = new HashMap<>();
        Map<SpendHistory, Double> spending = new HashMap<>();
        for (Purchases each : customers) {
            PurchaseHistory history = new PurchaseHistory(
                    (int) Math.min(each.days() - 1, Integer.MAX_VALUE),
                    (each.lastDay() - each.firstDay()) / DAYS_A_WEEK,
                    Math.max(atDay - each.firstDay(), each.lastDay() - each.firstDay()) / DAYS_A_WEEK);
            histories.merge(history, 1.0, Double::sum);
            Currency paid = each.currency();
            if (paid != null && name(paid).equals(currency) && each.total() > 0) {
                int valued = (int) Math.min(each.valued(), Integer.MAX_VALUE);
                spending.merge(new SpendHistory(valued, each.total() / each.valued()), 1.0, Double::sum);
            }
        }
        return new BaseSample(
                counted(
                        histories,
                        Comparator.comparingInt(PurchaseHistory::repeats)
                                .thenComparingDouble(PurchaseHistory::recency)
                                .thenComparingDouble(PurchaseHistory::age)),
                counted(
                        spending,
                        Comparator.comparingInt(SpendHistory::purchases).thenComparingDouble(SpendHistory::meanValue)),
                currency);
    }

    private static String usualCurrency(Collection<Purchases> customers) {
        Map<String, Long> purchases = new HashMap<>();
        for (Purchases each : customers) {
            Currency paid = each.currency();
            if (paid != null && each.total() > 0) {
                purchases.merge(name(paid), each.valued(), Long::sum);
            }
        }
        return purchases.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** In one order, since sums of doubles depend on it. */
    private static <T> List<Counted<T>> counted(Map<T, Double> customers, Comparator<T> order) {
        return customers.entrySet().stream()
                .map(each -> new Counted<>(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Counted::value, order))
                .toList();
    }

    static String name(Currency currency) {
        return currency.equals(Money.UNNAMED_CURRENCY) ? "" : currency.getCurrencyCode();
    }

    static <T> List<T> values(List<Counted<T>> counted) {
        List<T> values = new ArrayList<>();
        counted.forEach(each -> values.add(each.value()));
        return values;
    }

    static double[] weights(List<? extends Counted<?>> counted) {
        return counted.stream().mapToDouble(Counted::customers).toArray();
    }

    /** How many customers the sample has. */
    public double size() {
        double size = 0;
        for (Counted<PurchaseHistory> each : histories) {
            size += each.customers();
        }
        return size;
    }
}
