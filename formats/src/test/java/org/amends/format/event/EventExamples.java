package org.amends.format.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.EventType;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.PreferenceSource;
import org.amends.event.ReplyKind;
import org.amends.event.Tier;
import org.amends.event.Want;
import org.amends.money.Money;

/** One event of every type, with every column that it can have. */
final class EventExamples {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Money EUR_12_50 = new Money(Currency.getInstance("EUR"), 1250);

    private EventExamples() {}

    static Event of(EventType type) {
        EventHeader header = new EventHeader(new EventId("e-1"), new CustomerId("c-7"), "north", NOON);
        return switch (type) {
            case PURCHASE -> new Event.Purchase(header, "order-1", EUR_12_50, "books");
            case PURCHASE_CANCELLED -> new Event.PurchaseCancelled(header, "order-1", EUR_12_50);
            case RETURN -> new Event.Return(header, "order-1", EUR_12_50, "too small");
            case VISIT -> new Event.Visit(header, "cancel_page");
            case ENGAGEMENT -> new Event.Engagement(header, "review");
            case MEMBERSHIP_CHANGED -> new Event.MembershipChanged(header, Tier.GOLD);
            case ATTENTION_GIVEN -> new Event.AttentionGiven(header, "thanks");
            case FAILURE ->
                new Event.Failure(header, "order-1", FailureKind.LATE_DELIVERY, 0.4, EUR_12_50, true, false);
            case COMPLAINT ->
                new Event.Complaint(
                        header,
                        "order-1",
                        FailureKind.LATE_DELIVERY,
                        0.5,
                        EUR_12_50,
                        Want.BOTH,
                        Hostility.CONTEMPTUOUS);
            case CONTACT -> new Event.Contact(header, "order-1", "telephone");
            case REPLY_SENT -> new Event.ReplySent(header, "order-1", ReplyKind.EXPLANATION);
            case REMEDY_GIVEN -> new Event.RemedyGiven(header, "order-1", "refund", EUR_12_50, 0.9);
            case ISSUE_RESOLVED -> new Event.IssueResolved(header, "order-1");
            case PROMISE_MADE -> new Event.PromiseMade(header, "promise-1", "order-1", NOON.plusSeconds(86_400));
            case PROMISE_KEPT -> new Event.PromiseKept(header, "promise-1");
            case PROMISE_BROKEN -> new Event.PromiseBroken(header, "promise-1", 0.6);
            case FEEDBACK -> new Event.Feedback(header, "order-1", 0.75);
            case COMPETITOR_SIGNAL -> new Event.CompetitorSignal(header, "price_match", 0.8);
            case PREFERENCE_STATED ->
                new Event.PreferenceStated(
                        header, "vegetarian", PreferenceSource.AGENT, NOON, NOON.plus(Duration.ofDays(365)));
            case PREFERENCE_WITHDRAWN -> new Event.PreferenceWithdrawn(header, "vegetarian");
            case PREFERENCE_VIOLATED -> new Event.PreferenceViolated(header, "order-1", "vegetarian", 0.9);
            case ADVOCACY -> new Event.Advocacy(header, "recommended");
            case PUBLIC_CRITICISM -> new Event.PublicCriticism(header, "forum", 0.7);
            case DEPARTURE_ANNOUNCED -> new Event.DepartureAnnounced(header, "service");
            case DEPARTED -> new Event.Departed(header, "price");
            case PARTED -> new Event.Parted(header);
            case RETURNED -> new Event.Returned(header);
            case ERASED -> new Event.Erased(header);
        };
    }
}
