package org.amends.format.segment;

import static org.amends.format.segment.SegmentReader.attributes;
import static org.amends.format.segment.SegmentReader.scalar;
import static org.amends.format.segment.SegmentReader.total;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amends.event.EventRow;
import org.amends.event.EventType;
import org.amends.format.event.EventJsonReader;
import org.amends.format.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a track call tells. Names of the e-commerce specification become what they mean; a name that is one of this project's
 * event types ("Complaint") is that event, its properties the columns; any other name is a visit of that kind, since it says
 * that the customer was there and nothing of how it went.
 */
record TrackedEvents(JsonNode call, EventRow base) {

    private static final int WORST_RATING = 1;
    private static final int BEST_RATING = 5;

    List<EventRow> rows() {
        String name = scalar(call, "event");
        if (name == null) {
            throw SegmentReader.spoiled("event", "event is empty", "A track call names what happened.");
        }
        JsonNode given = call.get("properties");
        JsonNode properties = given != null && given.isObject() ? given : JsonNodeFactory.instance.objectNode();
        String snake = Names.snake(name);
        return List.of(
                switch (snake) {
                    case "order_completed" -> order("purchase", properties);
                    case "order_cancelled" -> order("purchase_cancelled", properties);
                    case "order_refunded" -> order("return", properties);
                    case "product_reviewed" -> reviewed(properties);
                    case "product_shared", "cart_shared" -> plain("advocacy", snake, properties);
                    case "product_added_to_wishlist", "wishlist_product_added_to_cart" ->
                        plain("engagement", snake, properties);
                    case "account_deleted" -> plain("departed", scalar(properties, "reason"), properties);
                    case String other when EventType.named(other) != null -> own(other, properties);
                    case String other
                    when Names.CANCELLING.contains(other) -> SegmentReader.visit(base, "cancel_page", properties);
                    case String other -> SegmentReader.visit(base, other, properties);
                });
    }

    private EventRow order(String type, JsonNode properties) {
        return SegmentReader.row(
                base,
                type,
                scalar(properties, "order_id"),
                total(properties),
                scalar(properties, "currency"),
                type.equals("purchase_cancelled") ? null : category(properties),
                attributes(base, withoutProducts(properties)));
    }

    /** What was bought, when all of it is of one category. */
    private static @Nullable String category(JsonNode properties) {
        String own = scalar(properties, "category");
        JsonNode products = properties.get("products");
        if (own != null || products == null || !products.isArray()) {
            return own;
        }
        String only = null;
        for (JsonNode product : products) {
            String category = product.isObject() ? scalar(product, "category") : null;
            if (category == null || (only != null && !only.equals(category))) {
                return null;
            }
            only = category;
        }
        return only;
    }

    /** The list of products is what a shop keeps; a relationship does not need it. */
    private static JsonNode withoutProducts(JsonNode properties) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(entry -> {
            if (!entry.getKey().equals("products")) {
                kept.set(entry.getKey(), entry.getValue());
            }
        });
        return kept;
    }

    private EventRow reviewed(JsonNode properties) {
        JsonNode rating = properties.get("rating");
        double stars = rating != null && rating.isNumber() ? JsonText.number(rating) : Double.NaN;
        if (rating == null || !(stars >= WORST_RATING && stars <= BEST_RATING)) {
            return plain("engagement", "review", properties);
        }
        Map<String, String> attributes = new HashMap<>(attributes(base, properties));
        attributes.put("value", rating.toString());
        return SegmentReader.row(base, "feedback", scalar(properties, "product_id"), null, null, "stars", attributes);
    }

    private EventRow plain(String type, @Nullable String kind, JsonNode properties) {
        return SegmentReader.row(base, type, null, null, null, kind, attributes(base, properties));
    }

    /** Properties as the columns of one of this project's own events. */
    private EventRow own(String type, JsonNode properties) {
        return switch (EventJsonReader.row(properties)) {
            case EventJsonReader.Reading.Row(EventRow row) ->
                new EventRow(
                        base.eventId(),
                        base.customer(),
                        row.brand() != null ? row.brand() : base.brand(),
                        base.time(),
                        type,
                        row.ref(),
                        row.amount(),
                        row.currency(),
                        row.kind(),
                        row.severity(),
                        both(base.attributes(), row.attributes()));
            case EventJsonReader.Reading.Refused(var why) ->
                throw SegmentReader.spoiled(why.column(), why.reason(), why.remedy());
        };
    }

    private static Map<String, String> both(Map<String, String> first, Map<String, String> second) {
        Map<String, String> both = new HashMap<>(first);
        both.putAll(second);
        return both;
    }
}
