package org.amends.server.relationship;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.amends.server.access.Caller;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that lists relationships: filtered, sorted, kept as views, taken away as files. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class ListPages {

    private static final int ROWS = 50;
    private static final int MOST_COUNTED = 10_000;

    private final RelationshipList list;
    private final ListExport export;
    private final SavedViews views;
    private final Brands brands;
    private final InstantSource clock;

    ListPages(RelationshipList list, ListExport export, SavedViews views, Brands brands, InstantSource clock) {
        this.list = list;
        this.export = export;
        this.views = views;
        this.brands = brands;
        this.clock = clock;
    }

    @GetMapping("/relationships")
    String list(
            @RequestParam Map<String, String> parameters,
            @RequestParam @Nullable String cursor,
            ReaderTexts reader,
            Model model) {
        ListRequest request = ListRequest.of(parameters);
        Caller caller = Caller.current();
        RelationshipFilter filter = request.filter(SeenBrands.of(caller));
        RelationshipPage page = page(filter, request.sort(), cursor);
        Instant now = clock.instant();
        Texts texts = reader.texts();
        String address = ListView.address(request);
        String separator = request.query().isEmpty() ? "?" : "&";
        model.addAttribute(
                "view",
                new ListView(
                        request,
                        page.rows().stream()
                                .map(row -> ListView.Row.of(row, texts, now))
                                .toList(),
                        told(filter, texts),
                        cursor == null ? null : address,
                        page.next() == null ? null : address + separator + "cursor=" + page.next(),
                        brands.of(SeenBrands.of(caller)),
                        views.of(caller.actor()),
                        page.rows().isEmpty() && !request.narrows() && brands.none()));
        return "relationship/list";
    }

    /** A cursor of another list, out of an old link, leads to the first page. */
    private RelationshipPage page(RelationshipFilter filter, RelationshipSort sort, @Nullable String cursor) {
        try {
            return list.page(filter, sort, ROWS, cursor);
        } catch (Problem foreign) {
            return list.page(filter, sort, ROWS, null);
        }
    }

    private String told(RelationshipFilter filter, Texts texts) {
        int counted = list.count(filter, MOST_COUNTED);
        return counted > MOST_COUNTED
                ? texts.text("relationships.count.over", "n", texts.numerals().count(MOST_COUNTED))
                : texts.text("relationships.count", "n", counted);
    }

    @GetMapping("/relationships/export.csv")
    void csv(@RequestParam Map<String, String> parameters, ReaderTexts reader, HttpServletResponse response)
            throws IOException {
        ListRequest request = ListRequest.of(parameters);
        file(response, "text/csv;charset=UTF-8", "csv");
        export.csv(
                request.filter(SeenBrands.of(Caller.current())),
                request.sort(),
                reader.texts(),
                response.getOutputStream());
    }

    @GetMapping("/relationships/export.xlsx")
    void xlsx(@RequestParam Map<String, String> parameters, ReaderTexts reader, HttpServletResponse response)
            throws IOException {
        ListRequest request = ListRequest.of(parameters);
        file(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        export.xlsx(
                request.filter(SeenBrands.of(Caller.current())),
                request.sort(),
                reader.texts(),
                response.getOutputStream());
    }

    private void file(HttpServletResponse response, String type, String kind) {
        String day = clock.instant().toString().substring(0, "2026-01-01".length());
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"relationships-%s.%s\"".formatted(day, kind));
    }

    @PostMapping("/relationships/views")
    String keep(@RequestParam String name, @RequestParam(defaultValue = "") String query) {
        String given = name.strip();
        if (!given.isEmpty()) {
            String called = given.substring(0, Math.min(given.length(), SavedViews.LONGEST_NAME));
            boolean kept = views.keep(Caller.current().actor(), called, understood(query), clock.instant());
            if (!kept) {
                throw Problem.invalid(
                        "name", "one view too many", "Forget one of your %d views first.".formatted(SavedViews.MOST));
            }
        }
        return "redirect:" + ListView.address(understood(query));
    }

    @PostMapping("/relationships/views/{id}/forget")
    String forget(@PathVariable long id) {
        views.forget(Caller.current().actor(), id);
        return "redirect:/relationships";
    }

    /** Only what the list understands is kept and led to. */
    private static String understood(String query) {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                fields.put(
                        part.substring(0, equals),
                        java.net.URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return ListRequest.of(fields).query();
    }
}
