package org.amends.server.customer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.EventType;
import org.amends.event.RowReading;
import org.amends.format.event.EventData;
import org.amends.format.event.EventLimits;
import org.amends.preference.Preference;
import org.amends.preference.PreferenceBook;
import org.amends.preference.StatedPreference;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.amends.store.log.IncomingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a customer stated: to be seen, corrected and withdrawn. Each change is an event in the log. */
@Component
public final class CustomerPreferences {

    /** The customer themselves, as the audit log names them. */
    private static final String OWN = "customer";

    /** Of a relationship, and of those merged into it. */
    private static final String EVENTS = """
            with recursive member(id) as (
                select :relationship::bigint
                union
                select r.id from member join relationship r on r.merged_into = member.id)
            select event_id, type, occurred_at, data from event
            where relationship in (select id from member)
              and type in ('preference_stated', 'preference_withdrawn', 'erased')""";

    private final Customers customers;
    private final LogLock log;
    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    CustomerPreferences(
            Customers customers,
            LogLock log,
            JdbcClient database,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.customers = customers;
        this.log = log;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A statement as it comes in, not yet understood.
     *
     * @param preference in the words of whoever states it
     * @param statedBy {@code customer}, {@code agent} or {@code import}; null for the customer
     * @param validFrom a time; null for now
     * @param validUntil a time; null without end
     */
    public record Statement(
            String preference,
            @Nullable String statedBy,
            @Nullable String validFrom,
            @Nullable String validUntil) {}

    /** Whose preferences somebody asked for, and what they are. */
    record Known(KeptCustomer customer, PreferenceBook book) {}

    /**
     * Everything stated in the events that are folded into this relationship.
     *
     * @param relationship the store's own number; of one that was merged into another, only what came under its own name
     */
    public PreferenceBook book(long relationship) {
        return PreferenceBook.of(events(relationship));
    }

    private List<Event> events(long relationship) {
        return database
                .sql(EVENTS)
                .param("relationship", relationship)
                .query((row, number) -> EventRowReader.read(EventData.read(
                        row.getString("data"),
                        row.getString("event_id"),
                        // Merged relationships are of one person, whatever their events are called.
                        Long.toString(relationship),
                        null,
                        Objects.requireNonNull(row.getObject("occurred_at", OffsetDateTime.class))
                                .toInstant(),
                        row.getString("type"))))
                .list()
                .stream()
                .filter(RowReading.Accepted.class::isInstance)
                .map(accepted -> ((RowReading.Accepted) accepted).event())
                .toList();
    }

    /**
     * What is known of this customer.
     *
     * @throws Problem when there is none that the caller may see, when there are several, or when they are restricted
     */
    Known known(String customer, @Nullable String brand, Caller caller) {
        KeptCustomer survivor =
                customers.survivor(named(customer, brand, caller.brands()).id());
        if (survivor.restricted()) {
            throw new Problem(
                            HttpStatus.FORBIDDEN,
                            "customer-restricted",
                            "The customer is restricted",
                            "Customer \"%s\" asked that their data be stored and not used.".formatted(customer))
                    .with("remedy", "Lift the restriction first, where the person agrees.");
        }
        return new Known(survivor, book(survivor.id()));
    }

    private KeptCustomer named(String customer, @Nullable String brand, BrandScope seen) {
        List<KeptCustomer> named = customers.named(customer, brand, seen);
        if (named.size() > 1) {
            throw Problem.invalid("brand", "missing", "The customer has relationships with several brands: name one.")
                    .with("brands", named.stream().map(KeptCustomer::brand).toList());
        }
        return named.getFirst();
    }

    /**
     * Adds a statement, which replaces an earlier one about the same.
     *
     * @throws Problem when the customer is not known, or the statement cannot be kept
     */
    public Preference state(String customer, @Nullable String brand, Statement statement, Caller caller) {
        return state(statement, caller.actor(), () -> named(customer, brand, caller.brands()));
    }

    /**
     * The same by the customer themselves.
     *
     * @throws Problem when the statement cannot be kept
     */
    public Preference stateOwn(String customer, String brand, String preference) {
        return state(
                new Statement(preference, "customer", null, null), OWN, () -> named(customer, brand, BrandScope.ALL));
    }

    private Preference state(Statement statement, String actor, Supplier<KeptCustomer> whose) {
        if (statement.preference().isBlank()) {
            throw Problem.invalid("preference", "empty", "Write what the customer needs or wishes.");
        }
        if ("purchases".equalsIgnoreCase(statement.statedBy())) {
            throw Problem.invalid(
                    "stated_by", "\"purchases\"", "What purchases suggest, nobody stated. Send it as an event.");
        }
        StatedPreference value = StatedPreference.read(statement.preference());
        Map<String, String> attributes = new HashMap<>();
        put(attributes, "stated_by", statement.statedBy());
        put(attributes, "valid_from", statement.validFrom());
        put(attributes, "valid_until", statement.validUntil());
        if (!value.text().equals(statement.preference())) {
            attributes.put("text", statement.preference());
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            KeptCustomer named = whose.get();
            EventRow row = row(named, EventType.PREFERENCE_STATED, value.text(), attributes);
            Event event = append(row, lasting(row));
            Preference stated = PreferenceBook.of(List.of(event)).history().getFirst();
            audit.record(
                    actor,
                    "preference.stated",
                    named.subject(),
                    Map.of("preference", value.text(), "event", stated.event().value()));
            return stated;
        }));
    }

    /**
     * Takes a statement back. A need may be taken back that nobody stated: purchases suggest it no more then.
     *
     * @throws Problem when the customer is not known, or nothing like it was stated
     */
    public void withdraw(String customer, @Nullable String brand, String preference, Caller caller) {
        withdraw(preference, caller.actor(), () -> named(customer, brand, caller.brands()));
    }

    /** The same by the customer themselves. */
    public void withdrawOwn(String customer, String brand, String preference) {
        withdraw(preference, OWN, () -> named(customer, brand, BrandScope.ALL));
    }

    private void withdraw(String preference, String actor, Supplier<KeptCustomer> whose) {
        if (preference.isBlank()) {
            throw Problem.invalid("preference", "empty", "Name what the customer takes back.");
        }
        StatedPreference value = StatedPreference.read(preference);
        transaction.executeWithoutResult(status -> {
            KeptCustomer named = whose.get();
            Set<String> spellings = spellings(customers.survivor(named.id()).id(), value);
            if (spellings.isEmpty() && !(value instanceof StatedPreference.OfNeed)) {
                throw Problem.notFound("preference", preference);
            }
            spellings.add(value.text());
            for (String spelling : spellings) {
                EventRow row = row(named, EventType.PREFERENCE_WITHDRAWN, spelling, Map.of());
                Event ignored = append(row, read(row));
            }
            audit.record(actor, "preference.withdrawn", named.subject(), Map.of("preference", value.text()));
        });
    }

    /** How this value was written when it was stated: states know statements by their words. */
    private Set<String> spellings(long relationship, StatedPreference value) {
        Set<String> spellings = new TreeSet<>();
        for (Event event : events(relationship)) {
            if (event instanceof Event.PreferenceStated stated
                    && StatedPreference.read(stated.preference()).text().equalsIgnoreCase(value.text())) {
                spellings.add(stated.preference());
            }
        }
        return spellings;
    }

    private EventRow row(KeptCustomer customer, EventType type, String kind, Map<String, String> attributes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new EventRow(
                "preference-" + UUID.randomUUID(),
                customer.customer(),
                customer.brand().isEmpty() ? null : customer.brand(),
                now,
                type.stableName(),
                null,
                null,
                null,
                kind,
                null,
                attributes);
    }

    private Event append(EventRow row, Event event) {
        var ignored = log.append(List.of(IncomingEvent.of(row, event)));
        return event;
    }

    private static Event read(EventRow row) {
        RowReading.Rejected beyond = EventLimits.exceeded(row);
        RowReading reading = beyond != null ? beyond : EventRowReader.read(row);
        return switch (reading) {
            case RowReading.Rejected(String column, String reason, String remedy) ->
                throw Problem.invalid(column.equals("kind") ? "preference" : column, "refused: " + reason, remedy);
            case RowReading.UnknownType unknown -> throw new IllegalStateException(unknown.type());
            case RowReading.Accepted(Event event) -> event;
        };
    }

    /** What never holds would silently end what was stated before. */
    private static Event lasting(EventRow row) {
        Event event = read(row);
        if (event instanceof Event.PreferenceStated stated
                && stated.validUntil() != null
                && !stated.validUntil().isAfter(stated.time())) {
            throw Problem.invalid(
                    "valid_until",
                    stated.validUntil().toString(),
                    "That has passed. To end what was stated, withdraw it.");
        }
        return event;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            attributes.put(name, value.strip());
        }
    }
}
