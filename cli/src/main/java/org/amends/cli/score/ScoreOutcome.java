package org.amends.cli.score;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.amends.cli.history.HistoryFile;
import org.amends.insight.outlook.BaseFit;

/**
 * What one run found.
 *
 * @param request what was asked
 * @param at the moment of diagnosing
 * @param files what was read
 * @param engine the version of the database
 * @param malformed rows of text files that could not be taken apart; they are among the rejected
 * @param counts of the first look
 * @param after events after the moment of diagnosing; not used
 * @param rejected rows that were left out with a reason
 * @param conflictsLooked whether event ids of several customers were looked for
 * @param eventTypes accepted rows by type, before duplicates are dropped
 * @param fit the customer base model
 * @param totals over all relationships
 */
record ScoreOutcome(
        ScoreRequest request,
        Instant at,
        List<HistoryFile> files,
        String engine,
        long malformed,
        HistoryCounts counts,
        long after,
        long rejected,
        boolean conflictsLooked,
        Map<String, Long> eventTypes,
        BaseFit fit,
        ScoreTotals totals) {}
