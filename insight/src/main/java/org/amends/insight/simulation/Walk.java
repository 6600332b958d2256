package org.amends.insight.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.amends.event.CustomerId;
import org.amends.event.Event;
import org.amends.event.EventHeader;
import org.amends.event.EventId;
import org.amends.money.Money;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * One customer's life as it goes by: what is still to come, what has been told, and where things stand. Confined to one
 * thread. Times are seconds since 1970, UTC.
 */
final class Walk {

    static final long DAY = 86_400;
    static final long HOUR = 3_600;

    /** Something still to come; of two at one second, the one planned first comes first. */
    private record Moment(long at, int order, Runnable happening) {}

    private static final Comparator<Moment> IN_TURN =
            Comparator.comparingLong(Moment::at).thenComparingInt(Moment::order);

    final Scenario scenario;
    final Policy policy;
    final CommonCauses causes;
    final Traits who;
    final long from;
    final long to;
    final List<Wound> wounds = new ArrayList<>();

    /** Whether the customer has stopped being one. */
    boolean left;

    /** Whether the company was told so. */
    boolean saidGoodbye;

    private final CustomerId customer;
    private final List<Told> told = new ArrayList<>();
    private final PriorityQueue<Moment> agenda = new PriorityQueue<>(IN_TURN);
    private int planned;
    private long now;

    Walk(Scenario scenario, Policy policy, CommonCauses causes, CustomerId customer, Traits who, long from, long to) {
        this.scenario = scenario;
        this.policy = policy;
        this.causes = causes;
        this.customer = customer;
        this.who = who;
        this.from = from;
        this.to = to;
    }

    /** Plans a happening. What would come after the end is not planned; what would come in the past comes now. */
    void plan(long at, Runnable happening) {
        if (at < to) {
            agenda.add(new Moment(Math.max(at, now), planned++, happening));
        }
    }

    /** Plans a happening so many days from now. */
    void planIn(double days, Runnable happening) {
        plan(now + Math.max(1, (long) (days * DAY)), happening);
    }

    void run() {
        for (Moment next = agenda.poll(); next != null; next = agenda.poll()) {
            now = next.at();
            next.happening().run();
        }
    }

    long now() {
        return now;
    }

    double daysSince(long then) {
        return (now - then) / (double) DAY;
    }

    Instant instant() {
        return Instant.ofEpochSecond(now);
    }

    CustomerId customer() {
        return customer;
    }

    List<Told> told() {
        return told;
    }

    /** The header of the next event to be told. */
    EventHeader header() {
        return new EventHeader(new EventId(numbered("", told.size() + 1)), customer, null, instant());
    }

    /** A name within this customer's life, for example {@code order-c0000017-00003}: no two customers share one. */
    String numbered(String prefix, int number) {
        String digits = Integer.toString(number);
        return prefix + customer.value() + "-" + "000000".substring(Math.min(6, digits.length())) + digits;
    }

    void tell(Event event) {
        told.add(Told.silently(event));
    }

    void tell(Event event, @Nullable String text) {
        told.add(new Told(event, text, text == null ? null : who.language()));
    }

    /** Main units rounded to the minor unit. */
    Money money(double mainUnits) {
        int digits = scenario.currency().getDefaultFractionDigits();
        return new Money(scenario.currency(), Math.round(mainUnits * (digits == 0 ? 1 : 100)));
    }
}
