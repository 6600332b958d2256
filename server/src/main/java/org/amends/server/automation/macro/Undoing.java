package org.amends.server.automation.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseFold;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.Complaint;
import org.amends.complaint.Evidence;
import org.amends.complaint.EvidenceStanding;
import org.amends.format.complaint.CaseEventJson;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;

/** Works out what takes events of a case back. What somebody changed since stays as they left it. */
final class Undoing {

    private final List<CaseEvent> back = new ArrayList<>();
    private final List<String> stays = new ArrayList<>();

    private Undoing() {}

    /** What happens, and the names of what cannot be taken back or was changed since. */
    record Plan(List<CaseEvent> back, List<String> stays) {}

    /**
     * The way back.
     *
     * @param first of the events, from 1
     * @param last of them
     */
    static Plan of(KeptCase kept, int first, int last, CaseHeader header) {
        Undoing undoing = new Undoing();
        for (int number = last; number >= first; number--) {
            CaseEvent event = kept.events().get(number - 1);
            Complaint before = CaseFold.fold(kept.events().subList(0, number - 1));
            CaseEvent inverse = inverse(event, before, kept.complaint(), header);
            if (inverse == null) {
                undoing.stays.add(CaseEventJson.type(event));
            } else {
                undoing.back.add(inverse);
            }
        }
        return new Plan(List.copyOf(undoing.back), List.copyOf(undoing.stays.reversed()));
    }

    private static @Nullable CaseEvent inverse(CaseEvent event, Complaint before, Complaint now, CaseHeader header) {
        if (event instanceof CaseEvent.Tagged it) {
            return now.tags().contains(it.tag()) ? new CaseEvent.Untagged(header, it.tag()) : null;
        }
        if (event instanceof CaseEvent.Untagged it) {
            return now.tags().contains(it.tag()) ? null : new CaseEvent.Tagged(header, it.tag());
        }
        if (event instanceof CaseEvent.FieldSet it) {
            boolean same = Objects.equals(now.fields().get(it.field()), it.value());
            return same
                    ? new CaseEvent.FieldSet(header, it.field(), before.fields().get(it.field()))
                    : null;
        }
        if (event instanceof CaseEvent.Assigned it) {
            boolean same = Objects.equals(now.owner(), it.owner()) && Objects.equals(now.team(), it.team());
            return same ? new CaseEvent.Assigned(header, before.owner(), before.team()) : null;
        }
        if (event instanceof CaseEvent.EvidenceNoted it) {
            return evidence(it.evidence(), before, now, header);
        }
        return ofClocks(event, now, header);
    }

    private static @Nullable CaseEvent evidence(Evidence noted, Complaint before, Complaint now, CaseHeader header) {
        if (!now.evidence().contains(noted)) {
            return null;
        }
        Evidence was = before.evidence().stream()
                .filter(each -> each.id().equals(noted.id()))
                .findFirst()
                .orElseGet(() -> new Evidence(
                        noted.id(),
                        noted.kind(),
                        noted.text(),
                        EvidenceStanding.DROPPED,
                        noted.askedOf(),
                        noted.due()));
        return new CaseEvent.EvidenceNoted(header, was);
    }

    private static @Nullable CaseEvent ofClocks(CaseEvent event, Complaint now, CaseHeader header) {
        if (event instanceof CaseEvent.ClocksPaused) {
            return now.open() && now.paused() ? new CaseEvent.ClocksResumed(header) : null;
        }
        if (event instanceof CaseEvent.Closed) {
            return now.open() ? null : new CaseEvent.Reopened(header, "Closed by mistake.");
        }
        return null;
    }
}
