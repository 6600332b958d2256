package org.amends.server.automation.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have done in the last days, as the cases stood then.
 *
 * @param cases how many cases were looked at: those opened in that time, the newest first
 * @param more whether there are more of them than were looked at
 * @param setOff how often the rule was set off
 * @param matched how often its conditions held
 * @param lines the first of those, the newest first
 */
public record Outlook(int cases, boolean more, int setOff, int matched, List<Line> lines) {
    public Outlook {
        lines = List.copyOf(lines);
    }

    /**
     * One case on which it would have acted.
     *
     * @param occasion what set it off
     * @param would names of what would have happened to the case
     * @param reason why not, or why not all, or null
     */
    public record Line(
            String reference,
            String subject,
            Instant at,
            String occasion,
            List<String> would,
            @Nullable String reason) {
        public Line {
            would = List.copyOf(would);
        }
    }
}
