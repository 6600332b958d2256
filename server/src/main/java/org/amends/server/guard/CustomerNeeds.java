package org.amends.server.guard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.format.event.EventData;
import org.amends.guard.substitution.Purchase;
import org.amends.preference.Need;
import org.amends.preference.Preference;
import org.amends.preference.PreferenceBook;
import org.amends.preference.PreferenceHint;
import org.amends.preference.StatedPreference;
import org.amends.server.access.BrandScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads from the log what a customer stated and what their purchases name. A person who deals with several brands has the same
 * needs with each, so all relationships count that the caller may see. It is read anew each time: what was stated a moment ago
 * holds.
 */
@Component
class CustomerNeeds {

    /** A purchase names what was bought by this attribute of its event. */
    static final String PRODUCT = "product";

    private static final int MOST_PURCHASES = 2_000;

    /** All relationships with one person, however they were merged, as {@code same}. */
    static final String SAME = """
            with recursive same (id, merged_into) as (
                select id, merged_into from relationship where customer = :customer
                union
                select r.id, r.merged_into from same join relationship r on r.merged_into = same.id or r.id = same.merged_into)
            """;

    private static final String SAME_PERSON = SAME + """
            select id, brand, restricted from relationship where id in (select id from same) order by id""";

    private static final String STATED = """
            select occurred_at, event_id, type, data from event
            where relationship = any (:members)
                and type in ('preference_stated', 'preference_withdrawn', 'erased')""";

    private static final String BOUGHT = """
            select occurred_at, event_id, type, data from event
            where relationship = any (:members) and type = 'purchase' and data like '%"product"%'
            order by occurred_at desc limit :most""";

    private final JdbcClient database;
    private final InstantSource clock;

    CustomerNeeds(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Member(long id, String brand, boolean restricted) {}

    /** What is known of this customer, of brands that the caller may see. */
    KnownCustomer of(String customer, BrandScope seen) {
        List<Member> members = database
                .sql(SAME_PERSON)
                .param("customer", customer)
                .query((row, number) -> new Member(row.getLong(1), row.getString(2), row.getBoolean(3)))
                .list()
                .stream()
                .filter(member -> seen.includes(member.brand()))
                .toList();
        if (members.isEmpty() || members.stream().anyMatch(Member::restricted)) {
            return new KnownCustomer.Unknown();
        }
        Long[] ids = members.stream().map(Member::id).toArray(Long[]::new);
        Instant now = clock.instant();
        PreferenceBook book = PreferenceBook.of(
                events(database.sql(STATED).param("members", ids).query((row, number) -> columns(row, customer))));
        List<StatedPreference> stated =
                book.holding(now).stream().map(Preference::value).toList();
        List<Need> suggested = new ArrayList<>();
        for (PreferenceHint hint : book.hints(now)) {
            if (hint.value() instanceof StatedPreference.OfNeed(Need need)) {
                suggested.add(need);
            }
        }
        String brand = members.stream().map(Member::brand).distinct().count() == 1
                ? members.getFirst().brand()
                : "";
        return new KnownCustomer.Found(members.getFirst().id(), brand, stated, suggested, bought(ids, customer));
    }

    private List<Purchase> bought(Long[] members, String customer) {
        List<Purchase> bought = new ArrayList<>();
        database.sql(BOUGHT)
                .param("members", members)
                .param("most", MOST_PURCHASES)
                .query((row, number) -> columns(row, customer))
                .list()
                .forEach(row -> {
                    String product = row.attributes().get(PRODUCT);
                    if (product != null && !product.isBlank()) {
                        bought.add(new Purchase(product, row.kind(), 1));
                    }
                });
        return bought;
    }

    private static List<Event> events(JdbcClient.MappedQuerySpec<EventRow> rows) {
        List<Event> events = new ArrayList<>();
        for (EventRow row : rows.list()) {
            if (EventRowReader.read(row) instanceof RowReading.Accepted(Event event)) {
                events.add(event);
            }
        }
        return events;
    }

    /** As of one customer and without a brand, since all are of the same person. */
    private static EventRow columns(ResultSet row, String customer) throws SQLException {
        OffsetDateTime at = Objects.requireNonNull(row.getObject("occurred_at", OffsetDateTime.class));
        return EventData.read(
                row.getString("data"),
                row.getString("event_id"),
                customer,
                null,
                at.toInstant(),
                row.getString("type"));
    }
}
