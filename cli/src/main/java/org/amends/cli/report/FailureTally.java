package org.amends.cli.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.amends.cli.report.ReportData.KindFinding;
import org.amends.event.Event;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.relationship.Contribution;
import org.amends.relationship.Diagnosis;
import org.amends.story.StoryTaker;

/** Counts what went wrong over all relationships, and what harm it does. */
final class FailureTally {

    private static final class Count {
        private long failures;
        private long relationships;
        private final ExactSum harm = new ExactSum();
    }

    private final Map<FailureKind, Count> counts = new TreeMap<>();

    /** Adds one relationship. A complaint tells of a failure but is none itself: it adds harm, not a failure. */
    void add(Diagnosis diagnosis, Iterable<? extends Event> history) {
        Map<EventId, FailureKind> kinds = new HashMap<>();
        for (Event event : history) {
            FailureKind kind = StoryTaker.kindOf(event);
            if (kind != null && kinds.putIfAbsent(event.id(), kind) == null && !(event instanceof Event.Complaint)) {
                count(kind).failures++;
            }
        }
        if (!kinds.isEmpty()) {
            addHarm(diagnosis, kinds);
        }
    }

    private void addHarm(Diagnosis diagnosis, Map<EventId, FailureKind> kinds) {
        Set<FailureKind> harmful = new HashSet<>();
        for (Contribution contribution : diagnosis.contributions()) {
            EventId event = contribution.event();
            FailureKind kind = event == null ? null : kinds.get(event);
            if (kind != null && contribution.logit() > 0) {
                count(kind).harm.add(contribution.logit());
                if (harmful.add(kind)) {
                    count(kind).relationships++;
                }
            }
        }
    }

    void addAll(FailureTally other) {
        other.counts.forEach((kind, theirs) -> {
            Count ours = count(kind);
            ours.failures += theirs.failures;
            ours.relationships += theirs.relationships;
            ours.harm.add(theirs.harm);
        });
    }

    /** The kinds, most harmful first, then most frequent, then by name. */
    List<KindFinding> findings() {
        return counts.entrySet().stream()
                .map(entry -> new KindFinding(
                        entry.getKey(),
                        entry.getValue().failures,
                        entry.getValue().relationships,
                        entry.getValue().harm.total()))
                .sorted(Comparator.comparingDouble(KindFinding::harm)
                        .thenComparingLong(KindFinding::failures)
                        .reversed()
                        .thenComparing(KindFinding::kind))
                .toList();
    }

    private Count count(FailureKind kind) {
        return counts.computeIfAbsent(kind, ignored -> new Count());
    }
}
