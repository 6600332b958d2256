package org.amends.server.complaint.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the next one begins, or null at the end
 */
public record CasePage(List<CaseLine> lines, @Nullable String next) {
    public CasePage {
        lines = List.copyOf(lines);
    }
}
