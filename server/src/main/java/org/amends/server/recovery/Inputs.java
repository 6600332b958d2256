package org.amends.server.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.amends.complaint.Complaint;
import org.amends.event.EventId;
import org.amends.format.state.StateBytes;
import org.amends.policy.Policy;
import org.amends.relationship.BaseOutlook;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.FoldTerms;
import org.amends.relationship.Grievance;
import org.amends.relationship.Plight;
import org.amends.relationship.RelationshipFold;
import org.amends.relationship.Situation;
import org.amends.relationship.Substitutes;
import org.amends.relationship.SwitchingCost;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan of a case was worked out from, but for the policy. It is kept with the decision, so that the decision can be
 * worked out again.
 *
 * @param reference of the case
 * @param state the snapshot of the relationship's state
 * @param now the moment of deciding
 * @param horizonDays how far ahead leaving is asked for
 * @param attentionRecorded whether the company records the attention that it gives
 * @param base what the base model said
 * @param vulnerable whether the case says that the customer is vulnerable
 * @param practice what like cases had got by then; null in what was kept before that was looked for
 */
@SuppressWarnings("ArrayRecordComponent") // Written and read once, never compared.
record Inputs(
        String reference,
        byte[] state,
        Instant now,
        double horizonDays,
        boolean attentionRecorded,
        BaseOutlook base,
        boolean vulnerable,
        @Nullable Practice practice) {

    private static final double MILLIS_A_DAY = 86_400_000;

    static Inputs of(Complaint complaint, byte[] state, BaseOutlook base, Situation situation, Practice practice) {
        return new Inputs(
                complaint.reference(),
                state,
                situation.now(),
                situation.horizon().toMillis() / MILLIS_A_DAY,
                situation.attentionRecorded(),
                base,
                complaint.assessment().vulnerable(),
                practice);
    }

    /** What is the matter, by this policy, with what other cases are about left out. */
    Plight plight(Policy policy) {
        var relationship = RelationshipFold.continued(StateBytes.read(state).snapshot(), FoldTerms.of(policy))
                .relationship();
        Situation situation = new Situation(
                now,
                Duration.ofMillis(Math.round(horizonDays * MILLIS_A_DAY)),
                attentionRecorded,
                Substitutes.FEW,
                SwitchingCost.LOW);
        Plight all = new Diagnostician(policy).plight(relationship, base, situation);
        List<Grievance> own = all.grievances().stream().filter(this::isOwn).toList();
        return new Plight(
                all.diagnosis(),
                own,
                all.tier(),
                all.standing(),
                all.vulnerable() || vulnerable,
                all.smallIssues(),
                all.rival(),
                all.offerRatio(),
                all.dueExpectation(),
                all.recoverable());
    }

    private boolean isOwn(Grievance grievance) {
        EventId complaint = grievance.complaint();
        return complaint != null && complaint.value().startsWith(reference + "/");
    }
}
