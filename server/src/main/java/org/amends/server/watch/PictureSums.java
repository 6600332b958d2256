package org.amends.server.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds diagnoses up to pictures. */
final class PictureSums {

    /** What a picture keeps apart. */
    record Key(LocalDate day, String brand, String mode, String standing, String currency) implements Comparable<Key> {

        private static final java.util.Comparator<Key> ORDER = java.util.Comparator.comparing(Key::day)
                .thenComparing(Key::brand)
                .thenComparing(Key::mode)
                .thenComparing(Key::standing)
                .thenComparing(Key::currency);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** What a picture sums. */
    static final class Sum {
        long relationships;
        double endings;
        double residualValue;
        double valueAtRisk;
        long silentSufferers;
        long neglectedLoyal;
        long doubleDeviations;
        long openIssues;
    }

    private final Map<Key, Sum> sums = new TreeMap<>();

    void add(LocalDate day, DiagnosisRow row) {
        String mode = row.mode() == null ? "none" : row.mode();
        Sum sum = sums.computeIfAbsent(
                new Key(day, row.brand(), mode, row.standing(), row.currency()), first -> new Sum());
        sum.relationships++;
        sum.endings += row.leaveProbability();
        sum.residualValue += row.residualValue();
        sum.valueAtRisk += row.valueAtRisk();
        sum.silentSufferers += row.silentSufferer() ? 1 : 0;
        sum.neglectedLoyal += row.neglectedLoyal() ? 1 : 0;
        sum.doubleDeviations += row.doubleDeviation() ? 1 : 0;
        sum.openIssues += row.openIssues();
    }

    /** All of them. */
    List<Map.Entry<Key, Sum>> all() {
        return new ArrayList<>(sums.entrySet());
    }
}
