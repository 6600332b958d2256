package org.amends.server.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.json.LetterCaseReader;
import org.amends.language.letter.json.LetterCaseReading;
import org.amends.relationship.Relationship;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gathers what a letter may say from what is known of its case: nothing is stated that nobody knows, so a failure whose day is
 * not known is not told. What only people know, they give as facts in the form of a letter's case, and their word counts.
 */
@Component
final class Composing {

    private static final String OURS = "ours";

    private static final int DAYS_OF_YEAR = 365;

    private final JsonMapper json = new JsonMapper();
    private final RelationshipFacts relationships;
    private final WhatWentWrong failures;
    private final AnswerDates answers;
    private final LetterRegimes regimes;

    Composing(RelationshipFacts relationships, WhatWentWrong failures, AnswerDates answers, LetterRegimes regimes) {
        this.relationships = relationships;
        this.failures = failures;
        this.answers = answers;
        this.regimes = regimes;
    }

    /** A case of a letter, as JSON and as it is read. */
    record Composed(String json, LetterCase about) {}

    /**
     * What a letter may say.
     *
     * @param facts fields in the form of a letter's case that take the place of what was gathered; null takes one out
     * @throws Problem 422 when the letter needs something that nobody has given
     */
    Composed about(
            KeptCase kept,
            LetterPurpose purpose,
            LetterCompany company,
            Correspondents.Correspondent to,
            JsonNode facts,
            Instant now) {
        if (purpose.answers() && purpose != LetterPurpose.REFUSAL && !facts.has("remedies")) {
            needAmounts(kept);
        }
        String text = gathered(kept, purpose, company, to, facts, now).toString();
        return switch (LetterCaseReader.read(text)) {
            case LetterCaseReading.Read(LetterCase about) -> new Composed(text, about);
            case LetterCaseReading.Refused(String place, String reason, String remedy) ->
                throw incomplete(place, reason, remedy);
        };
    }

    /** What a letter that somebody wrote may say, as JSON; null where nobody said enough for that and the letter is no answer. */
    @Nullable
    String known(
            KeptCase kept, LetterPurpose purpose, LetterCompany company, Correspondents.Correspondent to, Instant now) {
        try {
            return about(kept, purpose, company, to, json.createObjectNode(), now)
                    .json();
        } catch (Problem incomplete) {
            if (purpose.answers()) {
                throw incomplete;
            }
            return null;
        }
    }

    private ObjectNode gathered(
            KeptCase kept,
            LetterPurpose purpose,
            LetterCompany company,
            Correspondents.Correspondent to,
            JsonNode facts,
            Instant now) {
        Complaint complaint = kept.complaint();
        ZoneId zone = company.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        Relationship relationship = relationships.of(kept.relationship());
        ObjectNode about = json.createObjectNode();
        about.put("reference", complaint.reference());
        about.put("kind", kind(purpose));
        if (!complaint.channel().equals("proactive")) {
            about.put(
                    "received", complaint.openedAt().atZone(zone).toLocalDate().toString());
        }
        about.put("date", today.toString());
        about.set("customer", customer(company, to));
        about.set("company", company(company, to.language()));
        String responsibility = responsibility(complaint, purpose);
        if (purpose != LetterPurpose.ACKNOWLEDGEMENT) {
            about.set("failures", failures.of(kept, relationship, zone, responsibility.equals(OURS)));
        }
        about.put("responsibility", responsibility);
        about.put("want", complaint.assessment().want().name().toLowerCase(Locale.ROOT));
        about.put("hostility", complaint.assessment().hostility().ordinal());
        about.set("relationship", standing(relationship, now));
        plan(about, kept, purpose, zone, today, company.remedyDays());
        answerBy(about, kept, purpose, company, today);
        ObjectNode regime = facts.has("regime") ? null : regimes.of(complaint, purpose, company);
        if (regime != null) {
            about.set("regime", regime);
        }
        put(about, facts);
        return about;
    }

    /** A message between stages has no form of its own: it is checked against what the answer may say. */
    private static String kind(LetterPurpose purpose) {
        LetterPurpose form = purpose == LetterPurpose.MESSAGE ? LetterPurpose.FINAL_RESPONSE : purpose;
        return form.name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode customer(LetterCompany company, Correspondents.Correspondent to) {
        return json.createObjectNode()
                .put("name", to.name())
                .put("language", to.language())
                .put("address", company.familiar() ? "familiar" : "formal")
                .put("register", company.register().name().toLowerCase(Locale.ROOT));
    }

    /** Of the company's own texts, those that the language lacks are left out. */
    private JsonNode company(LetterCompany company, String language) {
        JsonNode told = json.readTree(company.company());
        without(told.get("signer"), "role", language);
        without(told.get("contact"), "hours", language);
        return told;
    }

    private static void without(@Nullable JsonNode object, String field, String language) {
        if (object instanceof ObjectNode node && node.get(field) instanceof ObjectNode texts && !texts.has(language)) {
            JsonNode ignored = node.remove(field);
        }
    }

    private static String responsibility(Complaint complaint, LetterPurpose purpose) {
        return switch (purpose) {
            case DOUBLE_DEVIATION_APOLOGY, PROACTIVE_CONTACT, PROCESS_FIX_REPORT -> OURS;
            case REFUSAL -> "not_ours";
            case ACKNOWLEDGEMENT, HOLDING_REPLY, THANK_YOU -> "open";
            case FINAL_RESPONSE, FAREWELL, MESSAGE -> admits(complaint) ? OURS : "open";
        };
    }

    /** Whoever grants what is owed, or apologises, says that it was their doing. */
    private static boolean admits(Complaint complaint) {
        Complaint.ChosenPlan plan = complaint.plan();
        return plan != null
                && plan.elements().stream()
                        .anyMatch(each -> each.owed() || each.element().contains("apology"));
    }

    private ObjectNode standing(@Nullable Relationship relationship, Instant now) {
        ObjectNode standing = json.createObjectNode();
        if (relationship != null) {
            long days = Duration.between(relationship.firstSeen(), now).toDays();
            standing.put("years", Math.clamp(days / DAYS_OF_YEAR, 0, 120));
            standing.put("tier", relationship.tier().name().toLowerCase(Locale.ROOT));
        }
        return standing;
    }

    private void plan(
            ObjectNode about, KeptCase kept, LetterPurpose purpose, ZoneId zone, LocalDate today, int usualDays) {
        boolean tells =
                purpose.answers() || purpose == LetterPurpose.PROACTIVE_CONTACT || purpose == LetterPurpose.MESSAGE;
        if (tells) {
            PlannedRemedies planned =
                    new PlannedRemedies(kept, purpose == LetterPurpose.FAREWELL, zone, today, usualDays, json);
            about.set("remedies", planned.remedies());
            about.set("promises", planned.promises());
        }
    }

    private void answerBy(
            ObjectNode about, KeptCase kept, LetterPurpose purpose, LetterCompany company, LocalDate today) {
        if (purpose == LetterPurpose.ACKNOWLEDGEMENT || purpose == LetterPurpose.HOLDING_REPLY) {
            LocalDate usual = today.plusDays(company.answerDays());
            LocalDate due = answers.by(kept.id(), company.zone());
            boolean told = due != null && !due.isBefore(today);
            about.put("answer_by", (told ? Objects.requireNonNull(due) : usual).toString());
        }
    }

    private static void put(ObjectNode about, JsonNode facts) {
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            if (fact.getValue().isNull()) {
                JsonNode ignored = about.remove(fact.getKey());
            } else if (fact.getKey().equals("customer") && about.get("customer") instanceof ObjectNode customer) {
                JsonNode ignored = customer.setAll((ObjectNode) fact.getValue());
            } else {
                JsonNode ignored = about.set(fact.getKey(), fact.getValue());
            }
        }
    }

    /** Money of a plan cannot be told while nobody has said how much it is. */
    private static void needAmounts(KeptCase kept) {
        Complaint.ChosenPlan plan = kept.complaint().plan();
        if (plan == null) {
            return;
        }
        for (ChosenElement element : plan.elements()) {
            if (PlannedRemedies.lacksSum(element)) {
                throw incomplete(
                        "remedies",
                        "the plan gives no amount for " + element.element(),
                        "Choose the plan with its amount.");
            }
        }
    }

    static Problem incomplete(String place, String reason, String remedy) {
        return new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "letter-incomplete",
                        "The letter lacks something",
                        "%s: %s.".formatted(place, reason))
                .with("place", place)
                .with("remedy", remedy);
    }
}
