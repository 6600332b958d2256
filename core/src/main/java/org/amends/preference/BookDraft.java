package org.amends.preference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.amends.event.Event;
import org.amends.event.EventId;
import org.amends.event.PreferenceSource;
import org.amends.preference.Preference.Ending;
import org.jspecify.annotations.Nullable;

/** A book while events are taken into it, in order. */
final class BookDraft {

    /** A statement or hint whose end is not known yet. */
    private static final class Open {
        private final Event.PreferenceStated stated;
        private final StatedPreference value;
        private @Nullable Ending ending;

        Open(Event.PreferenceStated stated, StatedPreference value) {
            this.stated = stated;
            this.value = value;
        }

        Instant validFrom() {
            return stated.validFrom() == null ? stated.time() : stated.validFrom();
        }

        /** From when on it ends what was stated before. */
        Instant begins() {
            return validFrom().isAfter(stated.time()) ? validFrom() : stated.time();
        }

        boolean lastsBeyond(Instant moment) {
            return ending == null || ending.at().isAfter(moment);
        }

        boolean isEndedBy(EventId event) {
            return ending != null && ending.event().equals(event);
        }

        Preference preference() {
            return new Preference(
                    value, stated.source(), stated.id(), stated.time(), validFrom(), stated.validUntil(), ending);
        }

        PreferenceHint hint() {
            Instant until = stated.validUntil();
            Instant counts = ending != null && (until == null || ending.at().isBefore(until)) ? ending.at() : until;
            return new PreferenceHint(value, stated.id(), stated.time(), counts);
        }
    }

    private final List<Open> statements = new ArrayList<>();
    private final List<Open> hints = new ArrayList<>();
    private final List<PreferenceBook.Withdrawal> withdrawals = new ArrayList<>();

    void take(Event event) {
        if (event instanceof Event.PreferenceStated stated) {
            stated(stated);
        } else if (event instanceof Event.PreferenceWithdrawn withdrawn) {
            withdrawn(StatedPreference.read(withdrawn.preference()), withdrawn);
        } else if (event instanceof Event.Erased) {
            statements.clear();
            hints.clear();
            withdrawals.clear();
        }
    }

    private void stated(Event.PreferenceStated stated) {
        Open open = new Open(stated, StatedPreference.read(stated.preference()));
        if (stated.source() == PreferenceSource.PURCHASES) {
            hints.add(open);
            return;
        }
        for (Open earlier : statements) {
            if (earlier.value.subject().equals(open.value.subject()) && earlier.lastsBeyond(open.begins())) {
                earlier.ending = new Ending(open.begins(), stated.id(), open.value);
            }
        }
        statements.add(open);
    }

    private void withdrawn(StatedPreference value, Event.PreferenceWithdrawn withdrawn) {
        withdrawals.add(new PreferenceBook.Withdrawal(value, withdrawn.time(), withdrawn.id()));
        Ending ending = new Ending(withdrawn.time(), withdrawn.id(), null);
        for (Open open : statements) {
            if (isOf(value, open) && open.lastsBeyond(withdrawn.time())) {
                open.ending = ending;
                letStand(open, withdrawn.time());
            }
        }
        hints.stream()
                .filter(it -> isOf(value, it) && it.lastsBeyond(withdrawn.time()))
                .forEach(it -> it.ending = ending);
    }

    /** What a statement would have ended later stays, now that it was withdrawn before it began. */
    private void letStand(Open withdrawn, Instant at) {
        for (Open earlier : statements) {
            if (earlier.isEndedBy(withdrawn.stated.id()) && earlier.lastsBeyond(at)) {
                earlier.ending = null;
            }
        }
    }

    /** A brand, a name or unknown words are the same in whatever case. */
    private static boolean isOf(StatedPreference value, Open open) {
        return open.value.text().equalsIgnoreCase(value.text());
    }

    PreferenceBook book() {
        return new PreferenceBook(
                statements.stream().map(Open::preference).toList(),
                hints.stream().map(Open::hint).toList(),
                withdrawals);
    }
}
