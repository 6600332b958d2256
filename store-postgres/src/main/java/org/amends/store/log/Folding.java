package org.amends.store.log;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.amends.event.Event;
import org.amends.format.state.StateBytes;
import org.amends.format.state.UnreadableStateException;
import org.amends.relationship.FoldSnapshot;
import org.amends.relationship.FoldTerms;
import org.amends.relationship.RelationshipFold;
import org.jspecify.annotations.Nullable;

/** Folds new events into states: onto the kept state where they come after it, and with the whole history where not. */
final class Folding {

    private final FoldTerms terms;

    /** An event of the log, or a new one. */
    private record Step(Event event, @Nullable Pending pending) {}

    Folding(FoldTerms terms) {
        this.terms = terms;
    }

    /** Whether the kept state does not do: it is of other terms, or an event comes before its latest. */
    boolean needsHistory(Touched touched) {
        if (touched.pending().isEmpty() || !touched.isKnown()) {
            return false;
        }
        FoldSnapshot kept = kept(touched);
        return kept == null || touched.pending().stream().anyMatch(pending -> !comesAfter(pending.folded(), kept));
    }

    /** Folds onto the kept state, or from nothing where there is none. */
    void goOn(Touched touched) {
        fold(touched, List.of(), touched.isKnown() ? kept(touched) : null);
    }

    /** Folds everything: the history and what is new. */
    void afresh(Touched touched, List<Event> history) {
        fold(touched, history, null);
    }

    /** The state of a whole history; null where there is none. */
    @Nullable
    KeptState state(List<Event> history) {
        if (history.isEmpty()) {
            return null;
        }
        RelationshipFold fold = new RelationshipFold(terms);
        history.stream().sorted(RelationshipFold.ORDER).forEach(fold::apply);
        return new KeptState(StateBytes.of(fold.snapshot(), terms));
    }

    private void fold(Touched touched, List<Event> history, @Nullable FoldSnapshot from) {
        List<Pending> left = new ArrayList<>(touched.pending());
        while (!left.isEmpty()) {
            RelationshipFold fold =
                    from == null ? new RelationshipFold(terms) : RelationshipFold.continued(from, terms);
            Pending culprit = apply(fold, steps(history, left));
            if (culprit == null) {
                touched.folded(StateBytes.of(fold.snapshot(), terms));
                return;
            }
            left.remove(culprit);
        }
    }

    private static List<Step> steps(List<Event> history, List<Pending> left) {
        List<Step> steps = new ArrayList<>(history.size() + left.size());
        history.forEach(event -> steps.add(new Step(event, null)));
        left.forEach(pending -> steps.add(new Step(pending.folded(), pending)));
        steps.sort(Comparator.comparing(Step::event, RelationshipFold.ORDER));
        return steps;
    }

    /** The new event that makes the history impossible to fold, rejected; null when all were taken. */
    private static @Nullable Pending apply(RelationshipFold fold, List<Step> steps) {
        Pending latest = null;
        for (Step step : steps) {
            latest = step.pending() == null ? latest : step.pending();
            try {
                fold.apply(step.event());
            } catch (ArithmeticException | IllegalArgumentException | DateTimeException impossible) {
                if (latest == null) {
                    throw impossible;
                }
                latest.reject(new Outcome.Rejected(
                        "event",
                        "with it, the history of %s cannot be added up: %s"
                                .formatted(step.event().customer(), impossible.getMessage()),
                        "Maybe the amount is far too large."));
                return latest;
            }
        }
        return null;
    }

    /** The kept state, unless it is absent, unreadable or of other terms; the log has all that is needed then. */
    private @Nullable FoldSnapshot kept(Touched touched) {
        KeptState before = touched.stateBefore();
        if (before == null) {
            return null;
        }
        try {
            StateBytes.Kept kept = StateBytes.read(before.bytes());
            return kept.terms() == terms.digest() ? kept.snapshot() : null;
        } catch (UnreadableStateException spoiled) {
            return null;
        }
    }

    private static boolean comesAfter(Event event, FoldSnapshot kept) {
        int byTime = event.time().compareTo(kept.lastSeen());
        return byTime > 0 || (byTime == 0 && event.id().compareTo(kept.lastEvent()) > 0);
    }
}
