package org.amends.server.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.amends.format.table.DelimitedRows;
import org.amends.format.table.EventMapping;
import org.amends.format.table.EventRowMaker;
import org.amends.format.table.TableFormatException;
import org.amends.format.table.TextRow;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings files in: looks into them, tries them, and takes their rows. */
@Component
class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int LISTED = 100;

    private final Intake intake;
    private final ImportStore store;
    private final JdbcClient database;
    private final InstantSource clock;
    private final Map<UUID, Path> uploaded = new ConcurrentHashMap<>();

    Imports(Intake intake, ImportStore store, JdbcClient database, InstantSource clock) {
        this.intake = intake;
        this.store = store;
        this.database = database;
        this.clock = clock;
    }

    @EventListener(ContextRefreshedEvent.class)
    void endAbandoned() {
        store.endAbandoned(clock.instant());
    }

    /**
     * A file before it is taken: its header, and its first rows as they would be understood.
     *
     * @param header the names of its columns
     * @param rows the first of them
     */
    record Look(List<String> header, ImportMapping mapping, List<LookedRow> rows) {}

    /**
     * One row as it would be understood.
     *
     * @param columns what it holds for each event column, as text
     * @param refusal why it would be left out, or null
     */
    record LookedRow(
            long line,
            Map<String, String> columns,
            @Nullable ImportRejection refusal) {}

    /** Keeps a file until it is taken. Its columns are mapped as they were the last time, or as their names suggest. */
    UUID prepare(InputStream content, @Nullable String name, Sender sender) {
        UUID id = UUID.randomUUID();
        String shortName = ImportStore.shortName(name);
        try {
            Path file = Files.createTempFile("amends-import-", ".table");
            Files.copy(content, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            uploaded.put(id, file);
            ImportMapping mapping;
            try (DelimitedRows rows = open(file, shortName)) {
                mapping = suggested(rows.columns());
            }
            store.add(new ImportRun(
                    id,
                    shortName,
                    sender.name(),
                    clock.instant(),
                    null,
                    ImportRun.Status.PREPARED,
                    mapping,
                    null,
                    ImportCounts.NONE));
            return id;
        } catch (IOException | RuntimeException failed) {
            discard(id);
            throw explained(failed);
        }
    }

    private DelimitedRows open(Path file, String name) throws IOException {
        return TableImport.open(new BufferedInputStream(Files.newInputStream(file)), name);
    }

    private ImportMapping suggested(List<String> header) {
        return store.remembered(digest(header)).orElseGet(() -> ImportMapping.of(EventMapping.suggested(header)));
    }

    /** The run of this number. */
    ImportRun find(String id) {
        try {
            return store.find(UUID.fromString(id)).orElseThrow(() -> Problem.notFound("import", id));
        } catch (IllegalArgumentException noUuid) {
            throw Problem.notFound("import", id);
        }
    }

    List<ImportRun> latest() {
        return store.latest(LISTED);
    }

    /** Looks into a prepared file. */
    Look look(ImportRun run, ImportMapping mapping, Sender sender, int most) {
        try (DelimitedRows rows = open(file(run), run.name())) {
            EventRowMaker maker = new EventRowMaker(mapping.columns(), mapping.zone());
            Understanding understanding = new Understanding(sender.brands());
            List<LookedRow> looked = new ArrayList<>();
            TextRow row = rows.next();
            while (row != null && looked.size() < most) {
                looked.add(ImportLook.row(row, maker, understanding, clock.instant()));
                row = rows.next();
            }
            return new Look(rows.columns(), mapping, looked);
        } catch (IOException | RuntimeException failed) {
            throw explained(failed);
        }
    }

    /** Says what would become of a prepared file. */
    ImportCounts tried(ImportRun run, ImportMapping mapping, Sender sender, List<ImportRejection> first) {
        try (DelimitedRows rows = open(file(run), run.name())) {
            return dry(rows, mapping, sender, first);
        } catch (IOException | RuntimeException failed) {
            throw explained(failed);
        }
    }

    private ImportCounts dry(DelimitedRows rows, ImportMapping mapping, Sender sender, List<ImportRejection> first)
            throws IOException {
        requireMapped(mapping.columns(), rows.columns());
        return new TableImport(
                        mapping,
                        new Understanding(sender.brands()),
                        new DryIntake(database, clock.instant()),
                        (counts, rejections) -> rejections.stream()
                                .limit(Math.max(0, LISTED - first.size()))
                                .forEach(first::add))
                .run(rows);
    }

    /** Begins to take a prepared file, and returns; its run tells how far it is. */
    void begin(ImportRun run, ImportMapping mapping, Sender sender) {
        Path file = file(run);
        try (DelimitedRows rows = open(file, run.name())) {
            requireMapped(mapping.columns(), rows.columns());
        } catch (IOException | RuntimeException failed) {
            throw explained(failed);
        }
        if (store.begin(run.id(), mapping)) {
            Thread.ofVirtual().name("import " + run.id()).start(() -> {
                try (DelimitedRows rows = open(file, run.name())) {
                    var counts = taken(run.id(), rows, mapping, sender);
                    LOG.info("Import {}: {}", run.id(), counts);
                } catch (IOException | RuntimeException failed) {
                    store.end(
                            run.id(),
                            clock.instant(),
                            String.valueOf(explained(failed).getMessage()));
                    LOG.warn("Import {} failed.", run.id(), failed);
                } finally {
                    discard(run.id());
                }
            });
        }
    }

    /** Takes a file while it is being sent. */
    ImportRun take(InputStream content, @Nullable String name, @Nullable ImportMapping wanted, Sender sender) {
        try (DelimitedRows rows = TableImport.open(content, ImportStore.shortName(name))) {
            ImportMapping mapping = wanted != null ? wanted : suggested(rows.columns());
            requireMapped(mapping.columns(), rows.columns());
            ImportRun run = new ImportRun(
                    UUID.randomUUID(),
                    ImportStore.shortName(name),
                    sender.name(),
                    clock.instant(),
                    null,
                    ImportRun.Status.RUNNING,
                    mapping,
                    null,
                    ImportCounts.NONE);
            store.add(run);
            return taken(run, rows, mapping, sender);
        } catch (IOException | RuntimeException failed) {
            throw explained(failed);
        }
    }

    private ImportRun taken(ImportRun run, DelimitedRows rows, ImportMapping mapping, Sender sender)
            throws IOException {
        try {
            ImportCounts counts = taken(run.id(), rows, mapping, sender);
            LOG.info("Import {}: {}", run.id(), counts);
            return find(run.id().toString());
        } catch (IOException | RuntimeException failed) {
            store.end(
                    run.id(), clock.instant(), String.valueOf(explained(failed).getMessage()));
            throw failed;
        }
    }

    /** Says what would become of a file while it is being sent. */
    ImportCounts tried(
            InputStream content,
            @Nullable String name,
            @Nullable ImportMapping wanted,
            Sender sender,
            List<ImportRejection> first) {
        try (DelimitedRows rows = TableImport.open(content, ImportStore.shortName(name))) {
            return dry(rows, wanted != null ? wanted : suggested(rows.columns()), sender, first);
        } catch (IOException | RuntimeException failed) {
            throw explained(failed);
        }
    }

    private ImportCounts taken(UUID id, DelimitedRows rows, ImportMapping mapping, Sender sender) throws IOException {
        ImportCounts counts = new TableImport(
                        mapping,
                        new Understanding(sender.brands()),
                        intake::takeWaiting,
                        (soFar, rejections) -> store.progress(id, soFar, rejections))
                .run(rows);
        store.remember(digest(rows.columns()), mapping, clock.instant());
        store.end(id, clock.instant(), null);
        return counts;
    }

    private static void requireMapped(EventMapping mapping, List<String> header) {
        List<String> unknown = mapping.unknownIn(header);
        if (!unknown.isEmpty()) {
            throw Problem.invalid(
                    "mapping",
                    "naming %s, which the file does not have".formatted(String.join(", ", unknown)),
                    "The file has %s.".formatted(String.join(", ", header)));
        }
        List<String> missing = mapping.missing();
        if (!missing.isEmpty()) {
            throw Problem.invalid(
                    "mapping",
                    "without %s".formatted(String.join(", ", missing)),
                    "Say which column it is, or give a constant. The file has %s."
                            .formatted(String.join(", ", header)));
        }
    }

    private Path file(ImportRun run) {
        Path file = uploaded.get(run.id());
        if (file == null || !Files.exists(file)) {
            throw new Problem(
                            HttpStatus.GONE,
                            "upload-gone",
                            "The uploaded file is gone",
                            "The file \"%s\" was taken already, or the server was started anew or a person erased since."
                                    .formatted(run.name()))
                    .with("remedy", "Upload it again: no row counts twice.");
        }
        return file;
    }

    /** Discards what was uploaded and not begun: it may name a person who is being erased. Returns how many files these were. */
    int discardWaiting() {
        List<UUID> waiting = store.prepared(uploaded.keySet());
        waiting.forEach(this::discard);
        return waiting.size();
    }

    private void discard(UUID id) {
        Path file = uploaded.remove(id);
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException left) {
                LOG.warn("The upload {} could not be deleted.", file, left);
            }
        }
    }

    private static RuntimeException explained(Exception failed) {
        if (failed instanceof TableFormatException flawed) {
            return new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "table-flawed",
                            "The file cannot be read",
                            "%s: %s.".formatted(flawed.place(), flawed.found()))
                    .with("place", flawed.place())
                    .with("remedy", flawed.remedy());
        }
        if (failed instanceof IOException brokenOff) {
            return BodyReading.brokenOff(brokenOff);
        }
        return failed instanceof RuntimeException other ? other : new IllegalStateException(failed);
    }

    private static byte[] digest(List<String> header) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", header).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
