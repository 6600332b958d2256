package org.amends.language.letter.json;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Tier;
import org.amends.event.Want;
import org.amends.format.json.JsonElements;
import org.amends.language.letter.Company;
import org.amends.language.letter.Completeness;
import org.amends.language.letter.Customer;
import org.amends.language.letter.FormOfAddress;
import org.amends.language.letter.Gender;
import org.amends.language.letter.Incident;
import org.amends.language.letter.Lack;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.Outcome;
import org.amends.language.letter.Person;
import org.amends.language.letter.Point;
import org.amends.language.letter.Promise;
import org.amends.language.letter.Register;
import org.amends.language.letter.Remedy;
import org.amends.language.letter.RemedyKind;
import org.amends.language.letter.Responsibility;
import org.amends.language.letter.Title;
import org.amends.language.letter.Wording;
import org.amends.language.letter.json.Fields.Refusal;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the case of a letter from JSON. An unknown field is an error; null means that a field is absent; a case that lacks
 * what its kind of letter needs is refused.
 */
public final class LetterCaseReader {

    private static final int MOST_YEARS = 120;

    private static final List<String> CASE = List.of(
            "reference",
            "kind",
            "received",
            "date",
            "customer",
            "company",
            "failures",
            "responsibility",
            "explanation",
            "points",
            "want",
            "hostility",
            "relationship",
            "remedies",
            "promises",
            "answer_by",
            "delay",
            "regime",
            "fix",
            "thanks",
            "farewell");

    private final Language language;
    private final Fields fields;

    private LetterCaseReader(Language language, Fields fields) {
        this.language = language;
        this.fields = fields;
    }

    /** The case in a text that holds one JSON object, or why there is none. */
    public static LetterCaseReading read(String json) {
        return switch (JsonElements.read(json, 1, (element, length) -> element)) {
            case JsonElements.Reading.All<JsonNode>(List<JsonNode> elements, boolean array) ->
                array ? list() : read(elements.getFirst());
            case JsonElements.Reading.TooMany<JsonNode> many -> list();
            case JsonElements.Reading.Broken<JsonNode>(int line, int column, String reason) ->
                new LetterCaseReading.Refused(
                        "line %d, column %d".formatted(line, column),
                        reason,
                        "Maybe a quote, comma or bracket is amiss.");
        };
    }

    private static LetterCaseReading list() {
        return new LetterCaseReading.Refused(
                "line 1, column 1", "the file is a list", "Maybe write one object a file: one case is one letter.");
    }

    private static LetterCaseReading read(JsonNode json) {
        try {
            Fields fields = new Fields(json, "", CASE);
            LetterCase letterCase = new LetterCaseReader(language(fields), fields).letterCase();
            List<Lack> lacks = Completeness.lacks(letterCase);
            if (lacks.isEmpty()) {
                return new LetterCaseReading.Read(letterCase);
            }
            Lack lack = lacks.getFirst();
            return new LetterCaseReading.Refused(lack.place(), lack.reason(), lack.remedy());
        } catch (Refusal refusal) {
            return refusal.refused();
        }
    }

    /** Read first: a wording without a language is in this one. */
    private static Language language(Fields fields) {
        JsonNode customer = fields.get("customer");
        JsonNode tag = customer == null ? null : customer.get("language");
        if (tag == null || tag.isNull()) {
            throw fields.missing("customer.language", "Maybe one of en, fr, es, ru.");
        }
        return (tag.isString() ? Language.of(tag.stringValue()) : Optional.<Language>empty())
                .orElseThrow(() -> fields.refusal("customer.language", tag, "Maybe one of en, fr, es, ru."));
    }

    private LetterCase letterCase() {
        Fields relationship = fields.object("relationship", List.of("years", "tier"));
        CaseSections sections = new CaseSections(this, fields);
        return new LetterCase(
                needed(fields, "reference"),
                fields.oneOf("kind", LetterKind.class),
                customer(neededObject("customer", CaseFields.CUSTOMER)),
                company(neededObject("company", CaseFields.COMPANY)),
                fields.date("received"),
                neededDate(fields, "date"),
                fields.each("failures", CaseFields.FAILURE, this::incident),
                fields.oneOf("responsibility", Responsibility.OPEN),
                wording(fields, "explanation"),
                fields.each("points", CaseFields.POINT, this::point),
                fields.oneOf("want", Want.UNKNOWN),
                hostility(),
                relationship == null ? 0 : relationship.whole("years", 0, 0, MOST_YEARS),
                relationship == null ? Tier.NONE : relationship.oneOf("tier", Tier.NONE),
                fields.each("remedies", CaseFields.REMEDY, this::remedy),
                fields.each("promises", CaseFields.PROMISE, this::promise),
                fields.date("answer_by"),
                wording(fields, "delay"),
                sections.regime(),
                sections.fix(),
                wording(fields, "thanks"),
                sections.farewell());
    }

    private Hostility hostility() {
        JsonNode value = fields.get("hostility");
        if (value != null && value.isString()) {
            return fields.oneOf("hostility", Hostility.CALM);
        }
        return Hostility.values()[fields.whole("hostility", 0, 0, Hostility.values().length - 1)];
    }

    private Customer customer(Fields customer) {
        return made(
                customer,
                "address",
                () -> new Customer(
                        needed(customer, "name"),
                        customer.text("given"),
                        customer.text("family"),
                        customer.text("patronymic"),
                        customer.oneOf("gender", Gender.UNKNOWN),
                        customer.oneOf("title", Title.NONE),
                        language,
                        customer.oneOf("address", FormOfAddress.FORMAL),
                        customer.oneOf("register", Register.PLAIN)));
    }

    private Company company(Fields company) {
        Fields signer = company.object("signer", CaseFields.PERSON);
        Fields contact = company.object("contact", CaseFields.CONTACT);
        if (signer == null) {
            throw company.missing("signer", "Maybe {\"name\": \"...\"}: a letter is signed by a person.");
        }
        if (contact == null) {
            throw company.missing("contact", "Maybe {\"email\": \"...\"}: who is written to can answer.");
        }
        return new Company(
                needed(company, "name"),
                person(signer),
                made(
                        company,
                        "contact",
                        () -> new Company.Contact(
                                contact.text("email"),
                                contact.text("phone"),
                                contact.text("web"),
                                wording(contact, "hours"))));
    }

    private Person person(Fields person) {
        return new Person(needed(person, "name"), wording(person, "role"), person.oneOf("gender", Gender.UNKNOWN));
    }

    private @Nullable Person owner(Fields of) {
        Fields person = of.object("owner", CaseFields.PERSON);
        return person == null ? null : person(person);
    }

    private Incident incident(Fields failure) {
        return new Incident(
                kind(failure),
                failure.date("date"),
                failure.date("promised"),
                failure.text("order"),
                wording(failure, "object"),
                failure.money("amount"),
                wording(failure, "detail"),
                failure.bool("failed_recovery"));
    }

    private static FailureKind kind(Fields failure) {
        String name = needed(failure, "kind").toLowerCase(Locale.ROOT);
        if (!FailureKind.isName(name)) {
            throw new Refusal(
                    failure.place("kind"),
                    "kind is \"%s\"".formatted(name),
                    "Maybe late_delivery, billing_error or another kind of the failure catalogue.");
        }
        return new FailureKind(name);
    }

    private Point point(Fields point) {
        return new Point(
                neededWording(point, "raised"),
                point.oneOf("outcome", Outcome.ANSWERED),
                neededWording(point, "answer"));
    }

    private Remedy remedy(Fields remedy) {
        return made(
                remedy,
                "due",
                () -> new Remedy(
                        remedy.oneOf("kind", RemedyKind.class),
                        remedy.bool("owed"),
                        remedy.money("amount"),
                        wording(remedy, "basis"),
                        wording(remedy, "detail"),
                        owner(remedy),
                        remedy.date("due"),
                        remedy.date("done")));
    }

    private Promise promise(Fields promise) {
        return new Promise(
                neededWording(promise, "what"), owner(promise), neededDate(promise, "due"), wording(promise, "proof"));
    }

    /** A wording: an object of texts by language, or a text in the customer's language. */
    @Nullable
    Wording wording(Fields of, String name) {
        JsonNode value = of.get(name);
        return value == null ? null : wordingIn(of, name, value);
    }

    /** The wording that a value is. */
    Wording wordingIn(Fields of, String name, JsonNode value) {
        if (!value.isObject()) {
            return new Wording(Map.of(language, of.textIn(name, value)));
        }
        EnumMap<Language, String> texts = new EnumMap<>(Language.class);
        for (Map.Entry<String, JsonNode> text : value.properties()) {
            Language in = Language.of(text.getKey())
                    .orElseThrow(() -> of.refusal(name, value, "Its fields are languages: en, fr, es, ru."));
            texts.put(in, of.textIn(name + "." + text.getKey(), text.getValue()));
        }
        if (texts.isEmpty()) {
            throw of.refusal(name, value, "Maybe {\"%s\": \"...\"}.".formatted(language.code()));
        }
        return new Wording(texts);
    }

    /** A name: texts by language, or one text that serves for every language. */
    Wording name(Fields of, String name) {
        JsonNode value = of.get(name);
        return value != null && value.isString() ? Wording.same(of.textIn(name, value)) : neededWording(of, name);
    }

    Wording neededWording(Fields of, String name) {
        Wording wording = wording(of, name);
        if (wording == null) {
            throw of.missing(name, "Maybe a text, or {\"en\": \"...\", \"fr\": \"...\"}.");
        }
        return wording;
    }

    static LocalDate neededDate(Fields of, String name) {
        LocalDate date = of.date(name);
        if (date == null) {
            throw of.missing(name, "Maybe a day as \"2026-03-09\".");
        }
        return date;
    }

    static String needed(Fields of, String name) {
        String text = of.text(name);
        if (text == null) {
            throw of.missing(name, "Maybe add it.");
        }
        return text;
    }

    private Fields neededObject(String name, List<String> known) {
        Fields object = fields.object(name, known);
        if (object == null) {
            throw fields.missing(name, "Maybe an object with %s.".formatted(String.join(", ", known)));
        }
        return object;
    }

    /** What a record's own checks refuse becomes a refusal at the given place. */
    static <T> T made(Fields of, String name, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException wrong) {
            String message = String.valueOf(wrong.getMessage()).replaceAll("\\.$", "");
            throw new Refusal(of.place(name), message, "Maybe look at the guide on letters.");
        }
    }
}
