package org.amends.server.relationship;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Between what a list keeps its rows. Null and false ask for nothing.
 *
 * @param maxRisk at most this probability of leaving, 0 to 1
 * @param minValue at least so much at risk, in the main unit of whatever currency
 * @param maxValue at most so much at risk
 * @param seenFrom the latest event came then or later
 * @param seenBefore the latest event came before then
 * @param openIssues only those with something open
 * @param presence whether they are probably still customers
 */
public record Bounds(
        @Nullable Double maxRisk,
        @Nullable Double minValue,
        @Nullable Double maxValue,
        @Nullable Instant seenFrom,
        @Nullable Instant seenBefore,
        boolean openIssues,
        Presence presence) {

    /** Everything. */
    public static final Bounds NONE = new Bounds(null, null, null, null, null, false, Presence.ANY);

    /** Whether somebody who has not said that they leave is probably still a customer. */
    public enum Presence {
        ANY(""),
        /** Not silent for so long that they most probably have gone. */
        THERE("alive >= 0.1"),
        /** Silent for so long that they most probably have gone. */
        GONE("alive < 0.1");

        private final String condition;

        Presence(String condition) {
            this.condition = condition;
        }
    }

    /** Only those that are probably still customers. */
    public static final Bounds STILL_THERE = new Bounds(null, null, null, null, null, false, Presence.THERE);

    void addTo(List<String> conditions, Map<String, Object> parameters) {
        add("leave_probability <=", "maxRisk", maxRisk, conditions, parameters);
        add("value_at_risk >=", "minValue", minValue, conditions, parameters);
        add("value_at_risk <=", "maxValue", maxValue, conditions, parameters);
        add("last_seen >=", "seenFrom", at(seenFrom), conditions, parameters);
        add("last_seen <", "seenBefore", at(seenBefore), conditions, parameters);
        if (openIssues) {
            conditions.add("open_issues > 0");
        }
        if (presence != Presence.ANY) {
            conditions.add(presence.condition);
        }
    }

    private static @Nullable Object at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static void add(
            String comparison,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(comparison + " :" + name);
            parameters.put(name, value);
        }
    }
}
