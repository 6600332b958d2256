package org.amends.server.guard;

import java.time.YearMonth;

/**
 * How often something happened in a month.
 *
 * @param rule empty for all rules together
 * @param measure {@code asked}, {@code blocked}, {@code violated} or the tag of an outcome
 */
record MonthCount(YearMonth month, String rule, String measure, long count) {

    static final String ASKED = "asked";
    static final String BLOCKED = "blocked";
    static final String VIOLATED = "violated";
}
