package org.amends.language.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amends.format.json.JsonText;
import org.amends.language.fact.AmountFact;
import org.amends.language.fact.DateFact;
import org.amends.language.fact.Facts;
import org.amends.language.fact.PersonName;
import org.amends.language.fact.Reference;
import org.amends.language.reading.Message;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads messages, with labels or without, from JSON objects. */
public final class MessageJson {

    /** Longer texts are no messages. */
    public static final int LONGEST_TEXT = 500_000;

    private MessageJson() {}

    /**
     * The message in one JSON object: {@code id}, {@code text}, and where they are known {@code lang}, {@code channel} and
     * {@code date}.
     *
     * @param unnamed the id of a message that has none
     * @throws IllegalArgumentException if it cannot be read; the message names place, value and remedy
     */
    public static Message message(String json, String unnamed) {
        return message(object(json), unnamed);
    }

    /**
     * A labelled message in one JSON object.
     *
     * @throws IllegalArgumentException if it cannot be read; the message names place, value and remedy
     */
    public static Labelled labelled(String json, String unnamed) {
        JsonNode object = object(json);
        JsonNode labels = LabelsJson.within(object);
        Set<String> given = new HashSet<>(labels.propertyNames());
        return new Labelled(message(object, unnamed), LabelsJson.read(object), given, facts(labels.path("facts")));
    }

    private static JsonNode object(String json) {
        return switch (JsonText.read(json)) {
            case JsonText.Reading.Value(JsonNode value) when value.isObject() -> value;
            case JsonText.Reading.Value(JsonNode value) ->
                throw new IllegalArgumentException("this is no JSON object. Maybe write {\"id\": ..., \"text\": ...}");
            case JsonText.Reading.Broken(int column, String reason) ->
                throw new IllegalArgumentException(
                        "column " + column + ": " + reason + ". Maybe write one JSON object a line");
        };
    }

    private static Message message(JsonNode object, String unnamed) {
        JsonNode text = object.path("text");
        if (!text.isString()) {
            throw new IllegalArgumentException("text: there is none. Maybe write the message as \"text\": \"...\"");
        }
        if (text.stringValue().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("text: it has %d characters, and at most %d are read. Maybe part it"
                    .formatted(text.stringValue().length(), LONGEST_TEXT));
        }
        return new Message(
                object.path("id").isMissingNode() ? unnamed : object.path("id").asString(),
                text.stringValue(),
                language(object.path("lang")),
                sent(object),
                object.path("channel").isString() ? object.path("channel").stringValue() : null);
    }

    private static @Nullable Language language(JsonNode lang) {
        return lang.isString() ? Language.of(lang.stringValue()).orElse(null) : null;
    }

    private static @Nullable LocalDate sent(JsonNode object) {
        for (String name : List.of("date", "sent", "received")) {
            JsonNode value = object.path(name);
            if (value.isString() && value.stringValue().length() >= 10) {
                return day(name, value.stringValue());
            }
        }
        return null;
    }

    private static LocalDate day(String name, String value) {
        try {
            return LocalDate.parse(value.substring(0, 10));
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    name + ": \"" + value + "\" is no day. Maybe write it as 2026-03-14", unreadable);
        }
    }

    private static Labelled.@Nullable FactLists facts(JsonNode facts) {
        if (!facts.isObject()) {
            return null;
        }
        List<String> amounts = new ArrayList<>();
        for (JsonNode amount : facts.path("amounts")) {
            amounts.add(Sum.of(
                            amount.path("value").decimalValue(),
                            amount.path("currency").asString())
                    .toString());
        }
        return new Labelled.FactLists(
                strings(facts, "dates"),
                strings(facts, "dates_text"),
                amounts,
                strings(facts, "amounts_text"),
                strings(facts, "order_refs"),
                strings(facts, "names"));
    }

    private static List<String> strings(JsonNode facts, String name) {
        List<String> strings = new ArrayList<>();
        for (JsonNode one : facts.path(name)) {
            strings.add(one.asString());
        }
        return strings;
    }

    /** Facts as texts, to be compared with those that a person found. */
    public static Labelled.FactLists lists(Facts facts) {
        return new Labelled.FactLists(
                facts.dates().stream().map(DateFact::isoOrText).toList(),
                facts.dates().stream().map(DateFact::text).toList(),
                facts.amounts().stream()
                        .map(amount -> Sum.of(amount).toString())
                        .toList(),
                facts.amounts().stream().map(AmountFact::text).toList(),
                facts.references().stream().map(Reference::text).toList(),
                facts.names().stream().map(PersonName::text).toList());
    }
}
