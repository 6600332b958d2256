package org.amends.server.complaint;

import java.util.List;
import org.amends.complaint.CaseEvent;
import org.amends.store.complaint.KeptCase;

/**
 * Implemented by whatever keeps something that follows from cases: promises, clocks, the search. It is told within the
 * transaction in which something happened to a case, which is rolled back when it throws.
 */
public interface CaseListener {

    /**
     * These happened to a case.
     *
     * @param after the case with them
     * @param happened what happened, oldest first
     */
    void happened(KeptCase after, List<CaseEvent> happened);
}
