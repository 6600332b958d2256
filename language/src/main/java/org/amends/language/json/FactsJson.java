package org.amends.language.json;

import java.util.List;
import org.amends.language.fact.AmountFact;
import org.amends.language.fact.DateFact;
import org.amends.language.fact.Facts;
import org.amends.language.fact.PersonName;
import org.amends.language.fact.Reference;
import tools.jackson.core.JsonGenerator;

/** Writes the facts of a message. */
final class FactsJson {

    private FactsJson() {}

    static void write(JsonGenerator json, Facts facts, List<String> quoted) {
        json.writeObjectPropertyStart("facts");
        ReadingJson.strings(
                json,
                "dates",
                facts.dates().stream().map(DateFact::isoOrText).distinct().toList());
        ReadingJson.strings(
                json, "dates_text", facts.dates().stream().map(DateFact::text).toList());
        json.writeArrayPropertyStart("dates_relative");
        for (DateFact date : facts.relativeDates()) {
            json.writeStartObject();
            json.writeStringProperty("text", date.text());
            if (date.value() == null) {
                json.writeNullProperty("date");
            } else {
                json.writeStringProperty("date", date.value().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        amounts(json, facts.amounts());
        ReadingJson.strings(
                json,
                "order_refs",
                facts.references().stream().map(Reference::text).toList());
        ReadingJson.strings(
                json, "names", facts.names().stream().map(PersonName::text).toList());
        ReadingJson.strings(json, "quoted", quoted);
        json.writeEndObject();
    }

    private static void amounts(JsonGenerator json, List<AmountFact> amounts) {
        json.writeArrayPropertyStart("amounts");
        amounts.stream().map(Sum::of).distinct().forEach(sum -> {
            json.writeStartObject();
            json.writeNumberProperty("value", sum.value());
            json.writeStringProperty("currency", sum.currency());
            json.writeEndObject();
        });
        json.writeEndArray();
        ReadingJson.strings(
                json, "amounts_text", amounts.stream().map(AmountFact::text).toList());
    }
}
