package org.amends.server.casework;

import java.util.List;
import java.util.Map;
import org.amends.server.complaint.bulk.Bulk;
import org.amends.server.complaint.team.Teams;
import org.jspecify.annotations.Nullable;

/**
 * The same that is to be done to many cases: first what, then what would come of it.
 *
 * @param references of the cases, with blanks between them
 * @param cases how many
 * @param tooMany whether more were meant than one run takes
 * @param asked what the form says already
 * @param acts what is to be done, as JSON, once it was understood; else null
 * @param told what is to be done, in words, or null
 * @param lines what would come of it for each case that was looked at
 * @param counts how many change, stay as they are and refuse, by the names of results
 * @param flaw why it cannot be, in words, or null
 */
public record BulkView(
        String references,
        int cases,
        boolean tooMany,
        Map<String, String> asked,
        @Nullable String acts,
        @Nullable String told,
        List<Line> lines,
        Map<Bulk.Result, Integer> counts,
        List<CaseView.Colleague> people,
        List<Teams.Team> teams,
        @Nullable String flaw) {

    /** What can be done to many cases from the page, in the order of the form. */
    public static final List<String> ACTS = List.of(
            "assign", "tag", "untag", "note", "investigate", "acknowledge", "pause", "resume", "close", "reopen");

    /**
     * One case.
     *
     * @param tone of its badge
     * @param what would happen, or why it is refused, in words
     */
    public record Line(String reference, String link, Bulk.Result result, String tone, String what) {}

    /** Copies its collections. */
    public BulkView {
        asked = Map.copyOf(asked);
        lines = List.copyOf(lines);
        counts = Map.copyOf(counts);
        people = List.copyOf(people);
        teams = List.copyOf(teams);
    }

    /** What the form says by this name, or empty. */
    public String get(String name) {
        return asked.getOrDefault(name, "");
    }

    /** Whether there is something to begin with. */
    public boolean ready() {
        return acts != null && flaw == null && !tooMany && counts.getOrDefault(Bulk.Result.CHANGED, 0) > 0;
    }

    /** How many have this result. */
    public int count(Bulk.Result result) {
        return counts.getOrDefault(result, 0);
    }

    /** The class of the colour of a result. */
    static String tone(Bulk.Result result) {
        return switch (result) {
            case WAITING, UNCHANGED -> "quiet";
            case CHANGED -> "good";
            case REFUSED -> "bad";
        };
    }
}
