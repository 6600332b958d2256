package org.amends.server.complaint.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.amends.server.access.Caller;
import org.amends.server.access.Scope;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Lists of cases, for programs. */
@RestController
class CaseListApi {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST_COUNTED = 10_000;

    private final CaseList list;
    private final CaseExport export;
    private final Queues queues;

    CaseListApi(CaseList list, CaseExport export, Queues queues) {
        this.list = list;
        this.export = export;
        this.queues = queues;
    }

    /** One case in a list. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Line(
            String reference,
            String brand,
            String customer,
            String channel,
            String language,
            String subject,
            String stage,
            @Nullable String outcome,
            Instant openedAt,
            Instant updatedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            @Nullable String owner,
            @Nullable String team,
            float severity,
            String want,
            String hostility,
            boolean danger,
            boolean vulnerable,
            List<String> failures,
            List<String> tags,
            boolean approval,
            float priority,
            @Nullable Instant dueAt,
            @Nullable String dueDuty,
            boolean paused) {

        static Line of(CaseLine line) {
            return new Line(
                    line.reference(),
                    line.brand(),
                    line.customer(),
                    line.channel(),
                    line.language(),
                    line.subject(),
                    line.stage().stableName(),
                    line.outcome() == null ? null : CaseExport.word(line.outcome()),
                    line.openedAt(),
                    line.updatedAt(),
                    line.answeredAt(),
                    line.closedAt(),
                    line.owner(),
                    line.team(),
                    line.severity(),
                    CaseExport.word(line.want()),
                    CaseExport.word(line.hostility()),
                    line.danger(),
                    line.vulnerable(),
                    line.failures(),
                    line.tags(),
                    line.approval(),
                    line.priority(),
                    line.dueAt(),
                    line.dueDuty(),
                    line.paused());
        }
    }

    /** A part of a list. */
    record Page(List<Line> items, @Nullable String next) {}

    /** How many; {@code more} when there are more than were counted. */
    record Count(int count, boolean more) {}

    /** A list to be kept: parameters as the list takes them. */
    record Wish(
            @Nullable String name,
            @Nullable Boolean shared,
            @Nullable Map<String, String> parameters) {}

    /** A kept list. */
    record QueueLine(long id, String name, boolean shared, Map<String, String> parameters) {

        static QueueLine of(Queues.Queue queue) {
            return new QueueLine(
                    queue.id(), queue.name(), queue.shared(), queue.request().values());
        }
    }

    /** Kept lists. */
    record AllQueues(List<QueueLine> items) {}

    @GetMapping("/v1/cases")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Page list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "" + USUAL_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > CaseList.MOST_LINES) {
            throw Problem.invalid("limit", Integer.toString(limit), "Ask for 1 to %d.".formatted(CaseList.MOST_LINES));
        }
        CaseRequest request = request(parameters);
        CasePage page = list.page(request.filter(Caller.current()), request.sort(), limit, cursor);
        return new Page(page.lines().stream().map(Line::of).toList(), page.next());
    }

    @GetMapping("/v1/cases/count")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Count count(@RequestParam Map<String, String> parameters) {
        int counted = list.count(request(parameters).filter(Caller.current()), MOST_COUNTED);
        return new Count(Math.min(counted, MOST_COUNTED), counted > MOST_COUNTED);
    }

    @GetMapping("/v1/cases/export.csv")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    void export(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        CaseRequest request = request(parameters);
        CaseFilter filter = request.filter(Caller.current());
        CaseSort sort = request.sort();
        list.check(filter, sort);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cases.csv\"");
        export.csv(filter, sort, response.getOutputStream());
    }

    /** A queue stands for its parameters; what is given besides comes on top. */
    private CaseRequest request(Map<String, String> parameters) {
        CaseRequest given = CaseRequest.of(parameters, "limit", "cursor", "queue");
        String queue = parameters.get("queue");
        if (queue == null) {
            return given;
        }
        return queues.find(Caller.current().actor(), number(queue))
                .map(kept -> kept.request().with(given))
                .orElseThrow(() -> Problem.notFound("queue", queue));
    }

    private static long number(String queue) {
        return queue.matches("\\d{1,18}") ? Long.parseLong(queue) : -1;
    }

    @GetMapping("/v1/queues")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    AllQueues queues() {
        return new AllQueues(
                queues.of(Caller.current().actor()).stream().map(QueueLine::of).toList());
    }

    @PostMapping("/v1/queues")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ResponseEntity<QueueLine> keep(@RequestBody Wish wish) {
        Caller caller = Caller.current();
        boolean shared = Boolean.TRUE.equals(wish.shared());
        Map<String, String> parameters = wish.parameters();
        CaseRequest request = CaseRequest.of(parameters == null ? Map.of() : parameters);
        list.check(request.filter(caller), request.sort());
        Queues.Queue kept =
                queues.keep(shared ? null : caller.actor(), wish.name() == null ? "" : wish.name(), request);
        return ResponseEntity.created(URI.create("/v1/cases?queue=" + kept.id()))
                .body(QueueLine.of(kept));
    }

    @DeleteMapping("/v1/queues/{id}")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String id) {
        Caller caller = Caller.current();
        if (!queues.forget(caller.actor(), caller.may(Scope.WRITE), number(id))) {
            throw Problem.notFound("queue", id);
        }
    }
}
