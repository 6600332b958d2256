package org.amends.server.letter;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.amends.deadline.LetterContent;
import org.amends.deadline.Regime;
import org.amends.deadline.Span;
import org.amends.server.deadline.ClockRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gathers what the rules of a case require its letters to say of the outside body. What the company set comes before what its rules
 * bring along, since a company knows its own mediator.
 */
@Component
final class LetterRegimes {

    private static final Set<LetterContent> OF_THE_BODY =
            EnumSet.of(LetterContent.REFERRAL, LetterContent.REFERRAL_ADDRESS, LetterContent.REFERRAL_LIMIT);

    private final ClockRules rules;
    private final JsonMapper json = new JsonMapper();

    LetterRegimes(ClockRules rules) {
        this.rules = rules;
    }

    /**
     * The rules as the case of a letter tells them; null where none is to be told.
     *
     * @throws org.amends.server.problem.Problem 422 when the letter must name an outside body and nobody said which
     */
    @Nullable
    ObjectNode of(Complaint complaint, LetterPurpose purpose, LetterCompany company) {
        String set = company.regime();
        ObjectNode own = set == null ? null : (ObjectNode) json.readTree(set);
        Optional<Regime> required = required(complaint, purpose);
        if (required.isEmpty()) {
            return own;
        }
        Regime regime = required.get();
        ObjectNode told = own == null ? json.createObjectNode() : own;
        if (!told.has("name")) {
            told.put("name", title(regime, complaint.language()));
        }
        refer(told, regime, needs(regime, purpose).contains(LetterContent.REFERRAL_LIMIT));
        return told;
    }

    /** Of several that require it, one that names the body. */
    private Optional<Regime> required(Complaint complaint, LetterPurpose purpose) {
        return rules.of(complaint).regimes().stream()
                .filter(each -> !needs(each, purpose).isEmpty())
                .min(Comparator.comparing((Regime each) -> each.referral() == null)
                        .thenComparingInt(each -> -needs(each, purpose).size()));
    }

    /** The answer after a failed recovery is the final response as well. */
    private static Set<LetterContent> needs(Regime regime, LetterPurpose purpose) {
        LetterPurpose form = purpose == LetterPurpose.DOUBLE_DEVIATION_APOLOGY ? LetterPurpose.FINAL_RESPONSE : purpose;
        Set<LetterContent> needs = EnumSet.noneOf(LetterContent.class);
        regime.required(form).stream().filter(OF_THE_BODY::contains).forEach(needs::add);
        return needs;
    }

    /** Laws without a name in the language of the customer keep their English one. */
    private static String title(Regime regime, String language) {
        String title = regime.title().get(language);
        return title == null ? Objects.requireNonNull(regime.title().get("en"), regime.name()) : title;
    }

    private void refer(ObjectNode told, Regime regime, boolean needsLimit) {
        Regime.Referral body = regime.referral();
        if (!told.has("referral")) {
            if (body == null) {
                throw Composing.incomplete(
                        "regime.referral",
                        "%s requires the letter to name an outside body, and nobody said which"
                                .formatted(regime.name()),
                        "PUT /v1/letter-companies says it, as regime.referral.");
            }
            told.set(
                    "referral", json.createObjectNode().put("name", body.name()).put("web", body.web()));
        }
        ObjectNode referral = (ObjectNode) told.get("referral");
        if (!referral.has("limit")) {
            ObjectNode limit = body == null ? null : limit(body.limit());
            if (limit != null) {
                JsonNode ignored = referral.set("limit", limit);
            } else if (needsLimit) {
                throw Composing.incomplete(
                        "regime.referral.limit",
                        "%s requires the letter to say how long the customer has".formatted(regime.name()),
                        "PUT /v1/letter-companies says it, as regime.referral.limit.");
            }
        }
    }

    /** A span as letters count it; null where they do not. */
    private @Nullable ObjectNode limit(@Nullable Span span) {
        String unit = switch (span) {
            case null -> null;
            case Span.Months ignored -> "months";
            case Span.Weeks ignored -> "weeks";
            case Span.CalendarDays ignored -> "days";
            case Span.BusinessDays ignored -> null;
            case Span.Hours ignored -> null;
        };
        return unit == null || span == null
                ? null
                : json.createObjectNode().put("count", span.count()).put("unit", unit);
    }
}
