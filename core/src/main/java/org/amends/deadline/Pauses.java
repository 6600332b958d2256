package org.amends.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.amends.complaint.Complaint;
import org.jspecify.annotations.Nullable;

/** The spans in which a clock stands still, oldest first. */
record Pauses(List<Still> spans) {

    static final Pauses NONE = new Pauses(List.of());

    /** From a moment until another; without an end while it lasts. */
    record Still(Instant from, @Nullable Instant until) {

        boolean covers(Instant moment) {
            return !moment.isBefore(from) && (until == null || moment.isBefore(until));
        }
    }

    static Pauses of(List<Complaint.Pause> pauses) {
        List<Still> spans = new ArrayList<>();
        pauses.forEach(each -> spans.add(new Still(each.from(), each.until())));
        return new Pauses(List.copyOf(spans));
    }

    boolean covers(Instant moment) {
        return spans.stream().anyMatch(each -> each.covers(moment));
    }

    /** The moment at which so much time has passed that the clock did not stand still; null when it never does. */
    @Nullable
    Instant after(Instant start, Duration running) {
        Instant end = start.plus(running);
        for (Still each : spans) {
            Instant until = each.until();
            if (until != null && !until.isAfter(start)) {
                continue;
            }
            Instant from = each.from().isBefore(start) ? start : each.from();
            if (!from.isBefore(end)) {
                break;
            }
            if (until == null) {
                return null;
            }
            end = end.plus(Duration.between(from, until));
        }
        return end;
    }

    /** How much of the time between two moments the clock did not stand still. */
    Duration running(Instant start, Instant end) {
        Duration running = Duration.between(start, end);
        for (Still each : spans) {
            Instant from = each.from().isBefore(start) ? start : each.from();
            Instant until = each.until() == null || each.until().isAfter(end) ? end : each.until();
            if (from.isBefore(until)) {
                running = running.minus(Duration.between(from, until));
            }
        }
        return running;
    }

    /** Whether the clock stands still from some moment before this one, without an end. */
    boolean openBefore(Instant moment) {
        return !spans.isEmpty()
                && spans.get(spans.size() - 1).until() == null
                && spans.get(spans.size() - 1).from().isBefore(moment);
    }
}
