package org.amends.server.casework;

import java.util.List;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.Complaint;
import org.amends.server.complaint.CaseListener;
import org.amends.store.complaint.KeptCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says which open case is handled sooner. Danger comes before everything; then how grave it is, what has failed already, and how
 * urgent the relationship is. What the customer is worth counts only through the last, and on a scale that never outweighs the rest.
 */
@Component
final class CasePriority implements CaseListener {

    private static final double DANGER = 1_000;
    private static final double GRAVEST = 100;
    private static final double FAILED_AGAIN = 60;
    private static final double VULNERABLE = 30;
    private static final double LEAVING = 20;
    private static final double REPEATED = 20;
    private static final double TEN_TIMES_AS_URGENT = 10;

    private final JdbcClient database;

    CasePriority(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        double relationship = database.sql("select priority from diagnosis where relationship = ?")
                .param(after.relationship())
                .query(Double.class)
                .optional()
                .orElse(0.0);
        int ignored = database.sql("update complaint set priority = ? where id = ?")
                .param((float) of(after.complaint(), relationship))
                .param(after.id())
                .update();
    }

    /**
     * The priority of a case.
     *
     * @param relationship that of the relationship, in the points of diagnoses, 0 when not known
     */
    static double of(Complaint complaint, double relationship) {
        Assessment said = complaint.assessment();
        boolean failedAgain = complaint.rejections() > 0 || complaint.planOutdated() != null;
        return (complaint.inDanger() ? DANGER : 0)
                + GRAVEST * said.severity()
                + (failedAgain ? FAILED_AGAIN : 0)
                + (said.vulnerable() ? VULNERABLE : 0)
                + (said.leaving() ? LEAVING : 0)
                + (said.repeated() ? REPEATED : 0)
                + TEN_TIMES_AS_URGENT * Math.log10(1 + Math.max(0, relationship));
    }
}
