package org.amends.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.amends.event.CustomerId;
import org.amends.event.EventId;
import org.amends.event.EventType;
import org.amends.event.FailureKind;
import org.amends.money.Money;
import org.amends.relationship.Answer;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.jspecify.annotations.Nullable;

/**
 * One relationship, with what is needed to tell its story.
 *
 * @param facts who, for how long, how often
 * @param leaveProbability probability that it ends within the horizon
 * @param mode the leading way of breaking, or null when there is none
 * @param retaliationRisk probability of public or third-party punishment
 * @param priority greater is handled sooner, in points
 * @param residualValue discounted value still to come, main unit
 * @param valueAtRisk the part that leaving puts at risk, main unit
 * @param openIssues failures and complaints not yet resolved
 * @param silentSufferer failed, and never spoke
 * @param answer the kind of answer that fits
 * @param addends the weightiest single contributions, the weightiest first
 * @param causes every cause with all that it adds; these sum to the logit of {@code leaveProbability}
 */
public record Story(
        CustomerFacts facts,
        double leaveProbability,
        @Nullable BreakMode mode,
        double retaliationRisk,
        double priority,
        double residualValue,
        double valueAtRisk,
        int openIssues,
        boolean silentSufferer,
        Answer answer,
        List<Addend> addends,
        List<CauseSum> causes) {

    public Story {
        addends = List.copyOf(addends);
        causes = List.copyOf(causes);
    }

    /** Whose story it is. */
    public CustomerId customer() {
        return facts.customer();
    }

    /**
     * One contribution, with what the event behind it tells.
     *
     * @param cause why it is there
     * @param logit what it adds
     * @param happening the event behind it, or null where none single is, or it is not known
     */
    public record Addend(
            Cause cause, double logit, @Nullable Happening happening) {}

    /**
     * The event behind a contribution.
     *
     * @param event its id
     * @param time when it happened
     * @param type which kind of event
     * @param kind what went wrong, for failures and complaints that name it
     * @param amount at stake, claimed or given
     * @param replyWait for something that calls for a reply: from then to the first real one, or until now when there is none yet
     * @param answered whether that reply came
     */
    public record Happening(
            EventId event,
            Instant time,
            EventType type,
            @Nullable FailureKind kind,
            @Nullable Money amount,
            @Nullable Duration replyWait,
            boolean answered) {}

    /**
     * All that one cause adds.
     *
     * @param cause which
     * @param logit the sum
     * @param count of how many contributions
     */
    public record CauseSum(Cause cause, double logit, int count) {}
}
