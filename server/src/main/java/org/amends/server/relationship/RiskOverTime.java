package org.amends.server.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.amends.event.Event;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.RelationshipFold;
import org.amends.server.diagnosis.Diagnosing;

/** How a chance of ending came about over the past year: the history is replayed, and diagnosed at the end of each week. */
final class RiskOverTime {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int WEEKS = 52;

    private RiskOverTime() {}

    /**
     * The chance at one moment.
     *
     * @param at when
     * @param chance of ending
     * @param course the part of it that would be there with nothing going wrong
     * @param modes what each way of breaking adds to that; all parts sum to the chance
     */
    record Point(Instant at, double chance, double course, Map<BreakMode, Double> modes) {}

    /** The points of the past year, the oldest first; none before the first event. */
    static List<Point> of(List<HistoryEvent> oldestFirst, Diagnosing diagnosing, Instant now) {
        List<Point> points = new ArrayList<>();
        RelationshipFold fold = new RelationshipFold(diagnosing.policy());
        int next = 0;
        for (int week = WEEKS; week >= 0; week--) {
            Instant at = now.minus(WEEK.multipliedBy(week));
            while (next < oldestFirst.size()
                    && !oldestFirst.get(next).event().time().isAfter(at)) {
                Event event = oldestFirst.get(next).event();
                fold.apply(event);
                next++;
            }
            if (next > 0) {
                points.add(point(at, diagnosing.at(at).diagnose(fold.relationship())));
            }
        }
        return points;
    }

    static Point point(Instant at, Diagnosis diagnosis) {
        double chance = diagnosis.leaveProbability();
        double course = Math.min(chance, 1 / (1 + Math.exp(-diagnosis.base())));
        Map<BreakMode, Double> pulls = new EnumMap<>(BreakMode.class);
        double all = 0;
        for (BreakMode mode : BreakMode.values()) {
            double pull = Math.max(0, diagnosis.contributionOf(mode));
            pulls.put(mode, pull);
            all += pull;
        }
        double added = chance - course;
        double whole = all;
        pulls.replaceAll((mode, pull) -> whole > 0 ? added * pull / whole : 0);
        return new Point(at, chance, whole > 0 ? course : chance, pulls);
    }
}
