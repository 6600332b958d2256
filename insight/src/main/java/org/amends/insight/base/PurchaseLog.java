package org.amends.insight.base;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects purchases one by one and sums them up per customer. Several purchases of a customer on one day count as one, as
 * the published analyses do.
 */
public final class PurchaseLog {

    private final Map<String, Purchases> byCustomer = new LinkedHashMap<>();
    private long firstEpochDay = Long.MAX_VALUE;
    private long lastEpochDay = Long.MIN_VALUE;

    /** One customer's purchases in growing columns. */
    private static final class Purchases {
        private int size;
        private long[] days = new long[4];
        private double[] amounts = new double[4];

        void add(long day, double amount) {
            if (size == days.length) {
                days = Arrays.copyOf(days, size * 2);
                amounts = Arrays.copyOf(amounts, size * 2);
            }
            days[size] = day;
            amounts[size++] = amount;
        }
    }

    /** A day with at least one purchase. */
    private record Day(long epochDay, double amount) {}

    /**
     * Adds one purchase.
     *
     * @param amount in money, 0 or more; 0 when unknown
     */
    public void add(String customer, LocalDate day, double amount) {
        Checks.notNegative("amount", amount);
        long epochDay = day.toEpochDay();
        byCustomer.computeIfAbsent(customer, unseen -> new Purchases()).add(epochDay, amount);
        firstEpochDay = Math.min(firstEpochDay, epochDay);
        lastEpochDay = Math.max(lastEpochDay, epochDay);
    }

    /** Whether no purchase was added. */
    public boolean isEmpty() {
        return byCustomer.isEmpty();
    }

    /** The day of the earliest purchase; there must be one. */
    public LocalDate firstDay() {
        return LocalDate.ofEpochDay(firstEpochDay);
    }

    /** The day of the latest purchase; there must be one. */
    public LocalDate lastDay() {
        return LocalDate.ofEpochDay(lastEpochDay);
    }

    /**
     * Sums up.
     *
     * @param calibrationEnd last day that counts as history
     * @param observationEnd last day that counts as hold-out, not before calibrationEnd
     */
    public CalibrationSummary summarise(TimeUnit unit, LocalDate calibrationEnd, LocalDate observationEnd) {
        List<CustomerSummary> customers = new ArrayList<>();
        byCustomer.forEach((customer, purchases) -> {
            List<Day> days = days(purchases);
            if (days.getFirst().epochDay() <= calibrationEnd.toEpochDay()) {
                customers.add(summary(customer, days, unit, calibrationEnd.toEpochDay(), observationEnd.toEpochDay()));
            }
        });
        return new CalibrationSummary(customers, unit, calibrationEnd, observationEnd);
    }

    /** Sorted by amount within a day, so that the sum does not depend on the order of the file. */
    private static List<Day> days(Purchases purchases) {
        Day[] sorted = new Day[purchases.size];
        Arrays.setAll(sorted, i -> new Day(purchases.days[i], purchases.amounts[i]));
        Arrays.sort(sorted, (one, other) -> {
            int byDay = Long.compare(one.epochDay(), other.epochDay());
            return byDay != 0 ? byDay : Double.compare(one.amount(), other.amount());
        });
        List<Day> days = new ArrayList<>();
        for (Day purchase : sorted) {
            if (!days.isEmpty() && days.getLast().epochDay() == purchase.epochDay()) {
                days.set(
                        days.size() - 1,
                        new Day(purchase.epochDay(), days.getLast().amount() + purchase.amount()));
            } else {
                days.add(purchase);
            }
        }
        return days;
    }

    private static CustomerSummary summary(String customer, List<Day> days, TimeUnit unit, long end, long observed) {
        long first = days.getFirst().epochDay();
        List<Day> repeats =
                days.stream().skip(1).filter(day -> day.epochDay() <= end).toList();
        double recency = repeats.isEmpty() ? 0 : (repeats.getLast().epochDay() - first) / unit.days();
        double value = repeats.stream().mapToDouble(Day::amount).average().orElse(0);
        long heldOut = days.stream()
                .filter(day -> day.epochDay() > end && day.epochDay() <= observed)
                .count();
        int chances = (int) Math.floor((end - first) / unit.days());
        int allChances = (int) Math.floor((observed - first) / unit.days());
        int[] taken = takenChances(days, unit);
        int[] before = Arrays.stream(taken).filter(chance -> chance <= chances).toArray();
        long after = Arrays.stream(taken)
                .filter(chance -> chance > chances && chance <= allChances)
                .count();
        return new CustomerSummary(
                customer,
                LocalDate.ofEpochDay(first),
                new PurchaseHistory(repeats.size(), recency, (end - first) / unit.days()),
                value,
                new OpportunityHistory(before.length, before.length == 0 ? 0 : before[before.length - 1], chances),
                (int) heldOut,
                allChances - chances,
                (int) after);
    }

    /** Chance i is the i-th unit after the first day; each is listed once, in order. */
    private static int[] takenChances(List<Day> days, TimeUnit unit) {
        long first = days.getFirst().epochDay();
        return days.stream()
                .skip(1)
                .mapToInt(day -> (int) Math.ceil((day.epochDay() - first) / unit.days()))
                .distinct()
                .toArray();
    }
}
