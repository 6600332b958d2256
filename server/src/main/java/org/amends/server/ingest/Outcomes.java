package org.amends.server.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of everything that was sent together, in its order. */
record Outcomes(List<Outcome> all, int accepted, int duplicate, int ignored, int refused) {

    static Outcomes of(List<Outcome> all) {
        int accepted = 0;
        int duplicate = 0;
        int ignored = 0;
        int refused = 0;
        for (Outcome outcome : all) {
            switch (outcome) {
                case Outcome.Accepted a -> accepted++;
                case Outcome.Duplicate d -> duplicate++;
                case Outcome.Ignored i -> ignored++;
                case Outcome.Refused r -> refused++;
            }
        }
        return new Outcomes(List.copyOf(all), accepted, duplicate, ignored, refused);
    }

    /** Whether nothing of it is in the log, though something was meant to be. */
    boolean allRefused() {
        return refused > 0 && accepted + duplicate + ignored == 0;
    }

    /** The greatest position that was given, or null when nothing was accepted. */
    @Nullable
    Long lastPosition() {
        Long last = null;
        for (Outcome outcome : all) {
            if (outcome instanceof Outcome.Accepted(String ignored, long position)
                    && (last == null || position > last)) {
                last = position;
            }
        }
        return last;
    }
}
