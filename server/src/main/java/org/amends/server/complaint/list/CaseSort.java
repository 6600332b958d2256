package org.amends.server.complaint.list;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.amends.server.problem.Problem;

/** In which order cases are listed. Ties are broken by the number of the case. */
public enum CaseSort {
    /** Greatest first; open cases only. */
    PRIORITY("c.priority", true),
    /** Nearest deadline first, those without one last; open cases only. */
    DUE("coalesce(c.due_at, 'infinity')", false),
    NEWEST("c.opened_at", true),
    OLDEST("c.opened_at", false),
    /** Best found first; only where something is searched for. */
    RANK("rank", true);

    private final String column;
    private final boolean falling;

    CaseSort(String column, boolean falling) {
        this.column = column;
        this.falling = falling;
    }

    String column() {
        return column;
    }

    /** What follows {@code order by}. */
    String order() {
        return falling ? column + " desc, c.id desc" : column + ", c.id";
    }

    /** The condition of what comes after the parameters {@code value} and {@code tie}. */
    String behind() {
        return "(%s, c.id) %s (:value, :tie)".formatted(column, falling ? "<" : ">");
    }

    /** The name in addresses. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem naming the orders there are */
    static CaseSort of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.stableName().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "sort",
                        "\"%s\"".formatted(name),
                        "Orders are %s."
                                .formatted(Arrays.stream(values())
                                        .map(CaseSort::stableName)
                                        .collect(Collectors.joining(", ")))));
    }
}
