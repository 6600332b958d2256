package org.amends.server.casework;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.Complaint;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.springframework.stereotype.Component;

/** Does what somebody at the console asks of a case, and leads back to its page, which tells why when it was refused. */
@Component
final class CaseActs {

    /** Something was asked for that cannot be understood, rather than refused. */
    static final String NOT_UNDERSTOOD = "INPUT";

    private final Cases cases;

    CaseActs(Cases cases) {
        this.cases = cases;
    }

    /** Something that is done outside the log of the case. */
    @FunctionalInterface
    interface Deed {
        void doIt(KeptCase kept, Caller caller);
    }

    /**
     * Lets this happen to a case.
     *
     * @param place the part of the page to lead back to
     * @param events from the case as it is and the header of whoever asks
     */
    String happen(String reference, String place, BiFunction<Complaint, CaseHeader, List<CaseEvent>> events) {
        return deed(reference, place, (kept, caller) -> {
            var ignored =
                    cases.decide(reference, before -> events.apply(before.complaint(), cases.now(caller.actor())));
        });
    }

    /** Does something about a case that the caller may see. */
    String deed(String reference, String place, Deed deed) {
        Caller caller = Caller.current();
        KeptCase kept = cases.seen(reference, caller.brands());
        try {
            deed.doIt(kept, caller);
        } catch (Problem refused) {
            return "redirect:" + CaseLinks.to(reference) + "?refused=" + why(refused) + "#" + place;
        } catch (IllegalArgumentException | ArithmeticException notUnderstood) {
            return "redirect:" + CaseLinks.to(reference) + "?refused=" + NOT_UNDERSTOOD + "#" + place;
        }
        return "redirect:" + CaseLinks.to(reference) + "#" + place;
    }

    /** The last part of the key of the words that say why, below {@code case.refused.}. */
    static String why(Problem refused) {
        Map<String, Object> members = refused.detail().getProperties();
        Object refusal = members == null ? null : members.get("refusal");
        if (refusal != null) {
            return refusal.toString();
        }
        if (!refused.status().is4xxClientError()) {
            throw refused;
        }
        URI type = refused.detail().getType();
        String kind = type == null ? "" : type.getPath().replaceFirst(".*/", "");
        return kind.startsWith("letter-") || kind.equals("case-went-on") ? kind : NOT_UNDERSTOOD;
    }
}
