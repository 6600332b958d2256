package org.amends.server.parting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amends.complaint.Complaint;
import org.amends.complaint.PartingStep;
import org.amends.fairness.Burden;
import org.amends.fairness.Rate;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Partings as the API tells them. */
final class PartingAnswer {

    private PartingAnswer() {}

    static Map<String, @Nullable Object> of(Complaint complaint) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        Complaint.PartingState parting = complaint.parting();
        told.put("case", complaint.reference());
        told.put("customer", complaint.customer());
        told.put("proposed_by", parting == null ? null : parting.proposedBy());
        told.put("reason", parting == null ? null : parting.reason());
        told.put("confirmed_by", parting == null ? null : parting.confirmedBy());
        told.put("cooling_off_until", parting == null ? null : parting.coolingOffUntil());
        told.put(
                "done",
                parting == null
                        ? List.of()
                        : parting.done().stream().map(PartingAnswer::word).toList());
        PartingStep next = next(complaint);
        told.put("next", next == null ? null : word(next));
        told.put(
                "owed_open",
                complaint.owedOpen().stream().map(each -> each.element()).toList());
        return told;
    }

    /** The step to be done next, or null when there is none. */
    static @Nullable PartingStep next(Complaint complaint) {
        Complaint.PartingState parting = complaint.parting();
        if (parting == null || parting.confirmedBy() == null) {
            return null;
        }
        return Arrays.stream(PartingStep.values())
                .filter(step -> !parting.done().contains(step))
                .findFirst()
                .orElse(null);
    }

    static Map<String, Object> of(PartingBurdens.Group group, Burden burden) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("group", group.stableName());
        told.put("in_group", of(burden.group()));
        told.put("others", of(burden.others()));
        told.put("finding", word(burden.finding()));
        return told;
    }

    private static Map<String, Object> of(Rate rate) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("cases", rate.all());
        told.put("parted", rate.hits());
        told.put("share", rate.share());
        told.put("low", rate.low());
        told.put("high", rate.high());
        return told;
    }

    static Map<String, @Nullable Object> of(Suppressions.Suppression each) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("customer", "erased".equals(each.liftedBecause()) ? null : each.customer());
        told.put("brand", each.brand().isEmpty() ? null : each.brand());
        told.put("suppressed", each.liftedAt() == null);
        told.put("since", each.since());
        told.put("lifted_at", each.liftedAt());
        told.put("lifted_because", each.liftedBecause());
        told.put("case", each.reference());
        told.put("cursor", Long.toString(each.change()));
        return told;
    }

    static Map<String, @Nullable Object> of(PartingLedger.Line line) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("case", line.reference());
        told.put("customer", line.customer());
        told.put("brand", line.brand().isEmpty() ? null : line.brand());
        told.put("standing", line.standing().stableName());
        told.put("proposed_at", line.proposedAt());
        told.put("cooling_off_until", line.coolingOffUntil());
        told.put("steps_done", line.done());
        return told;
    }

    static Map<String, @Nullable Object> of(SilenceWatch.Breach breach) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("customer", breach.customer());
        told.put("brand", breach.brand().isEmpty() ? null : breach.brand());
        told.put("event", breach.eventId());
        told.put("type", breach.type());
        told.put("at", breach.at());
        told.put("seen_at", breach.seenAt());
        return told;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static PartingStep step(@Nullable String name) {
        for (PartingStep step : PartingStep.values()) {
            if (word(step).equals(name)) {
                return step;
            }
        }
        throw Problem.invalid(
                "step",
                name == null ? "missing" : "\"" + name + "\"",
                "Write one of %s."
                        .formatted(Arrays.stream(PartingStep.values())
                                .map(PartingAnswer::word)
                                .toList()));
    }
}
