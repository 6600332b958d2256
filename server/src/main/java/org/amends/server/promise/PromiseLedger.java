package org.amends.server.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CasePromise;
import org.amends.promise.Pledge;
import org.amends.server.access.BrandScope;
import org.amends.server.complaint.CaseListener;
import org.amends.server.customer.PersonalData;
import org.amends.server.paging.PagePlace;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The promises of all cases, as their logs tell them. */
@Component
public final class PromiseLedger implements CaseListener, PersonalData {

    private final JdbcClient database;

    PromiseLedger(JdbcClient database) {
        this.database = database;
    }

    /**
     * A promise in the ledger.
     *
     * @param complaint the store's number of its case
     * @param reference of its case
     * @param customer to whom it was made
     * @param ownerName how people call who keeps it
     */
    public record Entry(
            long complaint, String reference, String customer, String brand, String ownerName, Pledge pledge) {

        /** Where a page ends that ends with this one. */
        Place place(boolean open) {
            Instant settled = pledge.promise().settledAt();
            return new Place(
                    open || settled == null ? pledge.promise().due() : settled,
                    complaint,
                    pledge.promise().id());
        }
    }

    /**
     * Which promises are wanted.
     *
     * @param owner who keeps them, or null for all
     * @param open whether those that are neither kept nor broken; otherwise those that are
     * @param dueBefore or null for all
     * @param after the one after which to go on, or null to begin
     */
    public record Wanted(
            @Nullable String owner,
            boolean open,
            @Nullable Instant dueBefore,
            BrandScope brands,
            @Nullable Place after) {}

    /** Where a page ends. */
    public record Place(Instant at, long complaint, String id) {

        private static final String LIST = "promises";

        /** As it stands in an address. */
        String text() {
            return PagePlace.encoded(LIST, at.toString(), Long.toString(complaint), id);
        }

        /**
         * The place that an address names.
         *
         * @throws Problem when it names none
         */
        static Place of(String text) {
            return PagePlace.decoded(
                    "after",
                    text,
                    LIST,
                    3,
                    values -> new Place(
                            PagePlace.storable(Instant.parse(values.getFirst())),
                            Long.parseLong(values.get(1)),
                            PagePlace.storable(values.getLast())));
        }
    }

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        Set<String> touched = new HashSet<>();
        for (CaseEvent event : happened) {
            if (event instanceof CaseEvent.PromiseMade it) {
                touched.add(it.promise());
            } else if (event instanceof CaseEvent.PromiseKept it) {
                touched.add(it.promise());
            } else if (event instanceof CaseEvent.PromiseBroken it) {
                touched.add(it.promise());
            }
        }
        if (!touched.isEmpty()) {
            Pledge.of(after.complaint(), after.events()).stream()
                    .filter(each -> touched.contains(each.promise().id()))
                    .forEach(each -> write(after, each));
        }
    }

    private void write(KeptCase kept, Pledge pledge) {
        CasePromise promise = pledge.promise();
        int ignored = database.sql("""
                        insert into promise (complaint, id, brand, what, element, owner, made_at, due_at, settled_at, kept, proof)
                        values (:complaint, :id, :brand, :what, :element, :owner, :made, :due, :settled, :kept, :proof)
                        on conflict (complaint, id) do update set what = excluded.what, element = excluded.element,
                            owner = excluded.owner, made_at = excluded.made_at, due_at = excluded.due_at,
                            settled_at = excluded.settled_at, kept = excluded.kept, proof = excluded.proof""")
                .param("complaint", kept.id())
                .param("id", promise.id())
                .param("brand", kept.complaint().brand())
                .param("what", promise.what())
                .param("element", promise.element())
                .param("owner", promise.owner())
                .param("made", utc(pledge.made()))
                .param("due", utc(promise.due()))
                .param("settled", utc(promise.settledAt()))
                .param("kept", promise.kept())
                .param("proof", promise.proof())
                .update();
    }

    /** Some of the ledger: open ones by when they are due, settled ones the latest first. */
    public List<Entry> list(Wanted wanted, int most) {
        String order = wanted.open() ? "p.due_at, p.complaint, p.id" : "p.settled_at desc, p.complaint, p.id";
        String page = wanted.open()
                ? "(p.due_at, p.complaint, p.id) > (:at, :complaint, :id)"
                : "(p.settled_at < :at or (p.settled_at = :at and (p.complaint, p.id) > (:complaint, :id)))";
        Place after = wanted.after();
        return database.sql(
                        "select p.*, c.reference, c.customer, n.name from promise p join complaint c on c.id = p.complaint"
                                + " left join person n on 'person:' || n.id::text = p.owner"
                                + " where p.settled_at is " + (wanted.open() ? "null" : "not null")
                                + " and (:owner::text is null or p.owner = :owner)"
                                + " and (:before::timestamptz is null or p.due_at < :before)"
                                + " and (:brands::text[] is null or p.brand = any (:brands))"
                                + " and (:first or " + page + ")"
                                + " order by " + order + " limit :most")
                .param("owner", wanted.owner())
                .param("before", utc(wanted.dueBefore()))
                .param("brands", wanted.brands().names())
                .param("first", after == null)
                .param("at", utc(after == null ? Instant.EPOCH : after.at()))
                .param("complaint", after == null ? 0L : after.complaint())
                .param("id", after == null ? "" : after.id())
                .param("most", most)
                .query((row, number) -> entry(row))
                .list();
    }

    /** Which of these promises, by their ids, are in the ledger. */
    public Set<String> known(Collection<String> ids) {
        return Set.copyOf(database.sql("select distinct id from promise where id = any (?)")
                .param(ids.stream().distinct().toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return new Entry(
                row.getLong("complaint"),
                text(row, "reference"),
                text(row, "customer"),
                text(row, "brand"),
                name == null ? text(row, "owner") : name,
                new Pledge(
                        new CasePromise(
                                text(row, "id"),
                                text(row, "what"),
                                row.getString("element"),
                                text(row, "owner"),
                                Objects.requireNonNull(moment(row, "due_at")),
                                moment(row, "settled_at"),
                                row.getBoolean("kept"),
                                row.getString("proof")),
                        Objects.requireNonNull(moment(row, "made_at"))));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        return database.sql("""
                        update promise set what = '', proof = case when proof is null then null else '' end
                        where complaint in (select id from complaint where customer = any (?))
                            and (what <> '' or proof <> '')""").param(customers.toArray(String[]::new)).update();
    }
}
