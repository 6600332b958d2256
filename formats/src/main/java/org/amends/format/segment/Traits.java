package org.amends.format.segment;

import static org.amends.format.segment.SegmentReader.scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amends.event.EventRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an identify call tells: that the customer was there, with the traits as attributes; the level of the loyalty programme
 * when {@code tier} or {@code membership} names one; and from {@code preferences} (a list of names, or an object of name and
 * truth value) what was stated or withdrawn.
 */
record Traits(JsonNode call, EventRow base) {

    private static final Set<String> TIERS = Set.of("none", "silver", "gold");

    List<EventRow> rows() {
        JsonNode traits = call.get("traits");
        List<EventRow> rows = new ArrayList<>();
        rows.add(SegmentReader.visit(base, "identify", traits));
        if (traits != null && traits.isObject()) {
            addTier(rows, traits);
            addPreferences(rows, traits.get("preferences"));
        }
        return rows;
    }

    private void addTier(List<EventRow> rows, JsonNode traits) {
        String named = scalar(traits, "tier") != null ? scalar(traits, "tier") : scalar(traits, "membership");
        String tier = named == null ? null : named.toLowerCase(Locale.ROOT);
        if (tier != null && TIERS.contains(tier)) {
            rows.add(further("membership_changed", tier));
        }
    }

    private void addPreferences(List<EventRow> rows, @Nullable JsonNode preferences) {
        if (preferences == null) {
            return;
        }
        if (preferences.isArray()) {
            for (JsonNode each : preferences) {
                if (each.isString() && !each.stringValue().isBlank()) {
                    rows.add(further("preference_stated", Names.snake(each.stringValue())));
                }
            }
        } else if (preferences.isObject()) {
            for (Map.Entry<String, JsonNode> each : preferences.properties()) {
                if (each.getValue().isBoolean()) {
                    rows.add(further(
                            each.getValue().booleanValue() ? "preference_stated" : "preference_withdrawn",
                            Names.snake(each.getKey())));
                }
            }
        }
    }

    /** One more event of the same call; its id is made from the call's, so that a repetition stays one. */
    private EventRow further(String type, String kind) {
        return new EventRow(
                base.eventId() + "/" + type + "/" + kind,
                base.customer(),
                base.brand(),
                base.time(),
                type,
                null,
                null,
                null,
                kind,
                null,
                base.attributes());
    }
}
