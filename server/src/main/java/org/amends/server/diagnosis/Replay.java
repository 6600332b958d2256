package org.amends.server.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.amends.event.Event;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;

/**
 * Says what would have been diagnosed in the past: a history is replayed, and diagnosed at given moments with what had happened
 * by then. Policy and base model are those of the present, so that moments can be compared.
 */
public final class Replay {

    private final Diagnosing diagnosing;

    /** Replays under this policy and base model. */
    public Replay(Diagnosing diagnosing) {
        this.diagnosing = diagnosing;
    }

    /** A relationship as it was at a moment. */
    public record Then(Instant at, Relationship relationship, Diagnosis diagnosis) {}

    /**
     * Tells how a relationship was at each moment, from the first at which it had begun.
     *
     * @param history its events, in the order of {@link RelationshipFold#ORDER}
     * @param moments ascending
     * @param told is given the index of each moment and how it was then
     */
    public void tell(List<Event> history, List<Instant> moments, BiConsumer<Integer, Then> told) {
        RelationshipFold fold = new RelationshipFold(diagnosing.policy());
        int next = 0;
        for (int i = 0; i < moments.size(); i++) {
            Instant at = moments.get(i);
            while (next < history.size() && !history.get(next).time().isAfter(at)) {
                fold.apply(history.get(next));
                next++;
            }
            if (next > 0) {
                Relationship relationship = fold.relationship();
                told.accept(i, new Then(at, relationship, diagnosing.at(at).diagnose(relationship)));
            }
        }
    }
}
