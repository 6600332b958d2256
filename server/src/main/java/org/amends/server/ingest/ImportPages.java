package org.amends.server.ingest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.format.table.EventMapping;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files of events at the console: look into one, map its columns, try it, bring it in, and see what was left out. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_ingest')")
class ImportPages {

    private static final int LOOKED_AT = 20;
    private static final int SHOWN = 50;

    private final Imports imports;
    private final ImportStore store;

    ImportPages(Imports imports, ImportStore store) {
        this.imports = imports;
        this.store = store;
    }

    @GetMapping("/imports")
    String list(Model model) {
        return list("", model);
    }

    private String list(String flaw, Model model) {
        model.addAttribute(
                "past", imports.latest().stream().map(ImportView::past).toList());
        model.addAttribute("flaw", flaw);
        return "ingest/imports";
    }

    @PostMapping("/imports")
    String upload(@RequestParam MultipartFile file, Model model) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return "redirect:/imports/" + imports.prepare(content, file.getOriginalFilename(), Sender.current());
        } catch (Problem flawed) {
            return list(told(flawed), model);
        }
    }

    @GetMapping("/imports/{id}")
    String one(@PathVariable String id, Model model) {
        ImportRun run = imports.find(id);
        if (run.status() == ImportRun.Status.PREPARED) {
            return prepared(run, run.mapping(), null, List.of(), "", model);
        }
        model.addAttribute("view", taken(run));
        return "ingest/import";
    }

    /** The part of the page that is asked for again while rows are taken. */
    @GetMapping("/imports/{id}/progress")
    String progress(@PathVariable String id, Model model) {
        model.addAttribute("view", taken(imports.find(id)));
        return "ingest/progress";
    }

    @PostMapping("/imports/{id}")
    String go(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "again") String act,
            Model model) {
        ImportRun run = imports.find(id);
        Sender sender = Sender.current();
        ImportMapping mapping;
        try {
            mapping = mapping(typed);
        } catch (Problem flawed) {
            return prepared(run, run.mapping(), null, List.of(), told(flawed), model);
        }
        try {
            if (act.equals("take")) {
                imports.begin(run, mapping, sender);
                return "redirect:/imports/" + id;
            }
            store.remap(run.id(), mapping);
            List<ImportRejection> first = new ArrayList<>();
            ImportCounts tried = act.equals("dry") ? imports.tried(run, mapping, sender, first) : null;
            return prepared(run, mapping, tried, first, "", model);
        } catch (Problem flawed) {
            return prepared(run, mapping, null, List.of(), told(flawed), model);
        }
    }

    @GetMapping("/imports/{id}/rejected.csv")
    void rejected(@PathVariable String id, HttpServletResponse response) throws IOException {
        RejectedCsv.write(imports.find(id), store, response);
    }

    private static ImportMapping mapping(Map<String, String> typed) {
        Map<String, String> sources = new HashMap<>();
        Map<String, String> constants = new HashMap<>();
        for (String column : EventMapping.COLUMNS) {
            String source = typed.getOrDefault("from-" + column, "");
            String constant = typed.getOrDefault("always-" + column, "").strip();
            if (!source.isEmpty()) {
                sources.put(column, source);
            }
            if (!constant.isEmpty()) {
                constants.put(column, constant);
            }
        }
        return new ImportMapping(
                new EventMapping(sources, constants, Set.of()),
                ImportMapping.zone(typed.getOrDefault("zone", "UTC").strip()));
    }

    private String prepared(
            ImportRun run,
            ImportMapping mapping,
            @Nullable ImportCounts tried,
            List<ImportRejection> rejections,
            String failure,
            Model model) {
        Imports.Look look;
        try {
            look = imports.look(run, mapping, Sender.current(), LOOKED_AT);
        } catch (Problem gone) {
            return list(told(gone), model);
        }
        model.addAttribute(
                "view",
                new ImportView(
                        run.id().toString(),
                        run.name(),
                        look.header(),
                        ImportView.fields(mapping.columns()),
                        mapping.zone().getId(),
                        ImportView.rows(look),
                        tried == null ? null : ImportView.counts(tried),
                        ImportView.counts(run.counts()),
                        run.status().stableName(),
                        failure,
                        ImportView.left(rejections.stream().limit(SHOWN).toList())));
        return "ingest/prepared";
    }

    private ImportView taken(ImportRun run) {
        String failure = run.failure();
        return new ImportView(
                run.id().toString(),
                run.name(),
                List.of(),
                List.of(),
                run.mapping().zone().getId(),
                List.of(),
                null,
                ImportView.counts(run.counts()),
                run.status().stableName(),
                failure == null ? "" : failure,
                ImportView.left(store.rejections(run.id(), SHOWN)));
    }

    private static String told(Problem problem) {
        Map<String, Object> members = problem.detail().getProperties();
        Object remedy = members == null ? null : members.get("remedy");
        return problem.getMessage() + (remedy == null ? "" : " " + remedy);
    }
}
