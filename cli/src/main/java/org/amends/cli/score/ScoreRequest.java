package org.amends.cli.score;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.amends.policy.Policy;
import org.amends.story.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one run.
 *
 * @param files paths and patterns
 * @param mapping a query that yields the event columns, or null when the files hold them
 * @param policy the numbers to judge by
 * @param at the moment of diagnosing, or null for the time of the last event
 * @param horizon how far ahead leaving is asked for
 * @param lenient leave rows of unknown types out instead of refusing the input
 * @param out the folder for the results
 * @param force write into a folder that holds something else
 * @param language of the report
 * @param threads how many may work at once
 * @param memory the most memory for the database, or null for half of the machine's
 */
record ScoreRequest(
        List<String> files,
        @Nullable Path mapping,
        Policy policy,
        @Nullable Instant at,
        Duration horizon,
        boolean lenient,
        Path out,
        boolean force,
        Language language,
        int threads,
        @Nullable String memory) {

    ScoreRequest {
        files = List.copyOf(files);
    }
}
