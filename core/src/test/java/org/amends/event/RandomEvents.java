package org.amends.event;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.amends.money.Money;

/** Seeded events of every type, with whatever may be absent absent now and then. */
final class RandomEvents {

    private static final List<String> WORDS = List.of(
            "late_delivery", "a", "Ünï cödé", "with, comma \"and\" quotes", "line\nbreak", "{\"json\": 1}", "42");
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "XXX", "USD");

    private final SplittableRandom random;

    RandomEvents(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Event next(EventType type) {
        EventHeader header = new EventHeader(
                new EventId("e" + random.nextInt(1_000_000)),
                new CustomerId(word()),
                maybeWord(),
                Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextInt(1_000_000_000)));
        return switch (type) {
            case PURCHASE -> new Event.Purchase(header, maybeWord(), maybeMoney(), maybeWord());
            case PURCHASE_CANCELLED -> new Event.PurchaseCancelled(header, maybeWord(), maybeMoney());
            case RETURN -> new Event.Return(header, maybeWord(), maybeMoney(), maybeWord());
            case VISIT -> new Event.Visit(header, maybeWord());
            case ENGAGEMENT -> new Event.Engagement(header, maybeWord());
            case MEMBERSHIP_CHANGED -> new Event.MembershipChanged(header, oneOf(Tier.values()));
            case ATTENTION_GIVEN -> new Event.AttentionGiven(header, maybeWord());
            case FAILURE ->
                new Event.Failure(
                        header,
                        maybeWord(),
                        FailureKind.LONG_WAIT,
                        maybeUnit(),
                        maybeMoney(),
                        maybeBool(),
                        maybeBool());
            case COMPLAINT ->
                new Event.Complaint(
                        header,
                        maybeWord(),
                        random.nextBoolean() ? FailureKind.SAFETY : null,
                        maybeUnit(),
                        maybeMoney(),
                        oneOf(Want.values()),
                        oneOf(Hostility.values()));
            case CONTACT -> new Event.Contact(header, maybeWord(), maybeWord());
            case REPLY_SENT -> new Event.ReplySent(header, maybeWord(), oneOf(ReplyKind.values()));
            case REMEDY_GIVEN -> new Event.RemedyGiven(header, maybeWord(), word(), maybeMoney(), maybeUnit());
            case ISSUE_RESOLVED -> new Event.IssueResolved(header, maybeWord());
            case PROMISE_MADE ->
                new Event.PromiseMade(header, word(), maybeWord(), random.nextBoolean() ? header.time() : null);
            case PROMISE_KEPT -> new Event.PromiseKept(header, word());
            case PROMISE_BROKEN -> new Event.PromiseBroken(header, word(), maybeUnit());
            case FEEDBACK -> new Event.Feedback(header, maybeWord(), random.nextDouble());
            case COMPETITOR_SIGNAL -> new Event.CompetitorSignal(header, maybeWord(), random.nextDouble());
            case PREFERENCE_STATED ->
                new Event.PreferenceStated(
                        header,
                        word(),
                        oneOf(PreferenceSource.values()),
                        random.nextBoolean() ? header.time() : null,
                        random.nextBoolean() ? header.time().plusSeconds(1) : null);
            case PREFERENCE_WITHDRAWN -> new Event.PreferenceWithdrawn(header, word());
            case PREFERENCE_VIOLATED -> new Event.PreferenceViolated(header, maybeWord(), maybeWord(), maybeUnit());
            case ADVOCACY -> new Event.Advocacy(header, maybeWord());
            case PUBLIC_CRITICISM -> new Event.PublicCriticism(header, maybeWord(), random.nextDouble());
            case DEPARTURE_ANNOUNCED -> new Event.DepartureAnnounced(header, maybeWord());
            case DEPARTED -> new Event.Departed(header, maybeWord());
            case PARTED -> new Event.Parted(header);
            case RETURNED -> new Event.Returned(header);
            case ERASED -> new Event.Erased(header);
        };
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String maybeWord() {
        return random.nextBoolean() ? word() : null;
    }

    private Money maybeMoney() {
        return random.nextBoolean()
                ? new Money(
                        Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size()))),
                        random.nextLong(0, 1L << random.nextInt(1, 62)))
                : null;
    }

    private Double maybeUnit() {
        return random.nextBoolean() ? random.nextDouble() : null;
    }

    private Boolean maybeBool() {
        return random.nextBoolean() ? random.nextBoolean() : null;
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
