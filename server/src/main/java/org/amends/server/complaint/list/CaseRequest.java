package org.amends.server.complaint.list;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amends.complaint.Stage;
import org.amends.event.Spelling;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for, in the words of its address: the same for programs, for pages, and for queues that keep it.
 *
 * @param values the parameters that narrow or sort, without those that are empty
 */
public record CaseRequest(Map<String, String> values) {

    private static final String FIELD = "field.";
    private static final String ALL = "all";
    private static final String ME = "me";
    private static final int LONGEST_TEXT = 500;

    /** How cases are called, as people type it. */
    private static final Pattern REFERENCE = Pattern.compile("(?i)C-[0-9]{4}-[0-9]{6,}");

    private static final List<String> KNOWN = List.of(
            "stage",
            "team",
            "owner",
            "brand",
            "channel",
            "language",
            "customer",
            "failure",
            "tag",
            "mark",
            "min_severity",
            "due_before",
            "from",
            "until",
            "q",
            "sort");

    public CaseRequest {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Those of these parameters that the list understands. */
    public static CaseRequest understood(Map<String, String> given) {
        Map<String, String> values = new TreeMap<>();
        given.forEach((name, value) -> {
            if (!value.isBlank() && value.indexOf('\0') < 0 && (KNOWN.contains(name) || name.startsWith(FIELD))) {
                values.put(name, value.strip());
            }
        });
        return new CaseRequest(values);
    }

    /**
     * These parameters.
     *
     * @param others names that are read elsewhere
     * @throws Problem naming one that the list does not understand
     */
    public static CaseRequest of(Map<String, String> given, String... others) {
        for (String name : given.keySet()) {
            if (!KNOWN.contains(name)
                    && !name.startsWith(FIELD)
                    && !List.of(others).contains(name)) {
                throw Problem.invalid(
                        name, "no parameter of this list", "Maybe %s.".formatted(Spelling.nearest(name, KNOWN)));
            }
        }
        return understood(given);
    }

    /** What {@link #query} gave. */
    public static CaseRequest ofQuery(String query) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                given.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return understood(given);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    /** These, and on top of them others. */
    public CaseRequest with(CaseRequest others) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(others.values());
        return new CaseRequest(all);
    }

    /** What stands behind the question mark of the list's address. */
    public String query() {
        return values.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The order: as asked, or the one that fits what is asked for. */
    public CaseSort sort() {
        String asked = values.get("sort");
        if (asked != null) {
            return CaseSort.of(asked);
        }
        return values.containsKey("q") ? CaseSort.RANK : openOnly() ? CaseSort.PRIORITY : CaseSort.NEWEST;
    }

    private boolean openOnly() {
        Set<Stage> stages = stages();
        return stages.isEmpty() || !stages.contains(Stage.CLOSED);
    }

    /**
     * Which cases.
     *
     * @param caller whose brands are seen, and who is {@code me}
     * @throws Problem naming the parameter that cannot be, and what could
     */
    public CaseFilter filter(Caller caller) {
        Map<String, String> same = new TreeMap<>();
        for (String name : CaseFilter.SAME) {
            String value = values.get(name);
            if (value != null) {
                same.put(name, name.equals("owner") && value.equals(ME) ? caller.actor() : value);
            }
        }
        Map<String, String> fields = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), value);
            }
        });
        return new CaseFilter(
                caller.brands(),
                stages(),
                same,
                values.get("failure"),
                values.get("tag"),
                marks(),
                severity(),
                moment("due_before"),
                moment("from"),
                moment("until"),
                fields,
                text());
    }

    private Set<Stage> stages() {
        String asked = values.get("stage");
        if (asked == null) {
            // Whoever types the reference of one case means it, open or not.
            boolean one = REFERENCE.matcher(values.getOrDefault("q", "")).matches();
            return one ? EnumSet.allOf(Stage.class) : Set.of();
        }
        return asked.equals(ALL) ? EnumSet.allOf(Stage.class) : several("stage", Stage.class);
    }

    private Set<CaseFilter.Mark> marks() {
        return values.containsKey("mark") ? several("mark", CaseFilter.Mark.class) : Set.of();
    }

    private <E extends Enum<E>> Set<E> several(String name, Class<E> type) {
        Set<E> found = EnumSet.noneOf(type);
        for (String each : String.valueOf(values.get(name)).split(",", -1)) {
            try {
                found.add(Enum.valueOf(type, each.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw invalid(
                        name,
                        each,
                        "One or several of %s, separated by commas."
                                .formatted(EnumSet.allOf(type).stream()
                                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))),
                        unknown);
            }
        }
        return found;
    }

    private double severity() {
        String given = values.get("min_severity");
        if (given == null) {
            return 0;
        }
        try {
            double value = Double.parseDouble(given);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException word) {
            throw invalid("min_severity", given, "Write a number from 0 to 1.", word);
        }
        throw invalid("min_severity", given, "Write a number from 0 to 1.", null);
    }

    private @Nullable Instant moment(String name) {
        String given = values.get(name);
        if (given == null) {
            return null;
        }
        try {
            return given.length() == "2026-01-31".length()
                    ? LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(given);
        } catch (DateTimeParseException broken) {
            throw invalid(name, given, "Write a day, as 2026-01-31, or a moment, as 2026-01-31T12:00:00Z.", broken);
        }
    }

    private @Nullable String text() {
        String typed = values.get("q");
        return typed == null ? null : typed.substring(0, Math.min(typed.length(), LONGEST_TEXT));
    }

    private static Problem invalid(String name, String found, String remedy, @Nullable Exception cause) {
        Problem problem = Problem.invalid(name, "\"%s\"".formatted(found), remedy);
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }
}
