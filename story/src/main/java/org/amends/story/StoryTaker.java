package org.amends.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amends.event.Event;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.event.ReplyKind;
import org.amends.money.Money;
import org.amends.relationship.Cause;
import org.amends.relationship.Contribution;
import org.amends.relationship.Diagnosis;
import org.amends.story.Story.Addend;
import org.amends.story.Story.CauseSum;
import org.amends.story.Story.Happening;
import org.jspecify.annotations.Nullable;

/** Takes down one relationship's story from its diagnosis and its history. */
public final class StoryTaker {

    /** More single contributions than a reader follows. */
    private static final int MOST_ADDENDS = 12;

    private final Instant now;

    /**
     * @param now the moment of telling
     */
    public StoryTaker(Instant now) {
        this.now = now;
    }

    /**
     * Takes down one story.
     *
     * @param facts who, for how long, how often
     * @param diagnosis what is the matter, at the same moment
     * @param history the events that may be told of, in any order; those that are missing are told less exactly
     */
    public Story take(CustomerFacts facts, Diagnosis diagnosis, Iterable<? extends Event> history) {
        return new Story(
                facts,
                diagnosis.leaveProbability(),
                diagnosis.mode(),
                diagnosis.retaliationRisk(),
                diagnosis.priority(),
                diagnosis.residualValue(),
                diagnosis.valueAtRisk(),
                diagnosis.openIssues(),
                diagnosis.silentSufferer(),
                diagnosis.answer(),
                addends(diagnosis, history),
                causes(diagnosis));
    }

    private List<Addend> addends(Diagnosis diagnosis, Iterable<? extends Event> history) {
        List<Contribution> weightiest = diagnosis.contributions().stream()
                .filter(contribution -> contribution.logit() != 0)
                .sorted(Comparator.comparingDouble((Contribution contribution) -> -Math.abs(contribution.logit())))
                .limit(MOST_ADDENDS)
                .toList();
        List<Addend> addends = new ArrayList<>();
        for (Contribution contribution : weightiest) {
            EventId event = contribution.event();
            addends.add(new Addend(
                    contribution.cause(), contribution.logit(), event == null ? null : happening(event, history)));
        }
        return addends;
    }

    private static List<CauseSum> causes(Diagnosis diagnosis) {
        Map<Cause, Double> sums = new EnumMap<>(Cause.class);
        Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
        for (Contribution contribution : diagnosis.contributions()) {
            sums.merge(contribution.cause(), contribution.logit(), Double::sum);
            counts.merge(contribution.cause(), 1, Integer::sum);
        }
        List<CauseSum> causes = new ArrayList<>();
        sums.forEach((cause, sum) -> causes.add(new CauseSum(cause, sum, counts.getOrDefault(cause, 0))));
        return causes;
    }

    private @Nullable Happening happening(EventId id, Iterable<? extends Event> history) {
        for (Event event : history) {
            if (event.id().equals(id)) {
                Instant reply = firstReply(event, history);
                Duration wait =
                        reply == null ? Duration.between(event.time(), now) : Duration.between(event.time(), reply);
                return new Happening(
                        id,
                        event.time(),
                        event.type(),
                        kindOf(event),
                        amountOf(event),
                        callsForReply(event) && !wait.isNegative() ? wait : null,
                        reply != null);
            }
        }
        return null;
    }

    private static @Nullable Instant firstReply(Event asked, Iterable<? extends Event> history) {
        Instant first = null;
        String ref = refOf(asked);
        for (Event event : history) {
            if (isRealReply(event)
                    && !event.time().isBefore(asked.time())
                    && (ref == null || Objects.equals(ref, refOf(event)))
                    && (first == null || event.time().isBefore(first))) {
                first = event.time();
            }
        }
        return first;
    }

    private static boolean isRealReply(Event event) {
        return event instanceof Event.RemedyGiven
                || event instanceof Event.IssueResolved
                || (event instanceof Event.ReplySent reply && reply.kind() != ReplyKind.AUTOMATIC);
    }

    private static boolean callsForReply(Event event) {
        return event instanceof Event.Failure || event instanceof Event.Complaint || event instanceof Event.Contact;
    }

    /** What went wrong in an event, or null when it tells of nothing that went wrong, or not of what. */
    public static @Nullable FailureKind kindOf(Event event) {
        if (event instanceof Event.Failure failure) {
            return failure.kind();
        }
        if (event instanceof Event.Complaint complaint) {
            return complaint.kind();
        }
        if (event instanceof Event.PromiseBroken) {
            return FailureKind.BROKEN_PROMISE;
        }
        return event instanceof Event.PreferenceViolated ? FailureKind.PREFERENCE_VIOLATION : null;
    }

    private static @Nullable Money amountOf(Event event) {
        if (event instanceof Event.Failure failure) {
            return failure.atStake();
        }
        if (event instanceof Event.Complaint complaint) {
            return complaint.claimed();
        }
        return event instanceof Event.RemedyGiven remedy ? remedy.amount() : null;
    }

    private static @Nullable String refOf(Event event) {
        if (event instanceof Event.Failure failure) {
            return failure.ref();
        }
        if (event instanceof Event.Complaint complaint) {
            return complaint.ref();
        }
        if (event instanceof Event.Contact contact) {
            return contact.ref();
        }
        if (event instanceof Event.ReplySent reply) {
            return reply.ref();
        }
        if (event instanceof Event.RemedyGiven remedy) {
            return remedy.ref();
        }
        return event instanceof Event.IssueResolved resolved ? resolved.ref() : null;
    }
}
