package org.amends.server.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of files that were brought in. */
@Component
class ImportStore {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient database;

    ImportStore(JdbcClient database) {
        this.database = database;
    }

    void add(ImportRun run) {
        database.sql("""
                insert into import_run (id, name, started_by, started_at, status, mapping)
                values (:id, :name, :by, :at, :status, :mapping)""")
                .param("id", run.id())
                .param("name", run.name())
                .param("by", run.startedBy())
                .param("at", Timestamp.from(run.startedAt()))
                .param("status", run.status().stableName())
                .param("mapping", run.mapping().text())
                .update();
    }

    /** The name of a file as it is kept and shown: without a path, and not too long. */
    static String shortName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "upload.csv";
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    /** Begins a prepared run under this mapping; false when it was begun already. */
    boolean begin(UUID id, ImportMapping mapping) {
        return database.sql(
                                "update import_run set status = 'running', mapping = :mapping where id = :id and status = 'prepared'")
                        .param("id", id)
                        .param("mapping", mapping.text())
                        .update()
                == 1;
    }

    /** Those of these runs that were not begun. */
    List<UUID> prepared(Collection<UUID> ids) {
        return database.sql("select id from import_run where status = 'prepared' and id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> UUID.fromString(row.getString(1)))
                .list();
    }

    void remap(UUID id, ImportMapping mapping) {
        database.sql("update import_run set mapping = :mapping where id = :id and status = 'prepared'")
                .param("id", id)
                .param("mapping", mapping.text())
                .update();
    }

    void progress(UUID id, ImportCounts counts, List<ImportRejection> rejections) {
        database.sql("""
                update import_run set row_count = :rows, accepted = :accepted, duplicate = :duplicate, rejected = :rejected
                where id = :id""")
                .param("id", id)
                .param("rows", counts.rows())
                .param("accepted", counts.accepted())
                .param("duplicate", counts.duplicate())
                .param("rejected", counts.rejected())
                .update();
        if (!rejections.isEmpty()) {
            database.sql("""
                    insert into import_rejection (run, line, place, value, reason, remedy)
                    select :run, * from unnest(:lines::bigint[], :places::text[], :values::text[], :reasons::text[], :remedies::text[])""")
                    .param("run", id)
                    .param(
                            "lines",
                            rejections.stream().map(ImportRejection::line).toArray(Long[]::new))
                    .param("places", texts(rejections, ImportRejection::place))
                    .param("values", texts(rejections, ImportRejection::value))
                    .param("reasons", texts(rejections, ImportRejection::reason))
                    .param("remedies", texts(rejections, ImportRejection::remedy))
                    .update();
        }
    }

    private static String[] texts(List<ImportRejection> rejections, Function<ImportRejection, String> part) {
        return rejections.stream().map(part).map(ImportStore::storable).toArray(String[]::new);
    }

    /** PostgreSQL keeps no NUL; a person reads the sign for it as well. */
    private static String storable(String text) {
        return text.replace('\0', '\u2400');
    }

    void end(UUID id, Instant at, @Nullable String failure) {
        database.sql("update import_run set status = :status, ended_at = :at, failure = :failure where id = :id")
                .param("id", id)
                .param("status", failure == null ? "done" : "failed")
                .param("at", Timestamp.from(at))
                .param("failure", failure == null ? null : storable(failure))
                .update();
    }

    /** What ran when a server died runs no more; what was uploaded is gone with its folder. */
    void endAbandoned(Instant at) {
        database.sql("""
                update import_run set status = 'failed', ended_at = :at,
                    failure = 'The server stopped. Send the file again: no row counts twice.'
                where status in ('prepared', 'running')""").param("at", Timestamp.from(at)).update();
    }

    Optional<ImportRun> find(UUID id) {
        return database.sql("select * from import_run where id = :id")
                .param("id", id)
                .query(ImportStore::run)
                .optional();
    }

    /** The newest first, without those that were never begun. */
    List<ImportRun> latest(int most) {
        return database.sql("""
                select * from import_run where status <> 'prepared' order by started_at desc, id limit :most""").param("most", most).query(ImportStore::run).list();
    }

    List<ImportRejection> rejections(UUID id, int most) {
        return database.sql(
                        "select line, place, value, reason, remedy from import_rejection where run = :id order by line, import limit :most")
                .param("id", id)
                .param("most", most)
                .query(ImportStore::rejection)
                .list();
    }

    /** Every row that was left out, in the order of the file. */
    void eachRejection(UUID id, Consumer<ImportRejection> consumer) {
        long line = -1;
        long last = -1;
        while (true) {
            List<Numbered> page = database.sql("""
                    select import, line, place, value, reason, remedy from import_rejection
                    where run = :id and (line, import) > (:line, :last) order by line, import limit 5000""")
                    .param("id", id)
                    .param("line", line)
                    .param("last", last)
                    .query((row, i) -> new Numbered(row.getLong("import"), rejection(row, i)))
                    .list();
            if (page.isEmpty()) {
                return;
            }
            page.forEach(each -> consumer.accept(each.rejection()));
            line = page.getLast().rejection().line();
            last = page.getLast().number();
        }
    }

    private record Numbered(long number, ImportRejection rejection) {}

    /** The mapping that a file with this header had the last time. */
    Optional<ImportMapping> remembered(byte[] header) {
        return database.sql("select mapping from import_mapping where header = :header")
                .param("header", header)
                .query(String.class)
                .optional()
                .map(ImportMapping::ofText);
    }

    void remember(byte[] header, ImportMapping mapping, Instant at) {
        database.sql("""
                insert into import_mapping (header, mapping, used_at) values (:header, :mapping, :at)
                on conflict (header) do update set mapping = excluded.mapping, used_at = excluded.used_at""")
                .param("header", header)
                .param("mapping", mapping.text())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static ImportRejection rejection(ResultSet row, int number) throws SQLException {
        return new ImportRejection(
                row.getLong("line"),
                row.getString("place"),
                row.getString("value"),
                row.getString("reason"),
                row.getString("remedy"));
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new ImportRun(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                ImportRun.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                ImportMapping.ofText(row.getString("mapping")),
                row.getString("failure"),
                new ImportCounts(
                        row.getLong("row_count"),
                        row.getLong("accepted"),
                        row.getLong("duplicate"),
                        row.getLong("rejected")));
    }
}
