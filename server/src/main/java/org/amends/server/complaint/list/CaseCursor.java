package org.amends.server.complaint.list;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The place behind one line of a list. To callers it is opaque.
 *
 * @param value the line's value of the sort, as text
 * @param tie its number
 */
record CaseCursor(CaseSort sort, int filter, String value, long tie) {

    private static final String VERSION = "1";
    private static final String NEVER = "never";
    private static final char SEPARATOR = '\u001f';
    private static final int PARTS = 5;

    static CaseCursor behind(CaseLine line, CaseSort sort, CaseFilter filter) {
        Instant due = line.dueAt();
        String value = switch (sort) {
            case PRIORITY -> Float.toString(line.priority());
            case DUE -> due == null ? NEVER : due.toString();
            case NEWEST, OLDEST -> line.openedAt().toString();
            case RANK -> Float.toString(line.rank());
        };
        return new CaseCursor(sort, filter.fingerprint(), value, line.id());
    }

    String encoded() {
        String plain = String.join(
                String.valueOf(SEPARATOR),
                VERSION,
                sort.stableName(),
                Integer.toHexString(filter),
                value,
                Long.toString(tie));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem when the text is no cursor of this list */
    static CaseCursor decoded(String text, CaseSort sort, CaseFilter filter) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(String.valueOf(SEPARATOR), -1);
            if (parts.length == PARTS
                    && parts[0].equals(VERSION)
                    && parts[1].equals(sort.stableName())
                    && parts[2].equals(Integer.toHexString(filter.fingerprint()))) {
                CaseCursor cursor = new CaseCursor(sort, filter.fingerprint(), parts[3], Long.parseLong(parts[4]));
                Object ignored = cursor.placed();
                return cursor;
            }
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw foreign(broken);
        }
        throw foreign(null);
    }

    /** The value as the database compares it. */
    private Object placed() {
        return switch (sort) {
            case PRIORITY, RANK -> Float.parseFloat(value);
            case DUE, NEWEST, OLDEST ->
                value.equals(NEVER) ? OffsetDateTime.MAX : Instant.parse(value).atOffset(ZoneOffset.UTC);
        };
    }

    /** As the parameters {@code value} and {@code tie}. */
    void addTo(Map<String, Object> parameters) {
        parameters.put("value", placed());
        parameters.put("tie", tie);
    }

    private static Problem foreign(@Nullable Exception cause) {
        Problem problem = Problem.invalid(
                "cursor",
                "not one of this list",
                "Give back next of the page before, with the same sort and filters; or begin without a cursor.");
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }
}
