package org.amends.server.relationship;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.amends.event.Spelling;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Standing;
import org.amends.server.access.BrandScope;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a program asks a list for.
 *
 * @param filter which relationships
 * @param sort in which order
 * @param limit how many a page
 * @param cursor where to continue; null at the beginning
 */
record ListParameters(
        RelationshipFilter filter,
        RelationshipSort sort,
        int limit,
        @Nullable String cursor) {

    private static final int USUAL_LIMIT = 50;
    private static final String ALL = "all";

    private static final List<String> KNOWN = List.of(
            "brand",
            "standing",
            "mode",
            "min_risk",
            "silent_sufferer",
            "neglected_loyal",
            "double_deviation",
            "customer",
            "sort",
            "limit",
            "cursor");

    /** @throws Problem naming the parameter that cannot be, and what could */
    static ListParameters of(MultiValueMap<String, String> given, BrandScope seen) {
        Map<String, String> values = given.toSingleValueMap();
        for (String name : values.keySet()) {
            if (!KNOWN.contains(name)) {
                throw Problem.invalid(
                        name, "no parameter of this list", "Maybe %s.".formatted(Spelling.nearest(name, KNOWN)));
            }
        }
        RelationshipFilter filter = new RelationshipFilter(
                brands(values.get("brand"), seen),
                standings(values.get("standing")),
                mode(values.get("mode")),
                risk(values.get("min_risk")),
                truth(values, "silent_sufferer"),
                truth(values, "neglected_loyal"),
                truth(values, "double_deviation"),
                values.get("customer"),
                Bounds.NONE);
        return new ListParameters(filter, sort(values.get("sort")), limit(values.get("limit")), values.get("cursor"));
    }

    private static @Nullable Set<String> brands(@Nullable String wanted, BrandScope seen) {
        if (wanted != null) {
            return seen.includes(wanted) ? Set.of(wanted) : Set.of();
        }
        return seen.all() ? null : Set.copyOf(seen.listed());
    }

    private static Set<Standing> standings(@Nullable String text) {
        if (text == null) {
            return Set.of();
        }
        if (text.equals(ALL)) {
            return EnumSet.allOf(Standing.class);
        }
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        for (String name : text.split(",", -1)) {
            standings.add(oneOf("standing", name, EnumSet.allOf(Standing.class)));
        }
        return standings;
    }

    private static Standing oneOf(String place, String name, Collection<Standing> all) {
        List<String> names = all.stream()
                .map(standing -> standing.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw unknown(
                    place, name, Stream.concat(names.stream(), Stream.of(ALL)).toList());
        }
        return List.copyOf(all).get(index);
    }

    private static @Nullable String mode(@Nullable String name) {
        List<String> names = Stream.concat(
                        Stream.of(BreakMode.values()).map(BreakMode::stableName), Stream.of(RelationshipFilter.NO_MODE))
                .toList();
        if (name != null && !names.contains(name)) {
            throw unknown("mode", name, names);
        }
        return name;
    }

    private static RelationshipSort sort(@Nullable String name) {
        RelationshipSort sort = name == null ? RelationshipSort.RISK : RelationshipSort.named(name);
        if (sort == null) {
            throw unknown(
                    "sort",
                    String.valueOf(name),
                    Stream.of(RelationshipSort.values())
                            .map(RelationshipSort::stableName)
                            .toList());
        }
        return sort;
    }

    private static Problem unknown(String place, String name, List<String> names) {
        return Problem.invalid(place, "\"" + name + "\"", "Use one of %s.".formatted(String.join(", ", names)));
    }

    private static double risk(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            double risk = Double.parseDouble(text);
            if (risk >= 0 && risk <= 1) {
                return risk;
            }
        } catch (NumberFormatException broken) {
            throw noRisk(text, broken);
        }
        throw noRisk(text, null);
    }

    private static Problem noRisk(String text, @Nullable Exception cause) {
        Problem problem =
                Problem.invalid("min_risk", "\"" + text + "\"", "Write a number from 0 to 1, for example 0.5.");
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }

    private static boolean truth(Map<String, String> values, String name) {
        String text = values.get(name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Problem.invalid(name, "\"" + text + "\"", "Write true or false.");
    }

    private static int limit(@Nullable String text) {
        return text == null ? USUAL_LIMIT : Limits.of(text, RelationshipList.MOST_ROWS);
    }
}
