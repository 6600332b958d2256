package org.amends.server.complaint.act;

import java.util.ArrayList;
import java.util.List;
import org.amends.server.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that is to be done to a case, as it was asked for.
 *
 * @param kind what
 * @param data what it asks for, by the names of the event that it leads to
 */
public record Act(ActKind kind, ObjectNode data) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "act";
    private static final int MOST = 50;

    /** An act with what it asks for in pairs of names and texts; what is null is left out. */
    public static Act of(ActKind kind, @org.jspecify.annotations.Nullable String... named) {
        ObjectNode data = JSON.createObjectNode();
        for (int i = 0; i + 1 < named.length; i += 2) {
            String value = named[i + 1];
            if (value != null) {
                data.put(String.valueOf(named[i]), value);
            }
        }
        return new Act(kind, data);
    }

    /**
     * Reads one or several acts: an object whose {@code act} names it, or an array of such.
     *
     * @throws Problem when one cannot be read
     */
    public static List<Act> list(JsonNode given) {
        List<Act> acts = new ArrayList<>();
        for (JsonNode each : given.isArray() ? given : List.of(given)) {
            if (!(each instanceof ObjectNode object) || !object.path(NAME).isString()) {
                throw Problem.invalid(
                        "act", "missing", "Name what is to be done, as {\"act\": \"tag\", \"tag\": \"parcel\"}.");
            }
            ObjectNode data = object.deepCopy();
            acts.add(new Act(ActKind.of(data.remove(NAME).asString()), data));
        }
        if (acts.isEmpty() || acts.size() > MOST) {
            throw Problem.invalid("acts", "%d of them".formatted(acts.size()), "Give 1 to %d.".formatted(MOST));
        }
        return acts;
    }

    /** As {@link #list} reads it. */
    public ObjectNode json() {
        ObjectNode all = JSON.createObjectNode();
        all.put(NAME, kind.stableName());
        all.setAll(data);
        return all;
    }
}
