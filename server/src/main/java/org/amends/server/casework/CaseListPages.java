package org.amends.server.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amends.server.access.Caller;
import org.amends.server.access.Scope;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.amends.server.audit.Actors;
import org.amends.server.complaint.list.CaseExport;
import org.amends.server.complaint.list.CaseFilter;
import org.amends.server.complaint.list.CaseLine;
import org.amends.server.complaint.list.CaseList;
import org.amends.server.complaint.list.CasePage;
import org.amends.server.complaint.list.CaseRequest;
import org.amends.server.complaint.list.Queues;
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

/** The page that lists cases: the queues of the team, filtered, searched and taken away as a file. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class CaseListPages {

    private static final int ROWS = 50;
    private static final int MOST_COUNTED = 10_000;

    private final CaseList list;
    private final CaseExport export;
    private final Queues queues;
    private final People people;
    private final Actors actors;
    private final InstantSource clock;

    CaseListPages(CaseList list, CaseExport export, Queues queues, People people, Actors actors, InstantSource clock) {
        this.list = list;
        this.export = export;
        this.queues = queues;
        this.people = people;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/cases")
    String list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String refused,
            ReaderTexts reader,
            Model model) {
        CaseRequest request = CaseRequest.understood(parameters);
        Caller caller = Caller.current();
        CasePage page;
        try {
            page = page(request, caller, cursor);
        } catch (Problem notUnderstood) {
            // An old link, or an order that does not fit: the whole list rather than none.
            request = CaseRequest.understood(Map.of());
            page = page(request, caller, null);
        }
        model.addAttribute("view", view(request, page, cursor, refused != null, caller, reader.texts()));
        return "casework/list";
    }

    private CasePage page(CaseRequest request, Caller caller, @Nullable String cursor) {
        return list.page(request.filter(caller), request.sort(), ROWS, cursor);
    }

    private CaseListView view(
            CaseRequest request, CasePage page, @Nullable String cursor, boolean refused, Caller caller, Texts texts) {
        Instant now = clock.instant();
        Map<String, String> names = actors.names(page.lines().stream()
                .map(CaseLine::owner)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        String next = page.next();
        return new CaseListView(
                request,
                page.lines().stream()
                        .map(line -> CaseListView.Row.of(line, names, texts, now))
                        .toList(),
                told(request.filter(caller), texts),
                cursor == null ? null : CaseListView.address(request.query()),
                next == null ? null : CaseListView.address(request, "cursor", next),
                colleagues(),
                queues.of(caller.actor()),
                refused,
                page.lines().isEmpty() && request.values().isEmpty());
    }

    private String told(CaseFilter filter, Texts texts) {
        int counted = list.count(filter, MOST_COUNTED);
        return counted > MOST_COUNTED
                ? texts.text("cases.count.over", "n", texts.numerals().count(MOST_COUNTED))
                : texts.text("cases.count", "n", counted);
    }

    private List<CaseView.Colleague> colleagues() {
        return people.list().stream()
                .filter(Account::enabled)
                .map(Account::person)
                .map(person -> new CaseView.Colleague(person.actor(), person.name(), person.login()))
                .toList();
    }

    /** Keeps the list that is shown, for whoever keeps it or for everybody. */
    @PostMapping("/cases/queues")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    String keep(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared) {
        CaseRequest request = CaseRequest.ofQuery(query);
        String address = CaseListView.address(request.query());
        try {
            var ignored = queues.keep(shared ? null : Caller.current().actor(), name, request);
        } catch (Problem refused) {
            return "redirect:" + address + (address.contains("?") ? "&" : "?") + "refused=queue";
        }
        return "redirect:" + address;
    }

    @PostMapping("/cases/queues/{id}/forget")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    String forget(@PathVariable long id) {
        Caller caller = Caller.current();
        if (!queues.forget(caller.actor(), caller.may(Scope.WRITE), id)) {
            throw Problem.notFound("queue", Long.toString(id));
        }
        return "redirect:/cases";
    }

    @GetMapping("/cases/export.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        CaseRequest request = CaseRequest.understood(parameters);
        String day = clock.instant().toString().substring(0, "2026-01-01".length());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cases-%s.csv\"".formatted(day));
        export.csv(request.filter(Caller.current()), request.sort(), response.getOutputStream());
    }
}
