package org.amends.format.deadline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.deadline.Span;
import org.jspecify.annotations.Nullable;

/** Spans in words: {@code 8 weeks}, {@code 15 business days}, {@code 1 month}. */
public final class Spans {

    static final String REMEDY = "Maybe \"8 weeks\", \"15 business days\", \"10 days\", \"1 month\" or \"72 hours\".";

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,4}) (hour|day|business day|week|month)s?");

    private Spans() {}

    /** The span that these words are, or null when they are none. */
    public static @Nullable Span read(String words) {
        Matcher span = SPAN.matcher(words);
        if (!span.matches()) {
            return null;
        }
        int count = Integer.parseInt(span.group(1));
        return switch (span.group(2)) {
            case "hour" -> new Span.Hours(count);
            case "day" -> new Span.CalendarDays(count);
            case "business day" -> new Span.BusinessDays(count);
            case "week" -> new Span.Weeks(count);
            default -> new Span.Months(count);
        };
    }

    /** A span in words. */
    public static String write(Span span) {
        String unit = switch (span) {
            case Span.Hours ignored -> "hour";
            case Span.CalendarDays ignored -> "day";
            case Span.BusinessDays ignored -> "business day";
            case Span.Weeks ignored -> "week";
            case Span.Months ignored -> "month";
        };
        return "%d %s%s".formatted(span.count(), unit, span.count() == 1 ? "" : "s");
    }
}
