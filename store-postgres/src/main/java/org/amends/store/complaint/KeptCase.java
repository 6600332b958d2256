package org.amends.store.complaint;

import java.util.List;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.Complaint;

/**
 * A case as the store holds it.
 *
 * @param id the store's own number
 * @param relationship the store's number of the relationship that it belongs to
 * @param complaint its state
 * @param events from which that state is folded, oldest first
 */
public record KeptCase(long id, long relationship, Complaint complaint, List<CaseEvent> events) {
    public KeptCase {
        events = List.copyOf(events);
    }
}
