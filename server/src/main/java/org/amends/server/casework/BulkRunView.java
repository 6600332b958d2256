package org.amends.server.casework;

import java.util.List;
import org.amends.server.complaint.bulk.Bulk;

/**
 * How far it has come with what is done to many cases.
 *
 * @param link to this page
 * @param told what is done, in words
 * @param who began it
 * @param began when, in words
 * @param ended whether nothing waits any more
 * @param done how many cases are through
 * @param all how many there are
 * @param refused those that refused, and why
 */
public record BulkRunView(
        String link,
        String told,
        String who,
        String began,
        boolean ended,
        int done,
        int all,
        int changed,
        int unchanged,
        List<BulkView.Line> refused) {

    /** Copies the list. */
    public BulkRunView {
        refused = List.copyOf(refused);
    }

    static int done(Bulk.Run run) {
        return run.changed() + run.unchanged() + run.refused();
    }
}
