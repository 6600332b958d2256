package org.amends.server.relationship;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.amends.relationship.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asked of the list of relationships, as it stands in the address. What cannot be understood is shown back to the
 * reader with a word of explanation, and asks for nothing.
 */
public final class ListRequest {

    private static final List<String> FIELDS = List.of(
            "q",
            "brand",
            "mode",
            "standing",
            "risk_from",
            "risk_to",
            "value_from",
            "value_to",
            "seen_from",
            "seen_to",
            "silent",
            "neglected",
            "deviation",
            "open",
            "sort");

    private static final int LONGEST = 500;

    private final Map<String, String> given;
    private final Set<String> wrong = new TreeSet<>();
    private final RelationshipFilter filter;

    private ListRequest(Map<String, String> given) {
        this.given = Collections.unmodifiableMap(given);
        this.filter = understood();
    }

    /** Reads an address's parameters; those that the list does not know are passed over. */
    public static ListRequest of(Map<String, String> parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = parameters.getOrDefault(field, "").strip();
            if (!value.isEmpty() && value.length() <= LONGEST) {
                given.put(field, value);
            }
        }
        return new ListRequest(given);
    }

    /** What a field holds; empty when nothing. */
    public String get(String field) {
        return given.getOrDefault(field, "");
    }

    /** Whether a field holds this. */
    public boolean is(String field, String value) {
        return get(field).equals(value);
    }

    /** Whether a field could not be understood. */
    public boolean isWrong(String field) {
        return wrong.contains(field);
    }

    /** Whether anything but the order is asked for. */
    public boolean narrows() {
        return given.keySet().stream().anyMatch(field -> !field.equals("sort"));
    }

    /** The same with another value in a field; an empty one asks for nothing. */
    public ListRequest with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(given);
        changed.put(field, value);
        return of(changed);
    }

    /** What stands behind the question mark of the list's address. */
    public String query() {
        return given.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    RelationshipSort sort() {
        RelationshipSort sort = RelationshipSort.named(get("sort"));
        return sort == null ? RelationshipSort.VALUE_AT_RISK : sort;
    }

    /**
     * What is asked for, within the brands that the reader may see.
     *
     * @param seen the brands of the reader; null means all
     */
    RelationshipFilter filter(@Nullable Set<String> seen) {
        String brand = get("brand");
        if (brand.isEmpty()) {
            return filter.ofBrands(seen);
        }
        return filter.ofBrands(seen == null || seen.contains(brand) ? Set.of(brand) : Set.of());
    }

    private RelationshipFilter understood() {
        Double from = share("risk_from");
        return new RelationshipFilter(
                null,
                standings(),
                get("mode").isEmpty() ? null : get("mode"),
                from == null ? 0 : from,
                given.containsKey("silent"),
                given.containsKey("neglected"),
                given.containsKey("deviation"),
                get("q").isEmpty() ? null : get("q"),
                new Bounds(
                        share("risk_to"),
                        number("value_from"),
                        number("value_to"),
                        day("seen_from", 0),
                        day("seen_to", 1),
                        given.containsKey("open"),
                        presence()));
    }

    private Bounds.Presence presence() {
        return switch (get("standing")) {
            case "", "active" -> Bounds.Presence.THERE;
            case "gone" -> Bounds.Presence.GONE;
            default -> Bounds.Presence.ANY;
        };
    }

    private Set<Standing> standings() {
        return switch (get("standing")) {
            case "", "gone" -> Set.of();
            case "all" -> Set.of(Standing.ACTIVE, Standing.LEAVING, Standing.LEFT, Standing.PARTED);
            default -> {
                try {
                    yield Set.of(Standing.valueOf(get("standing").toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException unknown) {
                    wrong.add("standing");
                    yield Set.of();
                }
            }
        };
    }

    /** Percent as a share of one. */
    private @Nullable Double share(String field) {
        Double percent = number(field);
        if (percent != null && (percent < 0 || percent > 100)) {
            wrong.add(field);
            return null;
        }
        return percent == null ? null : percent / 100;
    }

    private @Nullable Double number(String field) {
        String text = get(field).replace(',', '.').replaceAll("[\\s\\u00A0\\u202F%]", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            wrong.add(field);
            return null;
        }
        wrong.add(field);
        return null;
    }

    private @Nullable Instant day(String field, int daysLater) {
        if (get(field).isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(get(field));
            return day.plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException notADay) {
            wrong.add(field);
            return null;
        }
    }
}
