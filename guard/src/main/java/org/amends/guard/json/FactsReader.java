package org.amends.guard.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.amends.format.json.JsonText;
import org.amends.guard.act.ToldFacts;
import org.amends.guard.json.RequestReader.Refusal;
import org.amends.preference.StatedPreference;
import org.amends.slip.OpenPromise;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the facts of a request: what it leaves out is not known, null is none. A field that is not known is refused. */
final class FactsReader {

    private static final int MOST_PROMISES = 1_000;
    private static final String COMPLAINT = "open_complaint_since";
    private static final String MOURNING = "in_mourning_until";
    private static final String PROMISES = "promises";
    private static final List<String> FACTS =
            List.of("now", COMPLAINT, MOURNING, "parted", "stated", PROMISES, "loyalty_price");
    private static final List<String> PROMISE = List.of("ref", "made", "due");

    private FactsReader() {}

    /**
     * What a request tells.
     *
     * @param stated what the request tells outside of its facts
     */
    static ToldFacts read(JsonNode request, List<StatedPreference> stated) {
        JsonNode facts = RequestReader.given(request, "facts");
        boolean isStated = RequestReader.given(request, "stated") != null;
        Instant now = time(request, "", "now");
        if (facts == null) {
            return new ToldFacts(false, now, null, null, null, isStated ? stated : null, null, null);
        }
        RequestReader.object(facts, "facts");
        ActReader.names(facts, "facts.", FACTS);
        List<StatedPreference> all = new ArrayList<>(stated);
        all.addAll(RequestReader.stated(RequestReader.given(facts, "stated"), "facts.stated"));
        return new ToldFacts(
                true,
                now(now, time(facts, "facts.", "now")),
                complaints(facts),
                time(facts, "facts.", MOURNING),
                parted(facts),
                isStated || facts.has("stated") ? all : null,
                promises(facts),
                null);
    }

    private static @Nullable Instant now(@Nullable Instant outside, @Nullable Instant inside) {
        if (outside != null && inside != null && !outside.equals(inside)) {
            throw new Refusal("facts.now", "now is told twice", "Write it once.");
        }
        return outside == null ? inside : outside;
    }

    private static @Nullable List<Instant> complaints(JsonNode facts) {
        if (!facts.has(COMPLAINT)) {
            return null;
        }
        Instant since = time(facts, "facts.", COMPLAINT);
        return since == null ? List.of() : List.of(since);
    }

    private static @Nullable Boolean parted(JsonNode facts) {
        JsonNode parted = RequestReader.given(facts, "parted");
        if (parted == null) {
            return facts.has("parted") ? Boolean.FALSE : null;
        }
        if (!parted.isBoolean()) {
            throw new Refusal(
                    "facts.parted", "parted is " + JsonText.quoted(parted.toString()), "Write true or false.");
        }
        return parted.booleanValue();
    }

    private static @Nullable List<OpenPromise> promises(JsonNode facts) {
        if (!facts.has(PROMISES)) {
            return null;
        }
        List<OpenPromise> promises = new ArrayList<>();
        for (JsonNode each :
                RequestReader.elements(RequestReader.given(facts, PROMISES), "facts.promises", MOST_PROMISES)) {
            String place = "facts.promises[" + promises.size() + "]";
            RequestReader.object(each, place);
            ActReader.names(each, place + ".", PROMISE);
            if (!each.has("due")) {
                throw new Refusal(
                        place + ".due", "there is no due", "Write the time, or null where none was promised.");
            }
            String ref = RequestReader.text(each, place + ".", "ref");
            promises.add(new OpenPromise(
                    ref == null ? Integer.toString(promises.size() + 1) : ref,
                    null,
                    time(each, place + ".", "made"),
                    time(each, place + ".", "due")));
        }
        return promises;
    }

    private static @Nullable Instant time(JsonNode object, String path, String name) {
        String text = RequestReader.text(object, path, name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException noTime) {
            throw new Refusal(
                    path + name,
                    name + " is " + JsonText.quoted(text),
                    "Write a time with its zone, for example 2026-03-01T12:00:00Z.");
        }
    }
}
