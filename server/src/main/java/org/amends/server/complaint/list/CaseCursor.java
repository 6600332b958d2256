package org.amends.server.complaint.list;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.amends.server.paging.PagePlace;
import org.amends.server.problem.Problem;

/**
 * The place behind one line of a list. To callers it is opaque.
 *
 * @param value the line's value of the sort, as the database compares it
 * @param tie its number
 */
record CaseCursor(Object value, long tie) {

    private static final String NEVER = "never";

    static String behind(CaseLine line, CaseSort sort, CaseFilter filter) {
        Instant due = line.dueAt();
        String value = switch (sort) {
            case PRIORITY -> Float.toString(line.priority());
            case DUE -> due == null ? NEVER : due.toString();
            case NEWEST, OLDEST -> line.openedAt().toString();
            case RANK -> Float.toString(line.rank());
        };
        return PagePlace.encoded(list(sort, filter), value, Long.toString(line.id()));
    }

    /** @throws Problem when the text is no cursor of this list */
    static CaseCursor decoded(String text, CaseSort sort, CaseFilter filter) {
        return PagePlace.decoded(
                "cursor",
                text,
                list(sort, filter),
                2,
                values -> new CaseCursor(placed(sort, values.getFirst()), Long.parseLong(values.getLast())));
    }

    private static String list(CaseSort sort, CaseFilter filter) {
        return sort.stableName() + Integer.toHexString(filter.fingerprint());
    }

    private static Object placed(CaseSort sort, String value) {
        return switch (sort) {
            case PRIORITY, RANK -> (float) PagePlace.finite(Float.parseFloat(value));
            case DUE, NEWEST, OLDEST ->
                value.equals(NEVER)
                        ? OffsetDateTime.MAX
                        : PagePlace.storable(Instant.parse(value)).atOffset(ZoneOffset.UTC);
        };
    }

    /** As the parameters {@code value} and {@code tie}. */
    void addTo(Map<String, Object> parameters) {
        parameters.put("value", value);
        parameters.put("tie", tie);
    }
}
