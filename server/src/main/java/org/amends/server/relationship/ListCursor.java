package org.amends.server.relationship;

import java.time.Instant;
import org.amends.server.paging.PagePlace;
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
        return PagePlace.encoded(list(sort, filter), value, tie);
    }

    /** @throws Problem when the text is no cursor of this list */
    static ListCursor decoded(String text, RelationshipSort sort, RelationshipFilter filter) {
        int fingerprint = filter.fingerprint();
        return PagePlace.decoded("cursor", text, list(sort, fingerprint), 2, values -> {
            ListCursor cursor = new ListCursor(sort, fingerprint, values.getFirst(), values.getLast());
            cursor.check();
            return cursor;
        });
    }

    private static String list(RelationshipSort sort, int filter) {
        return sort.stableName() + Integer.toHexString(filter);
    }

    private void check() {
        switch (sort) {
            case RISK, VALUE_AT_RISK, PRIORITY -> {
                double ignored = PagePlace.finite(number());
            }
            case LAST_SEEN -> {
                Instant ignored = PagePlace.storable(moment());
            }
            case CUSTOMER -> {
                String ignored = PagePlace.storable(value + tie);
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
}
