package org.amends.format.segment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amends.event.EventRow;
import org.amends.event.RowReading.Rejected;
import org.amends.format.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads calls of the Segment specification as event columns. {@code messageId} is the event's id, {@code userId} (or else
 * {@code anonymousId}) the customer. What the call's clock says is corrected by the difference between when it was sent and
 * when it arrived.
 */
public final class SegmentReader {

    private static final List<String> ORDER_TOTALS = List.of("total", "revenue", "value");

    private final Instant receivedAt;
    private final @Nullable String sentAt;

    /** A call that cannot be read; caught in {@link #read} and nowhere else. */
    private static final class Spoiled extends RuntimeException {
        private final transient Rejected why;

        Spoiled(String place, String reason, String remedy) {
            super(reason, null, false, false);
            this.why = new Rejected(place, reason, remedy);
        }
    }

    /**
     * A reader of what arrived together.
     *
     * @param receivedAt when it arrived
     * @param sentAt when the batch was sent by the sender's clock, as it was written; null when calls say it themselves
     */
    public SegmentReader(Instant receivedAt, @Nullable String sentAt) {
        this.receivedAt = receivedAt;
        this.sentAt = sentAt;
    }

    /**
     * Reads one call.
     *
     * @param named the call that the address names; null takes the call's own {@code type}
     */
    public SegmentReading read(JsonNode json, @Nullable SegmentCall named) {
        if (!json.isObject()) {
            return new SegmentReading.Refused(
                    null,
                    new Rejected("call", "the call is %s".formatted(JsonText.shown(json)), "A call is one object."));
        }
        String messageId = scalar(json, "messageId");
        try {
            SegmentCall call = named != null ? named : type(json);
            String id = messageId != null ? messageId : named(json);
            return switch (call) {
                case TRACK -> rows(messageId, new TrackedEvents(json, base(json, id)).rows());
                case IDENTIFY -> rows(messageId, new Traits(json, base(json, id)).rows());
                case PAGE, SCREEN -> rows(messageId, List.of(viewed(json, base(json, id))));
                case GROUP -> rows(messageId, List.of(visit(base(json, id), "group", json.get("traits"))));
                case ALIAS ->
                    new SegmentReading.Nothing(
                            messageId,
                            "Two identities are made one by a person or through the customers' API, not by a tracking call.");
            };
        } catch (Spoiled spoiled) {
            return new SegmentReading.Refused(messageId, spoiled.why);
        }
    }

    private static SegmentReading rows(@Nullable String messageId, List<EventRow> rows) {
        return new SegmentReading.Rows(messageId, rows);
    }

    private static SegmentCall type(JsonNode json) {
        String type = scalar(json, "type");
        SegmentCall call = type == null ? null : SegmentCall.named(type);
        if (call == null) {
            throw new Spoiled(
                    "type",
                    type == null ? "type is empty" : "type is %s".formatted(JsonText.quoted(type)),
                    "Use track, identify, page, screen, group or alias.");
        }
        return call;
    }

    /** An id for a call that has none: the same call sent again has the same. */
    private static String named(JsonNode json) {
        return UUID.nameUUIDFromBytes(json.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Who, when and which; a visit until more is known. */
    private EventRow base(JsonNode json, String id) {
        String user = scalar(json, "userId");
        String anonymous = scalar(json, "anonymousId");
        if (user == null && anonymous == null) {
            throw new Spoiled("userId", "userId and anonymousId are empty", "A call names one of them.");
        }
        Map<String, String> attributes = new HashMap<>();
        if (user != null && anonymous != null) {
            attributes.put("anonymous_id", anonymous);
        }
        return new EventRow(
                id,
                user != null ? user : anonymous,
                brand(json),
                time(json),
                "visit",
                null,
                null,
                null,
                null,
                null,
                attributes);
    }

    private static @Nullable String brand(JsonNode json) {
        JsonNode properties = json.get("properties");
        return properties == null || !properties.isObject() ? null : scalar(properties, "brand_id");
    }

    private Instant time(JsonNode json) {
        Instant original = instant("originalTimestamp", scalar(json, "originalTimestamp"));
        Instant given = instant("timestamp", scalar(json, "timestamp"));
        String own = scalar(json, "sentAt");
        Instant sent = instant("sentAt", own != null ? own : sentAt);
        Instant said = original != null ? original : given;
        if (said == null) {
            return receivedAt;
        }
        return sent == null ? said : said.plus(Duration.between(sent, receivedAt));
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new Spoiled(
                    name,
                    "%s is %s".formatted(name, JsonText.quoted(text)),
                    "Write a time with its zone, for example 2026-03-01T12:00:00Z.");
        }
    }

    private static EventRow viewed(JsonNode json, EventRow base) {
        JsonNode properties = json.get("properties");
        String name = scalar(json, "name");
        if (name == null && properties != null && properties.isObject()) {
            name = scalar(properties, "name") != null ? scalar(properties, "name") : scalar(properties, "path");
        }
        String kind = name == null ? null : Names.snake(name);
        return visit(base, kind != null && Names.CANCELLING.contains(kind) ? "cancel_page" : kind, properties);
    }

    /** A visit with what is said of it as attributes. */
    static EventRow visit(EventRow base, @Nullable String kind, @Nullable JsonNode more) {
        return row(base, "visit", null, null, null, kind, attributes(base, more));
    }

    static EventRow row(
            EventRow base,
            String type,
            @Nullable String ref,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String kind,
            Map<String, String> attributes) {
        return new EventRow(
                base.eventId(),
                base.customer(),
                base.brand(),
                base.time(),
                type,
                ref,
                amount,
                currency,
                kind,
                null,
                attributes);
    }

    /** The attributes so far, and every value of an object under its own name. */
    static Map<String, String> attributes(EventRow base, @Nullable JsonNode more) {
        Map<String, String> attributes = new HashMap<>(base.attributes());
        if (more != null && more.isObject()) {
            for (Map.Entry<String, JsonNode> entry : more.properties()) {
                JsonNode value = entry.getValue();
                if (!value.isNull()) {
                    attributes.put(entry.getKey(), value.isString() ? value.stringValue() : value.toString());
                }
            }
        }
        return attributes;
    }

    /** What an order came to. */
    static @Nullable BigDecimal total(JsonNode properties) {
        for (String name : ORDER_TOTALS) {
            String text = scalar(properties, name);
            if (text == null) {
                continue;
            }
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException notANumber) {
                throw new Spoiled(
                        name,
                        "%s is %s".formatted(name, JsonText.quoted(text)),
                        "Write a number with a point, for example 12.50.");
            }
        }
        return null;
    }

    /** A text, number or truth value as text; null when it is absent, blank or no scalar. */
    static @Nullable String scalar(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull() || value.isContainer()) {
            return null;
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.isBlank() ? null : text.strip();
    }

    static RuntimeException spoiled(String place, String reason, String remedy) {
        return new Spoiled(place, reason, remedy);
    }
}
