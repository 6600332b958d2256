package org.amends.cli.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.amends.cli.history.DatabaseException;
import org.amends.cli.history.History;
import org.amends.cli.history.HistoryDatabase;
import org.amends.cli.history.HistoryException;
import org.amends.cli.history.HistoryFile;
import org.amends.cli.history.HistoryFiles;
import org.amends.cli.history.HistoryLoader;
import org.amends.cli.history.RejectedInput;
import org.amends.cli.history.Rejections;
import org.amends.cli.report.ReportCollector;
import org.amends.event.EventType;
import org.amends.insight.outlook.BaseFit;
import org.amends.insight.outlook.BaseOutlooks;
import org.amends.relationship.Situation;
import org.amends.relationship.Substitutes;
import org.amends.relationship.SwitchingCost;

/** One run from files to files. */
final class Scoring {

    private static final long MICROS_A_SECOND = 1_000_000;

    private final ScoreRequest request;
    private final Progress progress;

    Scoring(ScoreRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs.
     *
     * @throws HistoryException when the input or the folder for the results is at fault
     * @throws DatabaseException when the database cannot go on, for lack of memory or of room on the disk for example
     */
    ScoreOutcome run() throws IOException, InterruptedException {
        List<HistoryFile> files = HistoryFiles.find(request.files());
        try (OutputFolder folder = OutputFolder.at(request.out(), request.force())) {
            ScoreOutcome outcome;
            try (HistoryDatabase database =
                            HistoryDatabase.open(folder.overflow(), request.threads(), request.memory());
                    Rejections rejections = new Rejections(database)) {
                outcome = score(database, rejections, files, folder.fresh());
            } catch (DatabaseException failed) {
                throw InputTrouble.told(failed, files);
            }
            folder.publish();
            return outcome;
        } finally {
            progress.end();
        }
    }

    /** What was read: its rows, the SQL that types them, and their numbers. */
    private record Read(History history, EventSql sql, HistoryCounts counts, long malformed) {}

    /** The moment of diagnosing, and how many events come after it. */
    private record Moment(Instant at, long micros, long after) {}

    private ScoreOutcome score(HistoryDatabase database, Rejections rejections, List<HistoryFile> files, Path folder)
            throws IOException, InterruptedException {
        Read read = read(database, rejections, files);
        Moment moment = moment(database, rejections, read);
        HistoryCounts counts = read.counts();
        String conflicts = Conflicts.find(database, read.sql(), read.history(), rejections, counts.rows());
        progress.phase("fitting the base model", 0);
        BaseFit fit = BaseFit.to(SampleDraw.draw(database, read.sql(), moment.micros(), counts.customers()));
        CustomerScorer scorer = scorer(counts, fit, moment.at());
        ScoreTotals totals = new ScoreTotals(ReportCollector.USUAL_THRESHOLD);
        try (ScoreTables tables = new ScoreTables(database, moment.at())) {
            progress.phase("sorting and scoring", counts.sound());
            Codebook codebook = Codebook.of(database, read.sql());
            new ScoringPipeline(database, scorer, request.threads(), scored -> {
                        totals.add(scored);
                        tables.add(scored);
                    })
                    .run(
                            batches -> new EventReader(
                                    read.history(), request.policy(), codebook, rejections, batches, progress::rows),
                            EventQuery.text(read.sql(), codebook, moment.micros(), conflicts));
            if (totals.customers() == 0) {
                throw RejectedInput.everyRow(rejections);
            }
            progress.phase("writing", 0);
            tables.write(folder);
        }
        rejections.write(folder.resolve("rejected.csv"));
        ScoreOutcome outcome = outcome(files, database.version(), read, moment, rejections.count(), fit, totals);
        SummaryJson.write(folder.resolve("summary.json"), outcome);
        Files.writeString(folder.resolve("report.html"), ReportWriting.page(outcome, scorer.collected()));
        return outcome;
    }

    private Read read(HistoryDatabase database, Rejections rejections, List<HistoryFile> files) throws IOException {
        progress.phase("reading", 0);
        History history = HistoryLoader.load(database, rejections, files, request.mapping());
        long malformed = rejections.count();
        EventSql sql = new EventSql(history);
        HistoryCounts counts = HistoryCounts.of(database, sql);
        if (!request.lenient()) {
            counts.requireKnownTypes(
                    request.mapping() == null ? "--events" : request.mapping().toString());
        }
        if (counts.sound() + counts.unknown() < counts.rows()) {
            FaultyRows.reject(database, sql, history, rejections);
        }
        return new Read(history, sql, counts, malformed);
    }

    private Moment moment(HistoryDatabase database, Rejections rejections, Read read) {
        Long last = read.counts().lastMicros();
        if (last == null) {
            throw RejectedInput.everyRow(rejections);
        }
        Instant at = request.at() == null ? instant(last) : request.at();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        long after = last <= micros ? 0 : countAfter(database, read.sql(), micros);
        if (after == read.counts().sound()) {
            throw new HistoryException(
                    "--at " + at,
                    "every event is later; the first is at %s".formatted(firstTime(database, read.sql())),
                    "Maybe choose a later moment.");
        }
        return new Moment(at, micros, after);
    }

    private ScoreOutcome outcome(
            List<HistoryFile> files,
            String databaseVersion,
            Read read,
            Moment moment,
            long rejected,
            BaseFit fit,
            ScoreTotals totals) {
        HistoryCounts counts = read.counts();
        return new ScoreOutcome(
                request,
                moment.at(),
                files,
                databaseVersion,
                read.malformed(),
                counts,
                moment.after(),
                rejected,
                counts.rows() <= Conflicts.MOST_ROWS,
                counts.events(),
                fit,
                totals);
    }

    private CustomerScorer scorer(HistoryCounts counts, BaseFit fit, Instant at) {
        boolean attentionRecorded = counts.events().getOrDefault(EventType.ATTENTION_GIVEN.stableName(), 0L) > 0;
        Situation situation =
                new Situation(at, request.horizon(), attentionRecorded, Substitutes.FEW, SwitchingCost.LOW);
        BaseOutlooks outlooks = new BaseOutlooks(fit, request.policy(), at, request.horizon());
        return new CustomerScorer(request.policy(), outlooks, situation, ReportCollector.USUAL_THRESHOLD);
    }

    private static long countAfter(HistoryDatabase database, EventSql sql, long atMicros) {
        return database.number("SELECT count(*) FROM %s WHERE %s AND %s AND %s > %d"
                .formatted(sql.relation(), sql.sound(), sql.knownType(), sql.micros(), atMicros));
    }

    private static Instant firstTime(HistoryDatabase database, EventSql sql) {
        return instant(database.number("SELECT min(%s) FROM %s WHERE %s AND %s"
                .formatted(sql.micros(), sql.relation(), sql.sound(), sql.knownType())));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_A_SECOND), Math.floorMod(micros, MICROS_A_SECOND) * 1000);
    }
}
