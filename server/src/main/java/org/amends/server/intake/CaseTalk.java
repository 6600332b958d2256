package org.amends.server.intake;

import java.util.ArrayList;
import java.util.List;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.Complaint;
import org.amends.complaint.Stage;
import org.amends.language.reading.MessageKind;
import org.amends.language.reading.Route;
import org.amends.server.complaint.Cases;
import org.amends.store.complaint.KeptCase;
import org.springframework.stereotype.Component;

/** Opens cases with what customers write, and carries them on with what they write next. */
@Component
final class CaseTalk {

    private final Cases cases;

    CaseTalk(Cases cases) {
        this.cases = cases;
    }

    /**
     * Opens a case with a message.
     *
     * @param mentioned references of other cases that the message names
     */
    KeptCase open(String customer, String language, String subject, Arrival arrival, List<String> mentioned) {
        Contact contact = arrival.contact();
        CaseHeader read = cases.now(CaseHeader.MACHINE);
        List<CaseEvent> next = new ArrayList<>();
        next.add(new CaseEvent.Assessed(read, Assessments.of(arrival.reading())));
        mentioned.forEach(each -> next.add(new CaseEvent.Linked(read, each)));
        return cases.open(
                new Cases.NewCase(
                        customer,
                        contact.brand(),
                        contact.channel(),
                        language,
                        subject,
                        arrival.id().toString(),
                        arrival.receivedAt()),
                contact.by(),
                next);
    }

    /** The customer wrote again: what was closed or answered is open again, unless they only say thanks. */
    KeptCase goOn(String reference, Arrival arrival) {
        return cases.decide(reference, kept -> {
            Complaint before = kept.complaint();
            List<CaseEvent> events = new ArrayList<>();
            events.add(new CaseEvent.MessageCame(
                    new CaseHeader(cases.now("").at(), arrival.contact().by()),
                    arrival.id().toString()));
            CaseHeader machine = cases.now(CaseHeader.MACHINE);
            boolean settled = !before.open() || before.stage() == Stage.ANSWERED;
            if (settled && !thanks(arrival)) {
                events.add(new CaseEvent.Reopened(machine, "reply"));
            }
            Assessment after = Assessments.after(before.assessment(), arrival.reading());
            if (!after.equals(before.assessment()) && (before.open() || !thanks(arrival))) {
                events.add(new CaseEvent.Assessed(machine, after));
            }
            return events;
        });
    }

    private static boolean thanks(Arrival arrival) {
        MessageKind kind = arrival.reading().labels().kind();
        return arrival.reading().route() == Route.INBOX && (kind == MessageKind.THANKS || kind == MessageKind.PRAISE);
    }
}
