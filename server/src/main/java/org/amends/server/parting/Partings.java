package org.amends.server.parting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.amends.complaint.PartingStep;
import org.amends.server.access.Caller;
import org.amends.server.access.Person;
import org.amends.server.complaint.Cases;
import org.amends.server.customer.Handover;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Ends a relationship decently: somebody proposes it and says why, a second person agrees, time passes, and then one step follows
 * the other, each with its proof. The last one silences every channel and closes the case.
 */
@Component
public final class Partings {

    private static final int LONGEST = 4_000;

    private final Cases cases;
    private final PartingTerms terms;
    private final Handover handover;

    Partings(Cases cases, PartingTerms terms, Handover handover) {
        this.cases = cases;
        this.terms = terms;
        this.handover = handover;
    }

    /** Proposes to part. */
    public KeptCase propose(String reference, String reason, Caller by) {
        String why = words("reason", reason, "Write why, so that the second person can judge it.");
        checkSeen(reference, by);
        return cases.decide(reference, kept -> {
            if (kept.complaint().parting() != null) {
                throw conflict("already-parting", "Somebody proposed to part already.");
            }
            return List.of(new CaseEvent.PartingProposed(cases.now(by.actor()), why));
        });
    }

    /**
     * Agrees, as a second person; from then on the cooling-off runs.
     *
     * @throws Problem when it is a program that asks: nobody is parted from by machine
     */
    public KeptCase confirm(String reference, Caller by) {
        if (!(by instanceof Person)) {
            throw conflict("person-needed", "A person has to agree, at the console.");
        }
        checkSeen(reference, by);
        return cases.decide(reference, kept -> {
            CaseHeader now = cases.now(by.actor());
            Instant until = now.at().plus(terms.coolingOff(kept.complaint().brand()));
            return List.of(new CaseEvent.PartingConfirmed(now, until));
        });
    }

    /** Thinks better of it. */
    public KeptCase callOff(String reference, String reason, Caller by) {
        String why = words("reason", reason, "Write why not.");
        checkSeen(reference, by);
        return cases.decide(reference, kept -> {
            Complaint.PartingState parting = kept.complaint().parting();
            if (parting != null && parting.done().contains(PartingStep.FAREWELL)) {
                throw conflict("farewell-said", "The customer has the farewell; only they can come back.");
            }
            return List.of(new CaseEvent.PartingCalledOff(cases.now(by.actor()), why));
        });
    }

    /**
     * Says that a step is done. With the last one the customer is left in peace and the case closed.
     *
     * @param proof what shows it; for the farewell and the silence the product knows it where it did them itself
     */
    public KeptCase done(String reference, PartingStep step, String proof, Caller by) {
        checkSeen(reference, by);
        return cases.decide(reference, kept -> {
            CaseHeader now = cases.now(by.actor());
            List<CaseEvent> events = new ArrayList<>();
            events.add(new CaseEvent.PartingStepDone(now, step, proof(kept.complaint(), step, proof)));
            if (step == PartingStep.SILENCE) {
                events.add(new CaseEvent.Closed(now, CaseOutcome.PARTED));
            }
            return events;
        });
    }

    private static String proof(Complaint complaint, PartingStep step, String proof) {
        if (proof.isBlank() && step == PartingStep.SILENCE) {
            return "suppressed";
        }
        if (proof.isBlank() && step == PartingStep.FAREWELL) {
            String letter = farewell(complaint);
            if (letter != null) {
                return "letter " + letter;
            }
        }
        return words("proof", proof, "Write what shows it: a transfer, a receipt, a message, who did it.");
    }

    /** The farewell that left, or null. */
    static @org.jspecify.annotations.Nullable String farewell(Complaint complaint) {
        return complaint.letters().stream()
                .filter(each ->
                        each.purpose() == LetterPurpose.FAREWELL && each.standing() == Complaint.LetterStanding.SENT)
                .map(Complaint.SentLetter::letter)
                .findFirst()
                .orElse(null);
    }

    /** The customer's data, once it is their turn: after the cooling-off. */
    Map<String, Object> data(String reference, Caller by) {
        Complaint complaint = seen(reference, by).complaint();
        Complaint.PartingState parting = complaint.parting();
        Instant until = parting == null ? null : parting.coolingOffUntil();
        if (until == null || cases.now(by.actor()).at().isBefore(until)) {
            throw conflict("cooling-off", "Nothing is handed over before the cooling-off has passed.");
        }
        return handover.of(complaint.customer(), complaint.brand(), by);
    }

    /** The case, where the caller may see it. */
    KeptCase seen(String reference, Caller by) {
        return cases.seen(reference, by.brands());
    }

    private void checkSeen(String reference, Caller by) {
        KeptCase ignored = seen(reference, by);
    }

    static Problem conflict(String kind, String detail) {
        return new Problem(HttpStatus.CONFLICT, kind, "The parting does not allow it", detail);
    }

    private static String words(String place, String text, String remedy) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw Problem.invalid(place, text.isBlank() ? "missing" : "too long", remedy);
        }
        return text.strip();
    }
}
