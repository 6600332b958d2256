package org.amends.server.parting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.Complaint;
import org.amends.complaint.PartingStep;
import org.amends.server.access.BrandScope;
import org.amends.server.complaint.CaseListener;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps in step with cases which partings are on their way, and of each case on whom a parting would fall. */
@Component
final class PartingLedger implements CaseListener {

    private final JdbcClient database;
    private final Suppressions suppressions;

    PartingLedger(JdbcClient database, Suppressions suppressions) {
        this.database = database;
        this.suppressions = suppressions;
    }

    /** Where a parting stands. */
    enum Standing {
        PROPOSED,
        COOLING_OFF,
        DONE,
        CALLED_OFF;

        String stableName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One parting, in a list. */
    record Line(
            String reference,
            String customer,
            String brand,
            String subject,
            Standing standing,
            Instant proposedAt,
            @Nullable Instant coolingOffUntil,
            int done) {}

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        boolean parting = false;
        boolean ground = false;
        for (CaseEvent event : happened) {
            boolean ofParting = event instanceof CaseEvent.PartingProposed
                    || event instanceof CaseEvent.PartingConfirmed
                    || event instanceof CaseEvent.PartingStepDone
                    || event instanceof CaseEvent.PartingCalledOff;
            boolean turns = event instanceof CaseEvent.Closed
                    || event instanceof CaseEvent.MergedInto
                    || event instanceof CaseEvent.Reopened;
            parting |= ofParting || (turns && after.complaint().parting() != null);
            ground |= ofParting
                    || event instanceof CaseEvent.Opened
                    || event instanceof CaseEvent.Assessed
                    || event instanceof CaseEvent.ElementDone;
            if (event instanceof CaseEvent.PartingStepDone step && step.step() == PartingStep.SILENCE) {
                Complaint complaint = after.complaint();
                suppressions.begin(
                        new PartingMessages.About(after.relationship(), complaint.brand(), complaint.customer()),
                        after.id(),
                        complaint.reference(),
                        event.header().at());
            }
        }
        if (parting) {
            keep(after, happened.getLast().header().at());
        }
        if (ground) {
            keepGround(after);
        }
    }

    private void keep(KeptCase kept, Instant now) {
        Complaint.PartingState state = kept.complaint().parting();
        if (state == null) {
            int ignored = database.sql("update parting set standing = 'called_off', ended_at = ? where complaint = ?")
                    .param(now.atOffset(ZoneOffset.UTC))
                    .param(kept.id())
                    .update();
            return;
        }
        boolean done = state.done().contains(PartingStep.SILENCE);
        Standing standing = standing(kept.complaint(), state);
        int ignored = database.sql("""
                        insert into parting (complaint, relationship, brand, standing, proposed_at, proposed_by, confirmed_at,
                            confirmed_by, cooling_off_until, done, ended_at)
                        values (:complaint, :relationship, :brand, :standing, :proposed, :by, :confirmed, :second, :until, :done,
                            :ended)
                        on conflict (complaint) do update set standing = excluded.standing, proposed_at = excluded.proposed_at,
                            proposed_by = excluded.proposed_by, confirmed_at = excluded.confirmed_at,
                            confirmed_by = excluded.confirmed_by, cooling_off_until = excluded.cooling_off_until,
                            done = excluded.done, ended_at = excluded.ended_at""")
                .param("complaint", kept.id())
                .param("relationship", kept.relationship())
                .param("brand", kept.complaint().brand())
                .param("standing", standing.stableName())
                .param("proposed", utc(moment(kept, CaseEvent.PartingProposed.class)))
                .param("by", state.proposedBy())
                .param(
                        "confirmed",
                        state.confirmedBy() == null ? null : utc(moment(kept, CaseEvent.PartingConfirmed.class)))
                .param("second", state.confirmedBy())
                .param("until", utc(state.coolingOffUntil()))
                .param("done", state.done().stream().map(PartingStep::name).toArray(String[]::new))
                .param("ended", done ? utc(now) : null)
                .update();
    }

    /** A case that was closed in another way parts from nobody. */
    private static Standing standing(Complaint complaint, Complaint.PartingState state) {
        if (state.done().contains(PartingStep.SILENCE)) {
            return Standing.DONE;
        }
        if (!complaint.open()) {
            return Standing.CALLED_OFF;
        }
        return state.confirmedBy() == null ? Standing.PROPOSED : Standing.COOLING_OFF;
    }

    /** When the latest event of a kind happened. */
    private static @Nullable Instant moment(KeptCase kept, Class<? extends CaseEvent> kind) {
        return kept.events().reversed().stream()
                .filter(kind::isInstance)
                .map(event -> event.header().at())
                .findFirst()
                .orElse(null);
    }

    private void keepGround(KeptCase kept) {
        Complaint complaint = kept.complaint();
        double given = 0;
        for (CaseEvent event : kept.events()) {
            if (event instanceof CaseEvent.ElementDone done && done.amount() != null) {
                given += done.amount().toDecimal().doubleValue();
            }
        }
        Complaint.PartingState parting = complaint.parting();
        int ignored = database.sql("""
                        insert into parting_ground (complaint, brand, opened_at, language, vulnerable, tenure_days, given, parted)
                        values (:complaint, :brand, :opened, :language, :vulnerable,
                            (select greatest(0, extract(epoch from :opened::timestamptz - first_seen) / 86400)::integer
                                from diagnosis where relationship = :relationship), :given, :parted)
                        on conflict (complaint) do update set vulnerable = excluded.vulnerable, given = excluded.given,
                            tenure_days = coalesce(parting_ground.tenure_days, excluded.tenure_days), parted = excluded.parted""")
                .param("complaint", kept.id())
                .param("brand", complaint.brand())
                .param("opened", utc(complaint.openedAt()))
                .param("language", complaint.language())
                .param("vulnerable", complaint.assessment().vulnerable())
                .param("relationship", kept.relationship())
                .param("given", given)
                .param("parted", parting != null && parting.confirmedBy() != null)
                .update();
    }

    /** Partings, the latest proposal first. */
    List<Line> newest(BrandScope seen, int most) {
        return database.sql("""
                        select c.reference, c.customer, p.brand, c.subject, p.standing, p.proposed_at, p.cooling_off_until, p.done
                        from parting p join complaint c on c.id = p.complaint
                        where (:brands::text[] is null or p.brand = any (:brands))
                        order by p.proposed_at desc, p.complaint desc limit :most""")
                .param("brands", seen.names())
                .param("most", most)
                .query(PartingLedger::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        OffsetDateTime until = row.getObject("cooling_off_until", OffsetDateTime.class);
        return new Line(
                row.getString("reference"),
                row.getString("customer"),
                row.getString("brand"),
                row.getString("subject"),
                Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.getObject("proposed_at", OffsetDateTime.class))
                        .toInstant(),
                until == null ? null : until.toInstant(),
                ((Object[]) row.getArray("done").getArray()).length);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
