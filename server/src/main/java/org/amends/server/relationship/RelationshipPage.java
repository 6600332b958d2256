package org.amends.server.relationship;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param rows in the order asked for
 * @param next what continues the list behind the last row, or null at its end
 */
public record RelationshipPage(
        List<RelationshipRow> rows, @Nullable String next) {

    public RelationshipPage {
        rows = List.copyOf(rows);
    }
}
