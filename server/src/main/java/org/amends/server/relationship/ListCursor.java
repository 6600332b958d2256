package org.amends.server.relationship;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.amends.server.problem.Problem;

/**
 * The place behind one row of a list: the value by which it is sorted, and what breaks ties. To callers it is opaque.
 *
 * @param sort the order of the list
 * @param filter the fingerprint of its filter
 * @param value the last row's value of the sort, as text
 * @param tie its relationship, or its brand where the list is sorted by customer
 */
record ListCursor(RelationshipSort sort, int filter, String value, String tie) {

    private static final String VERSION = "1";
    private static final char SEPARATOR = '\u001f';
    private static final int PARTS = 5;

    static ListCursor behind(RelationshipRow row, RelationshipSort sort, RelationshipFilter filter) {
        String value = switch (sort) {
            case RISK -> Double.toString(row.leaveProbability());
            case VALUE_AT_RISK -> Double.toString(row.valueAtRisk());
            case PRIORITY -> Double.toString(row.priority());
            case LAST_SEEN -> row.lastSeen().toString();
            case CUSTOMER -> row.customer();
        };
        String tie = sort == RelationshipSort.CUSTOMER ? row.brand() : Long.toString(row.id());
        return new ListCursor(sort, filter.fingerprint(), value, tie);
    }

    String encoded() {
        String plain = String.join(
                String.valueOf(SEPARATOR), VERSION, sort.stableName(), Integer.toHexString(filter), value, tie);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem when the text is no cursor of this list */
    static ListCursor decoded(String text, RelationshipSort sort, RelationshipFilter filter) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(String.valueOf(SEPARATOR), -1);
            if (parts.length == PARTS
                    && parts[0].equals(VERSION)
                    && parts[1].equals(sort.stableName())
                    && parts[2].equals(Integer.toHexString(filter.fingerprint()))) {
                ListCursor cursor = new ListCursor(sort, filter.fingerprint(), parts[3], parts[4]);
                cursor.check();
                return cursor;
            }
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw foreign(broken);
        }
        throw foreign(null);
    }

    private void check() {
        switch (sort) {
            case RISK, VALUE_AT_RISK, PRIORITY -> {
                double number = number();
                if (!Double.isFinite(number)) {
                    throw new IllegalArgumentException("not finite");
                }
            }
            case LAST_SEEN -> {
                Instant ignored = TimelineCursor.storable(moment());
            }
            case CUSTOMER -> {
                if (value.indexOf('\0') >= 0 || tie.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("a NUL, which no name has");
                }
                return;
            }
        }
        long ignored = relationship();
    }

    double number() {
        return Double.parseDouble(value);
    }

    Instant moment() {
        return Instant.parse(value);
    }

    long relationship() {
        return Long.parseLong(tie);
    }

    private static Problem foreign(@org.jspecify.annotations.Nullable Exception cause) {
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
