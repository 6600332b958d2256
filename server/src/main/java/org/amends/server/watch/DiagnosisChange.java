package org.amends.server.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that became different between two diagnoses of a relationship.
 *
 * @param kind what
 * @param before what it was, in words or {@code true} and {@code false}; null for none
 * @param after what it is now
 * @param now the diagnosis that it is part of
 */
record DiagnosisChange(
        Kind kind, @Nullable String before, @Nullable String after, DiagnosisRow now) {

    /** What can become different. */
    enum Kind {
        MODE,
        RISK,
        SILENT_SUFFERER,
        NEGLECTED_LOYAL,
        DOUBLE_DEVIATION,
        STANDING;

        String stableName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Instant at() {
        return now.diagnosedAt();
    }

    /**
     * What is different. A relationship that was never diagnosed is compared with one in which nothing is the matter.
     *
     * @param before the diagnosis before, or null when there was none
     */
    static List<DiagnosisChange> between(@Nullable DiagnosisRow before, DiagnosisRow now) {
        List<DiagnosisChange> changes = new ArrayList<>(0);
        compare(changes, Kind.MODE, before == null ? null : before.mode(), now.mode(), now);
        compare(
                changes,
                Kind.RISK,
                (before == null ? RiskMark.LOW : before.riskMark()).stableName(),
                now.riskMark().stableName(),
                now);
        compare(changes, Kind.SILENT_SUFFERER, before != null && before.silentSufferer(), now.silentSufferer(), now);
        compare(changes, Kind.NEGLECTED_LOYAL, before != null && before.neglectedLoyal(), now.neglectedLoyal(), now);
        compare(changes, Kind.DOUBLE_DEVIATION, before != null && before.doubleDeviation(), now.doubleDeviation(), now);
        compare(changes, Kind.STANDING, before == null ? "active" : before.standing(), now.standing(), now);
        return changes;
    }

    private static void compare(
            List<DiagnosisChange> changes, Kind kind, boolean before, boolean after, DiagnosisRow now) {
        compare(changes, kind, Boolean.toString(before), Boolean.toString(after), now);
    }

    private static void compare(
            List<DiagnosisChange> changes,
            Kind kind,
            @Nullable String before,
            @Nullable String after,
            DiagnosisRow now) {
        if (!Objects.equals(before, after)) {
            changes.add(new DiagnosisChange(kind, before, after, now));
        }
    }
}
