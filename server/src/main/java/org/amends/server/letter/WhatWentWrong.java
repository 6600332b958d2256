package org.amends.server.letter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.amends.complaint.CasePromise;
import org.amends.complaint.Complaint;
import org.amends.event.FailureKind;
import org.amends.failure.Episode;
import org.amends.language.letter.Completeness;
import org.amends.money.Money;
import org.amends.relationship.Relationship;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The failures that a letter about a case names: by their days where the history knows them, else as the customer told them. */
@Component
final class WhatWentWrong {

    /** What failed before that is what the complaint is about, no older matter of the same kind. */
    private static final Duration ABOUT = Duration.ofDays(90);

    private final JsonMapper json = new JsonMapper();
    private final Messages messages;

    WhatWentWrong(Messages messages) {
        this.messages = messages;
    }

    /**
     * In the form of a letter's case.
     *
     * @param admitted whether the letter says that it was the company's doing; else nothing is stated that only the customer says
     */
    ArrayNode of(KeptCase kept, @Nullable Relationship relationship, ZoneId zone, boolean admitted) {
        ArrayNode failures = json.createArrayNode();
        List<FailureKind> untold = new ArrayList<>(kept.complaint().assessment().failures());
        if (relationship != null) {
            for (Episode episode : relationship.episodes()) {
                FailureKind kind = episode.kind();
                if (kind != null && isKnown(episode, kept.complaint())) {
                    failures.addObject()
                            .put("kind", kind.name())
                            .put("date", episode.at().atZone(zone).toLocalDate().toString());
                    boolean ignored = untold.remove(kind);
                }
            }
        }
        ArrayNode broken = brokenPromises(kept.complaint(), zone);
        if (!broken.isEmpty()) {
            boolean ignored = untold.remove(FailureKind.BROKEN_PROMISE);
        }
        if (admitted) {
            addTold(failures, untold, kept);
        }
        return failures.addAll(broken);
    }

    private static boolean isKnown(Episode episode, Complaint complaint) {
        Instant opened = complaint.openedAt();
        boolean onlySaid = episode.voice() != null && episode.voice().at().equals(episode.at());
        return complaint.assessment().failures().contains(episode.kind())
                && !onlySaid
                && !episode.at().isAfter(opened)
                && episode.at().isAfter(opened.minus(ABOUT));
    }

    /** What the history does not know, without a day; the chief failure with the order that the customer named and the sum. */
    private void addTold(ArrayNode failures, List<FailureKind> untold, KeptCase kept) {
        List<FailureKind> said = kept.complaint().assessment().failures();
        for (FailureKind kind : untold) {
            if (!Completeness.KNOWN_KINDS.contains(kind)) {
                continue;
            }
            ObjectNode failure = failures.addObject().put("kind", kind.name());
            if (kind.equals(said.getFirst())) {
                String order = onlyOrder(kept);
                Money loss = kept.complaint().assessment().loss();
                if (order != null) {
                    failure.put("order", order);
                }
                if (loss != null && kind.equals(FailureKind.BILLING_ERROR)) {
                    JsonNode ignored = failure.set("amount", PlannedRemedies.money(json, loss));
                }
            }
        }
    }

    /** The one reference of an order in the message that the case was opened with; null where it names none, or several. */
    private @Nullable String onlyOrder(KeptCase kept) {
        List<String> orders = messages.ofCase(kept.id()).stream()
                .filter(message -> message.direction() == KeptMessage.Direction.IN)
                .map(KeptMessage::reading)
                .filter(Objects::nonNull)
                .findFirst()
                .map(this::orders)
                .orElse(List.of());
        return orders.size() == 1 ? orders.getFirst() : null;
    }

    private List<String> orders(String reading) {
        try {
            List<String> orders = new ArrayList<>();
            json.readTree(reading).path("facts").path("order_refs").forEach(order -> orders.add(order.asString("")));
            return orders;
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }

    private ArrayNode brokenPromises(Complaint complaint, ZoneId zone) {
        ArrayNode failures = json.createArrayNode();
        for (CasePromise promise : complaint.promises()) {
            Instant settled = promise.settledAt();
            if (settled != null && !promise.kept()) {
                String due = promise.due().atZone(zone).toLocalDate().toString();
                failures.addObject()
                        .put("kind", FailureKind.BROKEN_PROMISE.name())
                        .put("date", due)
                        .put("promised", due)
                        .put("failed_recovery", true);
            }
        }
        return failures;
    }
}
