package org.amends.language.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amends.language.reading.Labels;
import org.amends.language.reading.Leaving;
import org.amends.language.reading.MessageKind;
import org.amends.language.reading.Motive;
import org.amends.language.reading.SelfRelevance;
import org.amends.language.reading.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the labels that a person gave a message. A label that is absent has its mildest value. */
public final class LabelsJson {

    private LabelsJson() {}

    /**
     * The labels in a JSON object: beside the text, or in an object "labels" of their own.
     *
     * @throws IllegalArgumentException if a label has a value that does not exist; the message names both
     */
    public static Labels read(JsonNode message) {
        JsonNode labels = within(message);
        return new Labels(
                labels.has("kind") ? value(labels, "kind", MessageKind.OTHER) : null,
                flag(labels, "is_complaint"),
                value(labels, "motive", Motive.NONE),
                strings(labels, "failure_types"),
                value(labels, "severity", Severity.MINOR),
                hostility(labels),
                flag(labels, "repeat_contact"),
                number(labels, "loyalty_years"),
                value(labels, "self_relevance", SelfRelevance.LOW),
                value(labels, "leaving", Leaving.NO),
                text(labels, "competitor_mentioned"),
                flag(labels, "legal_threat"),
                flag(labels, "public_threat"),
                flag(labels, "safety_flag"),
                flag(labels, "vulnerable"),
                strings(labels, "preferences"),
                strings(labels, "requested_remedy"));
    }

    /** The object that holds the labels: the message itself, or one within it. */
    public static JsonNode within(JsonNode message) {
        for (String name : List.of("labels", "label", "gold", "expected")) {
            if (message.path(name).isObject()) {
                return message.path(name);
            }
        }
        return message;
    }

    private static boolean flag(JsonNode labels, String name) {
        JsonNode value = labels.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(name + " is " + value + ", and it is true or false");
        }
        return value.booleanValue();
    }

    private static int hostility(JsonNode labels) {
        JsonNode value = labels.path("hostility");
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber() || value.intValue() < 0 || value.intValue() > 3) {
            throw new IllegalArgumentException("hostility is " + value + ", and it is 0, 1, 2 or 3");
        }
        return value.intValue();
    }

    private static @Nullable Double number(JsonNode labels, String name) {
        JsonNode value = labels.path(name);
        return value.isNumber() ? value.doubleValue() : null;
    }

    private static @Nullable String text(JsonNode labels, String name) {
        JsonNode value = labels.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    private static List<String> strings(JsonNode labels, String name) {
        List<String> strings = new ArrayList<>();
        for (JsonNode one : labels.path(name)) {
            strings.add(one.asString());
        }
        return strings;
    }

    private static <E extends Enum<E>> E value(JsonNode labels, String name, E absent) {
        JsonNode value = labels.path(name);
        if (!value.isString()) {
            return absent;
        }
        try {
            return Enum.valueOf(absent.getDeclaringClass(), value.stringValue().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", and it is one of "
                            + List.of(absent.getDeclaringClass().getEnumConstants())
                                    .toString()
                                    .toLowerCase(Locale.ROOT),
                    unknown);
        }
    }
}
