package org.amends.server.relationship;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.event.Spelling;
import org.amends.format.event.EventJsonReader;
import org.amends.format.json.JsonText;
import org.amends.relationship.Bond;
import org.amends.relationship.Relationship;
import org.amends.relationship.Substitutes;
import org.amends.relationship.SwitchingCost;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody supposes of a relationship.
 *
 * @param events that might happen, or might have happened
 * @param facts known otherwise than from events, by name
 */
record Hypothesis(List<Event> events, Map<String, JsonNode> facts) {

    private static final int MOST_EVENTS = 100;
    private static final List<String> FIELDS = List.of("events", "facts");
    private static final List<String> FACTS =
            List.of("self_relevance", "trust", "vulnerable", "membership_tier", "substitutes", "switching_cost");

    /**
     * Reads one.
     *
     * @param found whose relationship; the events need not say
     * @param now when events happen that say no time
     * @throws Problem naming what cannot be supposed
     */
    static Hypothesis read(String json, FoundRelationship found, Instant now) {
        JsonNode body = switch (JsonText.read(json)) {
            case JsonText.Reading.Value(JsonNode value) -> value;
            case JsonText.Reading.Broken(int column, String reason) ->
                throw Problem.invalid("body", "no JSON: " + reason, "See column %d.".formatted(column));
        };
        if (!body.isObject()) {
            throw Problem.invalid("body", JsonText.shown(body), "Send an object with events, facts or both.");
        }
        onlyKnown("", body, FIELDS);
        Map<String, JsonNode> facts = new HashMap<>();
        JsonNode given = body.path("facts");
        if (given.isObject()) {
            onlyKnown("facts.", given, FACTS);
            given.properties().forEach(each -> facts.put(each.getKey(), each.getValue()));
        } else if (!given.isMissingNode() && !given.isNull()) {
            throw Problem.invalid("facts", JsonText.shown(given), "Send an object.");
        }
        return new Hypothesis(events(body.path("events"), found, now), facts);
    }

    private static void onlyKnown(String place, JsonNode object, List<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw Problem.invalid(
                        place + name, "not known here", "Maybe %s.".formatted(Spelling.nearest(name, known)));
            }
        }
    }

    private static List<Event> events(JsonNode list, FoundRelationship found, Instant now) {
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_EVENTS) {
            throw Problem.invalid("events", JsonText.shown(list), "Send a list of at most %d.".formatted(MOST_EVENTS));
        }
        List<Event> events = new ArrayList<>();
        for (JsonNode each : list) {
            events.add(event(each, events.size(), found, now));
        }
        return events;
    }

    private static Event event(JsonNode json, int index, FoundRelationship found, Instant now) {
        String place = "events[%d]".formatted(index);
        return switch (EventJsonReader.row(json.toString())) {
            case EventJsonReader.Reading.Refused(RowReading.Rejected why) -> throw refused(place, why);
            case EventJsonReader.Reading.Row(EventRow row) ->
                switch (EventRowReader.read(supposed(row, index, found, now))) {
                    case RowReading.Accepted(Event event) -> inTime(place, event, now);
                    case RowReading.Rejected why -> throw refused(place, why);
                    case RowReading.UnknownType(String type, String nearest) ->
                        throw Problem.invalid(place + ".type", "\"" + type + "\"", "Maybe %s.".formatted(nearest));
                };
        };
    }

    private static EventRow supposed(EventRow row, int index, FoundRelationship found, Instant now) {
        Instant time = row.time();
        return new EventRow(
                // Sorts behind all ids of the same moment, in the order given.
                "\uffff%03d".formatted(index),
                found.customer(),
                found.brand().isEmpty() ? null : found.brand(),
                time == null ? now : time,
                row.type(),
                row.ref(),
                row.amount(),
                row.currency(),
                row.kind(),
                row.severity(),
                row.attributes());
    }

    private static Event inTime(String place, Event event, Instant now) {
        if (event.time().isAfter(now)) {
            throw Problem.invalid(
                    place + ".time", event.time().toString(), "Suppose what has happened by now, or leave time out.");
        }
        return event;
    }

    private static Problem refused(String place, RowReading.Rejected why) {
        return Problem.invalid(place + "." + why.column(), why.reason(), why.remedy());
    }

    /** The relationship with these facts. */
    Relationship applied(Relationship r, Bond before) {
        Bond bond = facts.containsKey("self_relevance") || facts.containsKey("trust")
                ? new Bond(share("self_relevance", before.selfRelevance()), share("trust", before.trust()))
                : r.stated();
        return new Relationship(
                r.customer(),
                r.brand(),
                r.firstSeen(),
                r.lastSeen(),
                r.standing(),
                r.turn(),
                oneOf("membership_tier", r.tier()),
                r.purchases(),
                r.goodwill(),
                r.advocacy(),
                r.engagement(),
                r.ratings(),
                r.keptWord(),
                r.cancelled(),
                r.bought(),
                r.lastAttention(),
                r.episodes(),
                r.smallIssues(),
                r.competitorSignals(),
                r.criticisms(),
                r.preferences(),
                r.successfulComplaints(),
                truth("vulnerable", r.vulnerable()),
                bond);
    }

    Substitutes substitutes(Substitutes otherwise) {
        return oneOf("substitutes", otherwise);
    }

    SwitchingCost switchingCost(SwitchingCost otherwise) {
        return oneOf("switching_cost", otherwise);
    }

    private double share(String name, double otherwise) {
        JsonNode value = facts.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        BigDecimal number = value.isNumber() ? value.decimalValue() : BigDecimal.TEN;
        if (number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0) {
            throw Problem.invalid("facts." + name, JsonText.shown(value), "Write a number from 0 to 1.");
        }
        return number.doubleValue();
    }

    private boolean truth(String name, boolean otherwise) {
        JsonNode value = facts.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw Problem.invalid("facts." + name, JsonText.shown(value), "Write true or false.");
        }
        return value.booleanValue();
    }

    private <E extends Enum<E>> E oneOf(String name, E otherwise) {
        JsonNode value = facts.get(name);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        Class<E> type = otherwise.getDeclaringClass();
        @Nullable String text = value.isString() ? value.stringValue() : null;
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw Problem.invalid(
                "facts." + name,
                JsonText.shown(value),
                "Use one of %s."
                        .formatted(String.join(
                                ", ",
                                Stream.of(type.getEnumConstants())
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .toList())));
    }
}
