package org.amends.format.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Spelling;
import org.amends.failure.FeltRecovery;
import org.amends.format.facts.Fields.Refusal;
import org.amends.format.json.JsonText;
import org.amends.policy.Policy;
import org.amends.relationship.FailureFact;
import org.amends.relationship.RelationshipFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads relationship facts from JSON. Every field is optional and null means that it is absent; what is left out has the
 * value of {@link RelationshipFacts#neutral()}. An unknown field is an error. A field {@code id} (text or number) is the
 * caller's own and is handed back with the facts.
 */
public final class FactsReader {

    /** The most failures that one object may tell; who knows more has events. */
    static final int MOST_FAILURES = 1_000;

    private static final double LONGEST_YEARS = 100;
    private static final double LONGEST_DAYS = 36_525;
    private static final double MOST_ORDERS = 100_000;
    private static final double MOST_MONEY = 1e12;
    private static final double HIGHEST_OFFER = 1_000;
    private static final int MOST_COUNTED = 1_000_000;

    private static final List<String> FACTS = List.of(
            "id",
            "tenure_years",
            "orders_per_year",
            "annual_value",
            "membership_tier",
            "self_relevance",
            "trust",
            "recent_positive_moments",
            "failures",
            "open_small_issues",
            "oldest_open_issue_days",
            "complained",
            "past_complaints_successful",
            "motive",
            "hostility",
            "days_to_response",
            "response_deadline_promised_days",
            "substitutes",
            "switching_cost",
            "competitor_signal",
            "company_attention_last_days",
            "loss_amount",
            "offer_ratio",
            "already_left",
            "vulnerable",
            "higher_value_case_waiting");

    private static final List<String> FAILURE_FACTS =
            List.of("kind", "severity", "days_ago", "resolved", "recovery", "controllable");

    private final Policy policy;

    /** Reads facts whose failure kinds are those of this policy. */
    public FactsReader(Policy policy) {
        this.policy = policy;
    }

    /** The facts in one JSON object, or why there are none. */
    public FactsReading read(String json) {
        return switch (JsonText.read(json)) {
            case JsonText.Reading.Value(JsonNode value) -> read(value);
            case JsonText.Reading.Broken(int column, String reason) ->
                new FactsReading.Refused(
                        null,
                        "column " + column,
                        reason,
                        "Maybe a quote, comma or bracket is amiss, or the object goes over several lines: write one a line.");
        };
    }

    private FactsReading read(JsonNode value) {
        if (!value.isObject()) {
            return new FactsReading.Refused(
                    null,
                    "column 1",
                    "the line is %s".formatted(JsonText.shown(value)),
                    "Maybe write one object a line, for example {\"tenure_years\": 3}.");
        }
        String id = null;
        try {
            id = id(value);
            return new FactsReading.Read(id, facts(new Fields(value, "", FACTS)));
        } catch (Refusal refusal) {
            return refusal.withId(id);
        }
    }

    private static @Nullable String id(JsonNode object) {
        JsonNode id = object.get("id");
        if (id == null || id.isNull()) {
            return null;
        }
        if (!id.isString() && !id.isNumber()) {
            throw new Refusal("id", "id is %s".formatted(JsonText.shown(id)), "Maybe a text or a number.");
        }
        return id.toString();
    }

    private RelationshipFacts facts(Fields fields) {
        RelationshipFacts neutral = RelationshipFacts.neutral();
        return new RelationshipFacts(
                fields.number("tenure_years", neutral.tenureYears(), 0, LONGEST_YEARS),
                fields.number("orders_per_year", neutral.ordersPerYear(), 0, MOST_ORDERS),
                fields.number("annual_value", neutral.annualValue(), 0, MOST_MONEY),
                fields.oneOf("membership_tier", neutral.tier()),
                fields.number("self_relevance", neutral.selfRelevance(), 0, 1),
                fields.number("trust", neutral.trust(), 0, 1),
                fields.whole("recent_positive_moments", neutral.recentPositiveMoments(), MOST_COUNTED),
                failures(fields),
                fields.whole("open_small_issues", neutral.openSmallIssues(), MOST_COUNTED),
                fields.number("oldest_open_issue_days", neutral.oldestOpenIssueDays(), 0, LONGEST_DAYS),
                fields.bool("complained", neutral.complained()),
                fields.whole("past_complaints_successful", neutral.pastComplaintsSuccessful(), MOST_COUNTED),
                fields.oneOf("motive", neutral.motive()),
                hostility(fields, neutral.hostility()),
                fields.number("days_to_response", 0, LONGEST_DAYS),
                fields.number("response_deadline_promised_days", 0, LONGEST_DAYS),
                fields.oneOf("substitutes", neutral.substitutes()),
                fields.oneOf("switching_cost", neutral.switchingCost()),
                fields.bool("competitor_signal", neutral.competitorSignal()),
                fields.number("company_attention_last_days", neutral.companyAttentionLastDays(), 0, LONGEST_DAYS),
                fields.number("loss_amount", neutral.lossAmount(), 0, MOST_MONEY),
                fields.number("offer_ratio", 0, HIGHEST_OFFER),
                fields.bool("already_left", neutral.alreadyLeft()),
                fields.bool("vulnerable", neutral.vulnerable()),
                fields.bool("higher_value_case_waiting", neutral.higherValueCaseWaiting()));
    }

    /** Tone by its number, 0 to 3, or by its name. */
    private static Hostility hostility(Fields fields, Hostility otherwise) {
        JsonNode value = fields.get("hostility");
        if (value != null && value.isString()) {
            return fields.oneOf("hostility", otherwise);
        }
        int highest = Hostility.values().length - 1;
        return Hostility.values()[fields.whole("hostility", otherwise.ordinal(), highest)];
    }

    private List<FailureFact> failures(Fields fields) {
        JsonNode list = fields.get("failures");
        if (list == null) {
            return List.of();
        }
        if (!list.isArray()) {
            throw fields.refusal(
                    "failures", list, "Maybe a list of objects, for example [{\"kind\": \"late_delivery\"}].");
        }
        if (list.size() > MOST_FAILURES) {
            throw new Refusal(
                    "failures",
                    "failures has %d elements".formatted(list.size()),
                    "At most %d are read. Maybe use ./amends score, which reads events.".formatted(MOST_FAILURES));
        }
        List<FailureFact> failures = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            failures.add(failure(element, "failures[%d]".formatted(failures.size())));
        }
        return failures;
    }

    private FailureFact failure(JsonNode element, String place) {
        if (!element.isObject()) {
            throw new Refusal(
                    place,
                    "%s is %s".formatted(place, JsonText.shown(element)),
                    "Maybe an object, for example {\"kind\": \"late_delivery\"}.");
        }
        Fields fields = new Fields(element, place + ".", FAILURE_FACTS);
        return new FailureFact(
                kind(fields),
                fields.number("severity", 0, 1),
                fields.number("days_ago", 0, 0, LONGEST_DAYS),
                fields.bool("resolved", false),
                fields.oneOf("recovery", FeltRecovery.NONE),
                fields.bool("controllable"));
    }

    private FailureKind kind(Fields fields) {
        JsonNode value = fields.get("kind");
        List<String> known = policy.kinds().stream().map(FailureKind::name).toList();
        if (value == null) {
            throw fields.missing("kind", "Maybe one of %s.".formatted(String.join(", ", known)));
        }
        String name = value.isString() ? value.stringValue().strip().toLowerCase(Locale.ROOT) : "";
        if (!known.contains(name)) {
            throw fields.refusal(
                    "kind",
                    value,
                    "Maybe %s; a policy can add kinds under failures.".formatted(Spelling.nearest(name, known)));
        }
        return new FailureKind(name);
    }
}
