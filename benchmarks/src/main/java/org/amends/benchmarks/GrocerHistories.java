package org.amends.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.ReplyKind;
import org.amends.event.Want;
import org.amends.money.Money;

/** Made-up histories in order of time: nineteen of twenty events are purchases, the others a failure and what follows it. */
final class GrocerHistories {

    static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final List<FailureKind> KINDS =
            List.of(FailureKind.LATE_DELIVERY, FailureKind.WRONG_ITEM, FailureKind.BILLING_ERROR);

    private final SplittableRandom random = new SplittableRandom(20_260_301);
    private long serial;

    private GrocerHistories() {}

    /** So many customers, each with so many events. */
    static List<List<Event>> of(int customers, int events) {
        GrocerHistories maker = new GrocerHistories();
        List<List<Event>> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            histories.add(maker.history(new CustomerId("customer-" + i), events));
        }
        return histories;
    }

    private List<Event> history(CustomerId customer, int events) {
        List<Event> history = new ArrayList<>();
        long gapSeconds = random.nextLong(86_400, 86_400 * 14);
        Instant time = END.minusSeconds(gapSeconds * (events + 1));
        int step = 0;
        String ref = "order-" + serial;
        for (int i = 0; i < events; i++) {
            time = time.plusSeconds(random.nextLong(gapSeconds / 2, gapSeconds));
            EventHeader header = new EventHeader(new EventId("event-" + serial++), customer, null, time);
            if (i > 0 && random.nextInt(100) < 5) {
                history.add(other(header, ref, step++));
            } else {
                ref = "order-" + serial;
                history.add(new Event.Purchase(header, ref, euros(random.nextInt(500, 15_000)), "grocery"));
            }
        }
        return history;
    }

    /** What happens besides purchases, in the order of a complaint that is handled. */
    private Event other(EventHeader header, String ref, int step) {
        return switch (step % 6) {
            case 0 ->
                new Event.Failure(
                        header,
                        ref,
                        KINDS.get(random.nextInt(KINDS.size())),
                        random.nextInt(1, 10) / 10.0,
                        euros(random.nextInt(100, 5_000)),
                        null,
                        null);
            case 1 -> new Event.Complaint(header, ref, null, null, null, Want.ECONOMIC, Hostility.CALM);
            case 2 -> new Event.ReplySent(header, ref, ReplyKind.ANSWER);
            case 3 -> new Event.RemedyGiven(header, ref, "refund", euros(1_000), null);
            case 4 -> new Event.IssueResolved(header, ref);
            default -> new Event.AttentionGiven(header, "thank_you");
        };
    }

    private static Money euros(long cents) {
        return new Money(EURO, cents);
    }
}
