package org.amends.server.automation.rule;

import java.time.Instant;
import java.util.List;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseFold;
import org.amends.complaint.CaseHeader;
import org.amends.store.complaint.KeptCase;

/** A case that is nowhere, on which acts are tried before they are kept. */
public final class SampleCase {

    private SampleCase() {}

    /** One that was just opened. */
    public static KeptCase of(String brand) {
        List<CaseEvent> events = List.of(new CaseEvent.Opened(
                new CaseHeader(Instant.EPOCH, CaseHeader.CUSTOMER),
                "C-1970-000000",
                "somebody",
                brand,
                "email",
                "en",
                "Something",
                null));
        return new KeptCase(0, 0, CaseFold.fold(events), events);
    }
}
