package org.amends.server.relationship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.event.ReplyKind;
import org.amends.money.Money;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.amends.relationship.RelationshipFold;
import org.jspecify.annotations.Nullable;

/**
 * What somebody imagines to happen now.
 *
 * @param answer the company answers the latest open matter
 * @param refund what it gives back for it, in the main unit of the customer's currency; 0 for nothing
 * @param resolve it closes everything open
 * @param attention it gives attention that sells nothing
 * @param buys the customer buys again
 * @param failure something goes wrong again: severity 0 to 1; 0 for nothing
 * @param breaksWord the company breaks a promise
 */
public record WhatIf(
        boolean answer,
        double refund,
        boolean resolve,
        boolean attention,
        boolean buys,
        double failure,
        boolean breaksWord) {

    private static final double WELL_DONE = 0.9;
    private static final double MOST_REFUNDED = 1_000_000_000;

    static WhatIf of(Map<String, String> parameters) {
        return new WhatIf(
                parameters.containsKey("answer"),
                number(parameters.get("refund"), MOST_REFUNDED),
                parameters.containsKey("resolve"),
                parameters.containsKey("attention"),
                parameters.containsKey("buys"),
                number(parameters.get("failure"), 1),
                parameters.containsKey("word"));
    }

    private static double number(@Nullable String text, double most) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        try {
            double number = Double.parseDouble(text.strip().replace(',', '.'));
            return Double.isFinite(number) ? Math.clamp(number, 0, most) : 0;
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    /** Whether anything is imagined. */
    public boolean any() {
        return answer || refund > 0 || resolve || attention || buys || failure > 0 || breaksWord;
    }

    /** The relationship after this has happened. */
    Relationship after(RelationshipFold fold, Relationship before, Instant now) {
        for (Event event : events(before, now)) {
            fold.apply(event);
        }
        return fold.relationship();
    }

    private List<Event> events(Relationship relationship, Instant now) {
        Instant at = now.isBefore(relationship.lastSeen()) ? relationship.lastSeen() : now;
        List<Event> events = new ArrayList<>();
        if (failure > 0) {
            events.add(new Event.Failure(
                    header(relationship, at, 1), null, FailureKind.LATE_DELIVERY, failure, null, null, null));
        }
        if (breaksWord) {
            events.add(new Event.PromiseBroken(header(relationship, at, 2), "what-if", null));
        }
        if (answer) {
            events.add(new Event.ReplySent(header(relationship, at, 3), null, ReplyKind.ANSWER));
        }
        if (refund > 0) {
            Purchases purchases = relationship.purchases();
            Money given = Money.of(
                    purchases == null || purchases.currency() == null ? Money.UNNAMED_CURRENCY : purchases.currency(),
                    java.math.BigDecimal.valueOf(refund));
            events.add(new Event.RemedyGiven(header(relationship, at, 4), null, "refund", given, WELL_DONE));
        }
        if (resolve) {
            events.add(new Event.IssueResolved(header(relationship, at, 5), null));
        }
        if (attention) {
            events.add(new Event.AttentionGiven(header(relationship, at, 6), null));
        }
        if (buys) {
            events.add(new Event.Purchase(header(relationship, at, 7), null, null, null));
        }
        return events;
    }

    /** Each a microsecond after the one before, so that their order does not depend on their ids. */
    private static EventHeader header(Relationship relationship, Instant at, int number) {
        return new EventHeader(
                new EventId("what-if-" + number),
                relationship.customer(),
                relationship.brand(),
                at.plusNanos(1_000L * number));
    }
}
