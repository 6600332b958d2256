package org.amends.server.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.amends.relationship.Standing;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.server.diagnosis.Replay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works out how things stood before anybody watched: all histories are replayed and diagnosed at past moments, so that trends
 * reach back half a year from the first day on. It goes on in a thread of its own, apart from requests and from the watch, and
 * begins anew when much history arrives later, as an import brings it.
 */
@Component
class PastPictures {

    private static final Logger LOG = LoggerFactory.getLogger(PastPictures.class);

    private static final int AT_A_TIME = 500;
    private static final long MANY_EVENTS = 1_000;
    private static final int MOST_CHANGES = 200_000;

    private final WatchTable cursors;
    private final PastHistories histories;
    private final DailyPictures pictures;
    private final DiagnosisTable diagnoses;
    private final DiagnosisInForce inForce;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final AtomicBoolean busy = new AtomicBoolean();

    PastPictures(
            WatchTable cursors,
            PastHistories histories,
            DailyPictures pictures,
            DiagnosisTable diagnoses,
            DiagnosisInForce inForce,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.cursors = cursors;
        this.histories = histories;
        this.pictures = pictures;
        this.diagnoses = diagnoses;
        this.inForce = inForce;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Nobody waits for the past: it rests three times as long as it works. */
    private static final int SHARE_OF_REST = 3;

    /** Begins to draw, where it is time and nobody does. */
    void drawIfDue(BooleanSupplier goOn) {
        WatchCursor cursor = cursors.seen();
        if (isDue(cursor) && busy.compareAndSet(false, true)) {
            Thread ignored = Thread.ofPlatform().name("past-pictures").daemon().start(() -> {
                try {
                    draw(cursor, goOn);
                } catch (RuntimeException failed) {
                    LOG.error("The past could not be drawn; it is tried again.", failed);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Once all are diagnosed for the first time, and whenever as much history came as there was. */
    private static boolean isDue(WatchCursor cursor) {
        if (cursor.roundEndedAt() == null || cursor.position() == 0) {
            return false;
        }
        return cursor.pastDrawnAt() == null || cursor.pastEvents() > Math.max(MANY_EVENTS, cursor.position() / 10);
    }

    /** Draws all past moments; gives up when told to. */
    private void draw(WatchCursor cursor, BooleanSupplier goOn) {
        Instant now = clock.instant();
        PastMoments moments = PastMoments.before(now);
        Diagnosing diagnosing = inForce.diagnosing();
        PictureSums sums = new PictureSums();
        List<DiagnosisChange> changes = new ArrayList<>();
        long after = 0;
        List<PastHistories.History> some = histories.after(after, AT_A_TIME);
        while (!some.isEmpty() && goOn.getAsBoolean()) {
            long begun = System.nanoTime();
            for (PastHistories.History each : some) {
                replay(each, moments, diagnosing, sums, changes);
            }
            after = some.getLast().relationship();
            some = histories.after(after, AT_A_TIME);
            GivingWay.rest(System.nanoTime() - begun, SHARE_OF_REST);
        }
        if (some.isEmpty()) {
            keep(cursor, now, moments.days(), sums, changes);
        }
    }

    private void replay(
            PastHistories.History history,
            PastMoments moments,
            Diagnosing diagnosing,
            PictureSums sums,
            List<DiagnosisChange> changes) {
        List<Instant> all = moments.all();
        @Nullable DiagnosisRow[] before = new @Nullable DiagnosisRow[1];
        new Replay(diagnosing).tell(history.events(), all, (index, then) -> {
            if (then.relationship().standing() == Standing.ERASED) {
                return;
            }
            KeptRelationship kept = new KeptRelationship(
                    history.relationship(), history.brand(), history.customer(), then.relationship());
            DiagnosisRow old = before[0];
            RiskMark mark = old == null ? RiskMark.LOW : old.riskMark();
            DiagnosisRow row = DiagnosisRow.of(kept, then.diagnosis(), mark, diagnosing, then.at());
            if (index < moments.days().size()) {
                sums.add(moments.days().get(index), row);
            }
            if (old != null && index > all.size() - PastMoments.COMPARED && changes.size() < MOST_CHANGES) {
                changes.addAll(DiagnosisChange.between(old, row));
            }
            before[0] = row;
        });
    }

    /** Changes are added the first time only: later ones were seen as they came. */
    private void keep(
            WatchCursor cursor, Instant now, List<LocalDate> days, PictureSums sums, List<DiagnosisChange> changes) {
        transaction.executeWithoutResult(status -> {
            WatchCursor current = cursors.held();
            pictures.replace(days, sums);
            if (current.pastDrawnAt() == null) {
                diagnoses.add(changes);
            }
            cursors.pastDrawn(now, cursor.pastEvents());
        });
        LOG.info("Drew the past: {} pictures.", sums.all().size());
    }
}
