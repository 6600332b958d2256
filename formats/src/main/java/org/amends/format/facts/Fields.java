package org.amends.format.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.amends.event.Spelling;
import org.amends.format.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object, each read with its bounds. A field that is absent or null has no value. */
final class Fields {

    private final JsonNode object;
    private final String path;

    /** A field that cannot be used; caught in {@link FactsReader} and nowhere else. */
    static final class Refusal extends RuntimeException {
        private final String place;
        private final String reason;
        private final String remedy;

        Refusal(String place, String reason, String remedy) {
            super(reason, null, false, false);
            this.place = place;
            this.reason = reason;
            this.remedy = remedy;
        }

        FactsReading.Refused withId(@Nullable String id) {
            return new FactsReading.Refused(id, place, reason, remedy);
        }
    }

    /**
     * The fields of an object.
     *
     * @param path what stands before a field's name in messages, for example {@code failures[1].}
     * @param known every name that the object may have
     * @throws Refusal when it has another
     */
    Fields(JsonNode object, String path, List<String> known) {
        this.object = object;
        this.path = path;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!known.contains(field.getKey())) {
                throw new Refusal(
                        path + field.getKey(),
                        "the field %s is not known".formatted(JsonText.quoted(field.getKey())),
                        "Maybe %s.".formatted(Spelling.nearest(field.getKey(), known)));
            }
        }
    }

    /** The value of a field, or null when it is absent or null. */
    @Nullable
    JsonNode get(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    double number(String name, double otherwise, double least, double most) {
        Double value = number(name, least, most);
        return value == null ? otherwise : value;
    }

    @Nullable
    Double number(String name, double least, double most) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        String expected = "Maybe a number from %s to %s.".formatted(text(least), text(most));
        if (!value.isNumber()) {
            throw refusal(name, value, quotedNumber(value) ? "Maybe take the quotes off." : expected);
        }
        double number = JsonText.number(value) + 0.0; // -0 is 0
        if (!(number >= least && number <= most)) {
            throw refusal(name, value, expected);
        }
        return number;
    }

    int whole(String name, int otherwise, int most) {
        Double value = number(name, 0, most);
        if (value == null) {
            return otherwise;
        }
        if (value != Math.rint(value)) {
            throw refusal(name, object.get(name), "Maybe a whole number from 0 to %d.".formatted(most));
        }
        return value.intValue();
    }

    boolean bool(String name, boolean otherwise) {
        Boolean value = bool(name);
        return value == null ? otherwise : value;
    }

    @Nullable
    Boolean bool(String name) {
        JsonNode value = get(name);
        if (value != null && !value.isBoolean()) {
            throw refusal(name, value, "Maybe true or false, without quotes.");
        }
        return value == null ? null : value.booleanValue();
    }

    <T extends Enum<T>> T oneOf(String name, T otherwise) {
        JsonNode value = get(name);
        if (value == null) {
            return otherwise;
        }
        T[] names = otherwise.getDeclaringClass().getEnumConstants();
        for (T constant : names) {
            if (value.isString()
                    && constant.name().equalsIgnoreCase(value.stringValue().strip())) {
                return constant;
            }
        }
        throw refusal(
                name,
                value,
                "Maybe one of %s."
                        .formatted(Arrays.stream(names)
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    /** What is wrong with a field: its place, what it holds, and what it could hold. */
    Refusal refusal(String name, JsonNode value, String remedy) {
        return new Refusal(path + name, "%s is %s".formatted(name, JsonText.shown(value)), remedy);
    }

    /** What is wrong with an object that lacks a field. */
    Refusal missing(String name, String remedy) {
        return new Refusal(path + name, "%s is missing".formatted(name), remedy);
    }

    private static boolean quotedNumber(JsonNode value) {
        return value.isString() && value.stringValue().strip().matches("-?\\d+(\\.\\d+)?");
    }

    private static String text(double bound) {
        return Long.toString((long) bound);
    }
}
