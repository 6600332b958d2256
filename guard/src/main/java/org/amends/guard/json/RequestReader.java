package org.amends.guard.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amends.event.Spelling;
import org.amends.format.json.JsonText;
import org.amends.guard.act.ActGuard;
import org.amends.guard.act.AskedAct;
import org.amends.guard.act.ToldFacts;
import org.amends.guard.substitution.Candidate;
import org.amends.guard.substitution.Product;
import org.amends.guard.substitution.Purchase;
import org.amends.guard.substitution.SubstitutionRequest;
import org.amends.preference.StatedPreference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads requests. A field that is not known is passed over, unless its name is a slip of the pen for one that is: a need that
 * went unread could let something through.
 */
public final class RequestReader {

    /** More candidates, purchases or needs than this are no request of a shop. */
    static final int MOST_CANDIDATES = 1_000;

    static final int MOST_PURCHASES = 20_000;
    static final int MOST_NEEDS = 200;
    static final int LONGEST_TEXT = 20_000;

    private static final List<String> FIELDS =
            List.of("id", "locale", "customer", "history", "stated", "ordered", "candidates", "act", "facts", "now");
    private static final List<String> CANDIDATE =
            List.of("id", "name", "category", "ingredients", "labels", "price", "brand", "size", "ean");
    private static final List<String> PURCHASE = List.of("product", "category", "times");

    private RequestReader() {}

    /** A place in a request that cannot be used; caught in {@link #read(JsonNode)} and nowhere else. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String place;
        private final String remedy;

        Refusal(String place, String reason, String remedy) {
            super(reason, null, false, false);
            this.place = place;
            this.remedy = remedy;
        }
    }

    /** The request in one JSON object. */
    public static RequestReading read(String json) {
        return switch (JsonText.read(json)) {
            case JsonText.Reading.Value(JsonNode value) -> read(value);
            case JsonText.Reading.Broken(int column, String reason) ->
                new RequestReading.Refused(
                        null,
                        List.of(),
                        "column " + column,
                        reason,
                        "Maybe a quote, comma or bracket is amiss, or the object goes over several lines: write one a line.");
        };
    }

    /** The request in a JSON value. */
    public static RequestReading read(JsonNode value) {
        if (!value.isObject()) {
            return new RequestReading.Refused(
                    null,
                    List.of(),
                    "column 1",
                    "this is no object",
                    "Write {\"id\": ..., \"candidates\": [...]}, or act instead of candidates.");
        }
        try {
            return understood(value);
        } catch (Refusal refusal) {
            return new RequestReading.Refused(
                    idOf(value),
                    candidateIds(value),
                    refusal.place,
                    String.valueOf(refusal.getMessage()),
                    refusal.remedy);
        }
    }

    private static RequestReading understood(JsonNode value) {
        names(value, "", FIELDS);
        JsonNode ordered = given(value, "ordered");
        List<StatedPreference> stated = new ArrayList<>(stated(given(value, "stated"), "stated"));
        ToldFacts told = FactsReader.read(value, stated);
        if (told.isGiven() && told.stated() != null) {
            stated = told.stated();
        }
        String id = idOf(value);
        SubstitutionRequest request = new SubstitutionRequest(
                id == null ? "" : id,
                text(value, "", "locale"),
                history(given(value, "history")),
                stated,
                ordered == null ? null : product(ordered, "ordered"),
                candidates(given(value, "candidates")));
        boolean isKnowing = value.has("history") || value.has("stated") || (told.isGiven() && told.stated() != null);
        AskedAct act = value.has(ActGuard.ID) ? ActReader.read(value, told) : null;
        if (act != null
                && request.candidates().stream().anyMatch(each -> each.id().equals(ActGuard.ID))) {
            throw new Refusal(
                    "candidates", "a candidate has the id of the verdict on the act", "Give it another id than act.");
        }
        return new RequestReading.Understood(request, text(value, "", "customer"), isKnowing, act);
    }

    private static List<Purchase> history(@Nullable JsonNode list) {
        List<Purchase> history = new ArrayList<>();
        for (JsonNode each : elements(list, "history", MOST_PURCHASES)) {
            String place = "history[" + history.size() + "]";
            object(each, place);
            names(each, place + ".", PURCHASE);
            history.add(new Purchase(
                    required(each, place, "product"), text(each, place + ".", "category"), times(each, place)));
        }
        return history;
    }

    private static int times(JsonNode purchase, String place) {
        JsonNode times = given(purchase, "times");
        if (times == null) {
            return 1;
        }
        if (!times.isIntegralNumber() || !times.canConvertToInt() || times.intValue() < 1) {
            throw new Refusal(
                    place + ".times", "times is " + JsonText.quoted(times.toString()), "Write a whole number from 1.");
        }
        return times.intValue();
    }

    static List<StatedPreference> stated(@Nullable JsonNode list, String place) {
        List<StatedPreference> stated = new ArrayList<>();
        if (list != null && list.isString()) {
            return List.of(need(list, place));
        }
        for (JsonNode each : elements(list, place, MOST_NEEDS)) {
            stated.add(need(each, place + "[" + stated.size() + "]"));
        }
        return stated;
    }

    private static StatedPreference need(JsonNode value, String place) {
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new Refusal(
                    place, "a need is " + JsonText.quoted(value.toString()), "Write a text such as \"vegetarian\".");
        }
        return StatedPreference.read(value.stringValue());
    }

    private static List<Candidate> candidates(@Nullable JsonNode list) {
        List<Candidate> candidates = new ArrayList<>();
        for (JsonNode each : elements(list, "candidates", MOST_CANDIDATES)) {
            String place = "candidates[" + candidates.size() + "]";
            object(each, place);
            names(each, place + ".", CANDIDATE);
            String id = idOf(each);
            if (id == null) {
                throw new Refusal(
                        place + ".id", "a candidate has no id", "Give each one, by which the answer can name it.");
            }
            candidates.add(new Candidate(id, product(each, place)));
        }
        return candidates;
    }

    private static Product product(JsonNode value, String place) {
        object(value, place);
        return new Product(
                required(value, place, "name"),
                text(value, place + ".", "category"),
                ingredients(value, place),
                labels(value, place),
                price(value, place));
    }

    /** A text, or a list of texts. */
    private static @Nullable String ingredients(JsonNode product, String place) {
        JsonNode value = given(product, "ingredients");
        if (value == null || !value.isArray()) {
            return text(product, place + ".", "ingredients");
        }
        List<String> all = new ArrayList<>();
        for (JsonNode each : value) {
            if (!each.isString()) {
                throw new Refusal(
                        place + ".ingredients",
                        "an ingredient is " + JsonText.quoted(each.toString()),
                        "Write a text.");
            }
            all.add(each.stringValue());
        }
        return String.join(", ", all);
    }

    private static List<String> labels(JsonNode product, String place) {
        List<String> labels = new ArrayList<>();
        for (JsonNode each : elements(given(product, "labels"), place + ".labels", MOST_NEEDS)) {
            if (!each.isString()) {
                throw new Refusal(
                        place + ".labels",
                        "a label is " + JsonText.quoted(each.toString()),
                        "Write a text such as \"vegan\".");
            }
            labels.add(each.stringValue());
        }
        return labels;
    }

    private static @Nullable BigDecimal price(JsonNode product, String place) {
        JsonNode price = given(product, "price");
        if (price == null) {
            return null;
        }
        if (!price.isNumber() || price.decimalValue().signum() < 0) {
            throw new Refusal(
                    place + ".price",
                    "the price is " + JsonText.quoted(price.toString()),
                    "Write a number from 0, or leave it out.");
        }
        return price.decimalValue();
    }

    static @Nullable JsonNode given(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static String required(JsonNode object, String place, String name) {
        String text = text(object, place + ".", name);
        if (text == null || text.isBlank()) {
            throw new Refusal(place + "." + name, "there is no " + name, "Write it as a text.");
        }
        return text;
    }

    static @Nullable String text(JsonNode object, String path, String name) {
        JsonNode value = given(object, name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw new Refusal(path + name, name + " is " + JsonText.quoted(value.toString()), "Write a text.");
        }
        if (value.stringValue().length() > LONGEST_TEXT) {
            throw new Refusal(path + name, name + " has more than " + LONGEST_TEXT + " characters", "Shorten it.");
        }
        return value.stringValue();
    }

    static Iterable<JsonNode> elements(@Nullable JsonNode list, String place, int most) {
        if (list == null) {
            return List.of();
        }
        if (!list.isArray()) {
            throw new Refusal(place, place + " is no list", "Write it in square brackets.");
        }
        if (list.size() > most) {
            throw new Refusal(place, place + " has " + list.size() + " elements", "At most " + most + " are taken.");
        }
        return list;
    }

    static void object(JsonNode value, String place) {
        if (!value.isObject()) {
            throw new Refusal(place, place + " is " + JsonText.quoted(value.toString()), "Write an object.");
        }
    }

    /** Refuses names that are slips of the pen. */
    private static void names(JsonNode object, String path, List<String> known) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            if (!known.contains(name)) {
                String nearest = Spelling.nearest(name, known);
                if (Spelling.distance(name, nearest) <= Math.min(2, nearest.length() / 2) && name.length() > 3) {
                    throw new Refusal(
                            path + name,
                            "the field " + JsonText.quoted(name) + " is not known",
                            "Maybe " + nearest + ".");
                }
            }
        }
    }

    static @Nullable String idOf(JsonNode object) {
        JsonNode id = given(object, "id");
        if (id == null) {
            return null;
        }
        return id.isString() ? id.stringValue() : id.isNumber() ? id.asString() : null;
    }

    private static List<String> candidateIds(JsonNode request) {
        List<String> ids = new ArrayList<>();
        JsonNode candidates = given(request, "candidates");
        if (candidates != null && candidates.isArray() && candidates.size() <= MOST_CANDIDATES) {
            for (JsonNode each : candidates) {
                String id = each.isObject() ? idOf(each) : null;
                if (id != null) {
                    ids.add(id);
                }
            }
        }
        if (request.has(ActGuard.ID) && !ids.contains(ActGuard.ID)) {
            ids.add(ActGuard.ID);
        }
        return ids;
    }
}
