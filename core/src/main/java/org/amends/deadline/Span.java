package org.amends.deadline;

/**
 * A length of time as rules word it. The day on which something begins is not counted (Regulation 1182/71, article 3(1)); a span
 * of days, weeks or months ends with the last moment of its last day, one of business days when business closes, and one of
 * hours to the second.
 */
public sealed interface Span {

    /** The longest span, in its own unit; whatever is longer is a mistake in a file. */
    int MOST = 4_000;

    /** How many units. */
    int count();

    /** Hours, whatever the clocks on the wall do meanwhile. */
    record Hours(int count) implements Span {
        public Hours {
            check(count);
        }
    }

    record CalendarDays(int count) implements Span {
        public CalendarDays {
            check(count);
        }
    }

    /** Days on which business is open. */
    record BusinessDays(int count) implements Span {
        public BusinessDays {
            check(count);
        }
    }

    /** Ends on the same day of the week. */
    record Weeks(int count) implements Span {
        public Weeks {
            check(count);
        }
    }

    /**
     * Ends on the day of the same number; where the month has none, on its last day (Regulation 1182/71, article 3(2)(c)). One
     * month from 31 January ends on 28 or 29 February.
     */
    record Months(int count) implements Span {
        public Months {
            check(count);
        }
    }

    private static void check(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("A span must have 1 to %d units but had %d.".formatted(MOST, count));
        }
    }
}
