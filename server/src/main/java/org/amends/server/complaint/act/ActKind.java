package org.amends.server.complaint.act;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.amends.complaint.CaseEvent;
import org.amends.event.Spelling;
import org.amends.server.problem.Problem;

/** Something that may be done to a case. What it asks for is what the event tells that it leads to. */
public enum ActKind {
    /** Settles what the complaint says; what is not named stays as it was read. */
    ASSESS(CaseEvent.Assessed.class),
    /** The customer was told, other than by letter, that it arrived. */
    ACKNOWLEDGE(CaseEvent.Acknowledged.class),
    /** What would justify a decision is being gathered. */
    INVESTIGATE(CaseEvent.InvestigationBegun.class),
    /** A piece of evidence came, is missing, or changed. */
    EVIDENCE(CaseEvent.EvidenceNoted.class),
    /** Gives it to a person, a team, or nobody; what is not named stays. */
    ASSIGN(CaseEvent.Assigned.class),
    /** A note for colleagues. */
    NOTE(CaseEvent.Noted.class),
    TAG(CaseEvent.Tagged.class),
    UNTAG(CaseEvent.Untagged.class),
    /** Fills in a field of the company's own, or empties it. */
    FIELD(CaseEvent.FieldSet.class),
    /** An element of the chosen plan was carried out. */
    ELEMENT_DONE(CaseEvent.ElementDone.class),
    PAUSE(CaseEvent.ClocksPaused.class),
    RESUME(CaseEvent.ClocksResumed.class),
    /** Somebody who was in danger was helped. */
    DANGER_HANDLED(CaseEvent.DangerHandled.class),
    /** The customer accepts the outcome, as they said on the telephone for example. */
    ACCEPT(CaseEvent.OutcomeAccepted.class),
    /** The customer does not. */
    REJECT(CaseEvent.OutcomeRejected.class),
    LINK(CaseEvent.Linked.class),
    UNLINK(CaseEvent.Unlinked.class),
    LESSON(CaseEvent.LessonDrawn.class),
    CLOSE(CaseEvent.Closed.class),
    REOPEN(CaseEvent.Reopened.class);

    private static final List<String> NAMES =
            Arrays.stream(values()).map(ActKind::stableName).toList();

    private final Class<? extends CaseEvent> event;

    ActKind(Class<? extends CaseEvent> event) {
        this.event = event;
    }

    /** What it leads to. */
    Class<? extends CaseEvent> event() {
        return event;
    }

    /** The name in requests. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem naming the acts there are */
    static ActKind of(String name) {
        int found = NAMES.indexOf(name);
        if (found < 0) {
            throw Problem.invalid(
                    "act",
                    "\"%s\"".formatted(name),
                    "Maybe %s. Acts are %s.".formatted(Spelling.nearest(name, NAMES), String.join(", ", NAMES)));
        }
        return values()[found];
    }
}
