package org.amends.server.automation.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.amends.event.Spelling;
import org.amends.server.complaint.act.Act;
import org.amends.server.complaint.act.ActKind;
import org.amends.server.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes what a rule or a macro does. */
public final class Deeds {

    /** What a rule may do: nothing that judges, tells the customer something or gives money. */
    public static final Set<ActKind> OF_RULES = Set.copyOf(
            EnumSet.of(ActKind.ASSIGN, ActKind.TAG, ActKind.UNTAG, ActKind.NOTE, ActKind.FIELD, ActKind.EVIDENCE));

    /** What somebody may do with a macro: nothing that has to be weighed case by case. */
    public static final Set<ActKind> OF_MACROS = Set.copyOf(EnumSet.of(
            ActKind.ASSIGN,
            ActKind.TAG,
            ActKind.UNTAG,
            ActKind.NOTE,
            ActKind.FIELD,
            ActKind.EVIDENCE,
            ActKind.INVESTIGATE,
            ActKind.PAUSE,
            ActKind.RESUME,
            ActKind.CLOSE,
            ActKind.REOPEN));

    static final String SUGGEST = "suggest_reply";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "act";
    private static final String REPLY = "reply";
    private static final String STANDING = "standing";
    private static final int MOST = 20;

    private Deeds() {}

    /**
     * Reads what is to be done.
     *
     * @param place of the list in what was sent, for errors
     * @param allowed the acts that may be in it
     * @throws Problem naming the place and the remedy
     */
    public static List<Deed> read(JsonNode given, String place, Set<ActKind> allowed) {
        if (!given.isArray() || given.isEmpty() || given.size() > MOST) {
            throw Problem.invalid(
                    place,
                    "no list of 1 to %d acts".formatted(MOST),
                    "Write what is to be done, as [{\"act\": \"tag\", \"tag\": \"parcel\"}].");
        }
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            JsonNode each = given.get(i);
            deeds.add(at("%s[%d]".formatted(place, i), () -> one(each, allowed)));
        }
        return deeds;
    }

    private static Deed one(JsonNode given, Set<ActKind> allowed) {
        if (given.path(NAME).asString("").equals(SUGGEST)) {
            return suggestion(given);
        }
        Act act = Act.list(given).getFirst();
        if (!allowed.contains(act.kind())) {
            List<String> names = new ArrayList<>(Arrays.stream(ActKind.values())
                    .filter(allowed::contains)
                    .map(ActKind::stableName)
                    .toList());
            names.add(SUGGEST);
            throw Problem.invalid(
                    NAME,
                    "\"%s\", which a person does by hand".formatted(act.kind().stableName()),
                    "Use %s.".formatted(String.join(", ", names)));
        }
        return new Deed.Perform(act.kind() == ActKind.EVIDENCE ? asked(act) : act);
    }

    /** Nobody but a person can say that evidence is there: what is asked for is missing. */
    private static Act asked(Act act) {
        ObjectNode data = act.data().deepCopy();
        String standing = data.path(STANDING).asString("missing");
        if (!standing.equalsIgnoreCase("missing")) {
            throw Problem.invalid(
                    STANDING, "\"%s\"".formatted(standing), "Leave it out: what is asked for is missing.");
        }
        data.put(STANDING, "missing");
        return new Act(act.kind(), data);
    }

    private static Deed suggestion(JsonNode given) {
        for (String name : given.propertyNames()) {
            if (!name.equals(NAME) && !name.equals(REPLY)) {
                throw Problem.invalid(
                        name,
                        "nothing that this act asks for",
                        "Maybe %s.".formatted(Spelling.nearest(name, List.of(REPLY))));
            }
        }
        String reply = given.path(REPLY).asString("");
        if (reply.isBlank()) {
            throw Problem.invalid(REPLY, "missing", "Name a saved reply.");
        }
        return new Deed.Suggest(reply);
    }

    /** As {@link #read} takes them. */
    public static ArrayNode json(List<Deed> deeds) {
        ArrayNode all = JSON.createArrayNode();
        for (Deed deed : deeds) {
            switch (deed) {
                case Deed.Perform(Act act) -> all.add(act.json());
                case Deed.Suggest(String reply) ->
                    all.addObject().put(NAME, SUGGEST).put(REPLY, reply);
            }
        }
        return all;
    }

    /** Does this, and has whatever is refused in it name its place. */
    public static <T> T at(String place, Supplier<T> doing) {
        try {
            return doing.get();
        } catch (Problem refused) {
            Map<String, Object> members = refused.detail().getProperties();
            Object within = members == null ? null : members.get("place");
            Object remedy = members == null ? null : members.get("remedy");
            String whole = within == null ? place : place + "." + within;
            String said = String.valueOf(refused.getMessage());
            String words = within != null && said.startsWith(within.toString())
                    ? said.substring(within.toString().length()).strip()
                    : said;
            Problem placed = new Problem(
                            refused.status(),
                            "invalid-request",
                            "Invalid request",
                            words.startsWith("is ")
                                    ? "%s %s".formatted(whole, words)
                                    : "%s: %s".formatted(whole, words))
                    .with("place", whole)
                    .with("remedy", remedy);
            placed.addSuppressed(refused);
            throw placed;
        }
    }
}
