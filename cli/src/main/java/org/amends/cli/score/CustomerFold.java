package org.amends.cli.score;

import java.util.ArrayList;
import java.util.List;
import org.amends.event.Event;
import org.amends.policy.Policy;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;
import org.jspecify.annotations.Nullable;

/**
 * Folds one relationship from events that come in order of time. It brings those of one moment into the one order of a
 * history, drops repeated ids, and keeps the events that a report may tell of.
 */
final class CustomerFold {

    /** A report tells of the latest things; a bot's million contacts need not be kept. */
    private static final int MOST_TOLD = 2_000;

    private final RelationshipFold fold;
    private final IdSet seen = new IdSet();
    private final List<Event> told = new ArrayList<>();
    private @Nullable Event waiting;
    private @Nullable List<Event> moment;
    private long events;
    private long duplicates;

    CustomerFold(Policy policy) {
        fold = new RelationshipFold(policy);
    }

    /** Takes the next event; times do not go back. */
    void take(Event event) {
        Event before = waiting;
        if (before == null) {
            waiting = event;
        } else if (before.time().equals(event.time())) {
            if (moment == null) {
                moment = new ArrayList<>();
                moment.add(before);
            }
            moment.add(event);
        } else {
            release(before);
            waiting = event;
        }
    }

    private void release(Event single) {
        List<Event> together = moment;
        if (together == null) {
            apply(single);
            return;
        }
        together.sort(RelationshipFold.ORDER);
        together.forEach(this::apply);
        moment = null;
    }

    private void apply(Event event) {
        if (!seen.add(event.id().value())) {
            duplicates++;
            return;
        }
        events++;
        fold.apply(event);
        if (event instanceof Event.Erased) {
            told.clear();
        } else if (!(event instanceof Event.Purchase
                || event instanceof Event.Visit
                || event instanceof Event.Engagement)) {
            tell(event);
        }
    }

    private void tell(Event event) {
        if (told.size() == MOST_TOLD) {
            told.subList(0, MOST_TOLD / 2).clear();
        }
        told.add(event);
    }

    /** Ends the history. */
    Relationship finish() {
        Event last = waiting;
        if (last != null) {
            release(last);
            waiting = null;
        }
        return fold.relationship();
    }

    /** Events that a report may tell of: all but purchases, visits and engagement. */
    List<Event> told() {
        return told;
    }

    /** Events that counted. */
    long events() {
        return events;
    }

    /** Events that came again. */
    long duplicates() {
        return duplicates;
    }
}
