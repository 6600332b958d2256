package org.amends.store.log;

import java.util.Comparator;
import java.util.Objects;
import org.amends.event.Event;
import org.amends.relationship.RelationshipFold;
import org.jspecify.annotations.Nullable;

/** One new event in the course of an append. */
final class Pending {

    static final Comparator<Pending> ORDER = Comparator.comparing(Pending::folded, RelationshipFold.ORDER);

    private final IncomingEvent incoming;
    private @Nullable Touched arrivedWith;
    private @Nullable Event folded;
    private Outcome.@Nullable Rejected rejected;
    private long position;

    Pending(IncomingEvent incoming) {
        this.incoming = incoming;
    }

    IncomingEvent incoming() {
        return incoming;
    }

    /** Tells with which relationship it arrived, and into which it is folded. */
    void belongsTo(Touched arrived, Touched survivor) {
        arrivedWith = arrived;
        folded = arrived == survivor
                ? incoming.event()
                : Rows.event(Rows.of(incoming.row(), survivor.customer(), survivor.brand()));
    }

    Touched arrivedWith() {
        return Objects.requireNonNull(arrivedWith);
    }

    /** The event as the state that takes it sees it. */
    Event folded() {
        return Objects.requireNonNull(folded);
    }

    void reject(Outcome.Rejected why) {
        rejected = why;
    }

    boolean isRejected() {
        return rejected != null;
    }

    void standsAt(long place) {
        position = place;
    }

    long position() {
        return position;
    }

    Outcome outcome() {
        return rejected == null ? new Outcome.Accepted(position) : rejected;
    }
}
