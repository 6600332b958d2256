package org.amends.server.ingest;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.format.table.EventMappingJson;
import org.amends.format.table.TableFormatException;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of events: {@code POST /v1/imports} with a delimited file as body or as the part {@code file} of a form. */
@RestController
@RequestMapping("/v1/imports")
@PreAuthorize("hasAuthority('SCOPE_ingest')")
class ImportsApi {

    private static final String FORM = "multipart/form-data";
    private static final List<String> TABLES = List.of("text/csv", "text/tab-separated-values", "text/plain");

    private final Imports imports;
    private final ImportStore store;

    ImportsApi(Imports imports, ImportStore store) {
        this.imports = imports;
        this.store = store;
    }

    @PostMapping
    public Map<String, Object> take(
            HttpServletRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "UTC") String zone)
            throws IOException {
        Sender sender = Sender.current();
        ImportMapping wanted = mapping(mapping, zone);
        String type = EventsApi.mediaType(request.getContentType());
        try (InputStream content = content(request, type)) {
            String file = name != null ? name : type.equals("text/tab-separated-values") ? "upload.tsv" : "upload.csv";
            if (!dryRun) {
                return json(imports.take(content, file, wanted, sender));
            }
            List<ImportRejection> first = new ArrayList<>();
            ImportCounts counts = imports.tried(content, file, wanted, sender, first);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("dry_run", true);
            counts(answer, counts);
            answer.put("rejections", first);
            return answer;
        }
    }

    private static @Nullable ImportMapping mapping(@Nullable String json, String zone) {
        if (json == null) {
            return null;
        }
        try {
            return new ImportMapping(EventMappingJson.read(json), ImportMapping.zone(zone));
        } catch (TableFormatException flawed) {
            throw Problem.invalid("mapping", "no mapping: " + flawed.found(), flawed.remedy());
        }
    }

    private static InputStream content(HttpServletRequest request, String type) {
        if (TABLES.contains(type)) {
            return BodyReading.stream(request);
        }
        if (!type.equals(FORM)) {
            throw new Problem(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-media-type",
                            "Content type not read",
                            "Content-Type is \"%s\".".formatted(type))
                    .with(
                            "remedy",
                            "Send text/csv, text/tab-separated-values or multipart/form-data with the part file.");
        }
        try {
            Part file = request.getPart("file");
            if (file == null) {
                throw Problem.invalid("file", "missing", "Send the file as the part \"file\" of the form.");
            }
            return file.getInputStream();
        } catch (IOException brokenOff) {
            throw BodyReading.brokenOff(brokenOff);
        } catch (ServletException noForm) {
            throw BodyReading.brokenOff(new IOException(noForm));
        }
    }

    @GetMapping
    public Map<String, Object> list() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", imports.latest().stream().map(ImportsApi::json).toList());
        page.put("next", null);
        return page;
    }

    @GetMapping("/{id}")
    public Map<String, Object> one(@PathVariable String id) {
        ImportRun run = imports.find(id);
        Map<String, Object> json = json(run);
        json.put("rejections", store.rejections(run.id(), 100));
        return json;
    }

    @GetMapping("/{id}/rejected.csv")
    public void rejected(@PathVariable String id, HttpServletResponse response) throws IOException {
        RejectedCsv.write(imports.find(id), store, response);
    }

    static Map<String, Object> json(ImportRun run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", run.id());
        json.put("name", run.name());
        json.put("status", run.status().stableName());
        counts(json, run.counts());
        json.put("started_by", run.startedBy());
        json.put("started_at", run.startedAt());
        json.put("ended_at", run.endedAt());
        json.put("failure", run.failure());
        json.put("rejected_rows", "/v1/imports/" + run.id() + "/rejected.csv");
        return json;
    }

    private static void counts(Map<String, Object> json, ImportCounts counts) {
        json.put("rows", counts.rows());
        json.put("accepted", counts.accepted());
        json.put("duplicate", counts.duplicate());
        json.put("rejected", counts.rejected());
    }
}
