package org.amends.server.complaint.list;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.amends.complaint.Stage;
import org.amends.server.access.BrandScope;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are listed. Conditions hold together; what is empty or null asks for nothing.
 *
 * @param brands that may be seen
 * @param stages in one of these; empty means all that are open
 * @param same what a case must have been given: {@link #SAME} and a value, or {@link #NOBODY} for none
 * @param failure a failure that it tells of, by its stable name
 * @param tag that it bears
 * @param marks that it has
 * @param minSeverity 0 to 1
 * @param dueBefore its nearest deadline is before then
 * @param from it came then or later
 * @param until it came before then
 * @param fields of the company's own, by their tags
 * @param text what is searched for, as it was typed
 */
public record CaseFilter(
        BrandScope brands,
        Set<Stage> stages,
        Map<String, String> same,
        @Nullable String failure,
        @Nullable String tag,
        Set<Mark> marks,
        double minSeverity,
        @Nullable Instant dueBefore,
        @Nullable Instant from,
        @Nullable Instant until,
        Map<String, String> fields,
        @Nullable String text) {

    /** What is compared as it stands; the names are those of the columns. */
    static final Set<String> SAME = Collections.unmodifiableSet(
            new java.util.TreeSet<>(Set.of("brand", "team", "owner", "channel", "language", "customer")));

    /** The team or owner of what is nobody's. */
    public static final String NOBODY = "none";

    /** What a case may have. */
    public enum Mark {
        /** Somebody may be in danger. */
        DANGER,
        /** A plan waits for a second person. */
        APPROVAL,
        VULNERABLE,
        /** Its clocks stand still. */
        PAUSED,
        /** Its nearest deadline has passed. */
        OVERDUE
    }

    public CaseFilter {
        stages = Collections.unmodifiableSet(
                stages.isEmpty() ? EnumSet.complementOf(EnumSet.of(Stage.CLOSED)) : EnumSet.copyOf(stages));
        same = Collections.unmodifiableMap(new TreeMap<>(same));
        marks = Collections.unmodifiableSet(marks.isEmpty() ? EnumSet.noneOf(Mark.class) : EnumSet.copyOf(marks));
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** All open cases of these brands. */
    public static CaseFilter open(BrandScope brands) {
        return new CaseFilter(brands, Set.of(), Map.of(), null, null, Set.of(), 0, null, null, null, Map.of(), null);
    }

    /** Whether only open cases are asked for. */
    public boolean openOnly() {
        return !stages.contains(Stage.CLOSED);
    }

    /** Whether it asks for more than brands, stages and words. */
    boolean narrows() {
        return !same.isEmpty()
                || failure != null
                || tag != null
                || !marks.isEmpty()
                || minSeverity > 0
                || dueBefore != null
                || from != null
                || until != null
                || !fields.isEmpty();
    }

    /** What tells this filter from others, so that a cursor is not continued under another one. */
    int fingerprint() {
        return toString().hashCode();
    }
}
