package org.amends.preference;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * All that one customer stated, withdrew and stated anew, folded from events in order of time and id.
 *
 * <p>A later statement about the same subject ends the earlier one from the moment at which it holds itself: that is how a
 * statement is corrected. A withdrawal ends every statement of the same value. Erasure forgets all.
 */
public final class PreferenceBook {

    /** A book in which nothing is stated. */
    public static final PreferenceBook EMPTY = new PreferenceBook(List.of(), List.of(), List.of());

    private static final Comparator<Event> ORDER =
            Comparator.comparing(Event::time).thenComparing(Event::id);

    /** A value was taken back. */
    record Withdrawal(StatedPreference value, Instant at, EventId event) {}

    private final List<Preference> statements;
    private final List<PreferenceHint> hints;
    private final List<Withdrawal> withdrawals;

    PreferenceBook(List<Preference> statements, List<PreferenceHint> hints, List<Withdrawal> withdrawals) {
        this.statements = List.copyOf(statements);
        this.hints = List.copyOf(hints);
        this.withdrawals = List.copyOf(withdrawals);
    }

    /**
     * The book after these events, in whatever order and however often they arrived. Events of other types say nothing here.
     *
     * @throws IllegalArgumentException when they are of several customers
     */
    public static PreferenceBook of(Collection<? extends Event> anyOrder) {
        BookDraft draft = new BookDraft();
        Set<EventId> taken = new HashSet<>();
        CustomerId customer = null;
        for (Event event : anyOrder.stream().sorted(ORDER).toList()) {
            if (customer != null && !customer.equals(event.customer())) {
                throw new IllegalArgumentException("A book is of one customer, but there are events of %s and of %s."
                        .formatted(customer, event.customer()));
            }
            customer = event.customer();
            if (taken.add(event.id())) {
                draft.take(event);
            }
        }
        return draft.book();
    }

    /** What was stated and holds at this moment, in order of stating. */
    public List<Preference> holding(Instant now) {
        return statements.stream().filter(it -> it.holdsAt(now)).toList();
    }

    /** The needs of the closed set that hold at this moment, in their own order. */
    public Set<Need> needs(Instant now) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (Preference held : holding(now)) {
            if (held.value() instanceof StatedPreference.OfNeed(Need need)) {
                needs.add(need);
            }
        }
        return needs;
    }

    /** Every statement there ever was, oldest first, with what ended it. */
    public List<Preference> history() {
        return statements;
    }

    /** Every statement about the subject of this one, oldest first. */
    public List<Preference> history(StatedPreference about) {
        return statements.stream()
                .filter(it -> it.value().subject().equals(about.subject()))
                .toList();
    }

    /** What other systems read out of purchases and what still counts: reasons to ask, never facts. */
    public List<PreferenceHint> hints(Instant now) {
        return hints.stream().filter(it -> it.countsAt(now)).toList();
    }

    /**
     * When the customer last took this value back, so that purchases before it suggest nothing any more; null when they never
     * did, or stated it again since.
     */
    public @Nullable Instant takenBack(StatedPreference value, Instant now) {
        Instant last = null;
        for (Withdrawal withdrawal : withdrawals) {
            if (withdrawal.value().equals(value) && !withdrawal.at().isAfter(now)) {
                last = withdrawal.at();
            }
        }
        boolean heldAgain = holding(now).stream().anyMatch(it -> it.value().equals(value));
        return heldAgain ? null : last;
    }
}
