package org.amends.server.complaint.bulk;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amends.server.access.Caller;
import org.amends.server.access.Scope;
import org.amends.server.complaint.act.Act;
import org.amends.server.complaint.act.Acts;
import org.amends.server.complaint.list.CaseList;
import org.amends.server.complaint.list.CaseRequest;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Acts on many cases, for programs. */
@RestController
@RequestMapping("/v1/case-bulks")
class BulkApi {

    private final Bulk bulk;
    private final CaseList list;

    BulkApi(Bulk bulk, CaseList list) {
        this.bulk = bulk;
        this.list = list;
    }

    /** What is to be done, and to which cases: by their references, or as the list finds them. */
    record Wish(
            @Nullable JsonNode acts,
            @Nullable List<String> references,
            @Nullable Map<String, String> parameters) {}

    /** What would come of it for one case. */
    record Outlook(
            String reference,
            String result,
            List<String> events,
            @Nullable String reason) {

        static Outlook of(Bulk.Outlook outlook) {
            return new Outlook(outlook.reference(), outlook.result().stableName(), outlook.events(), outlook.reason());
        }
    }

    /** What would come of it; {@code more} when more cases are meant than were looked at. */
    record Preview(int cases, boolean more, int changed, int unchanged, int refused, List<Outlook> items) {}

    /** How far it has come. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RunLine(
            UUID id,
            String actor,
            JsonNode act,
            Instant startedAt,
            @Nullable Instant endedAt,
            int waiting,
            int changed,
            int unchanged,
            int refused) {

        static RunLine of(Bulk.Run run) {
            return new RunLine(
                    run.id(),
                    run.actor(),
                    run.act(),
                    run.startedAt(),
                    run.endedAt(),
                    run.waiting(),
                    run.changed(),
                    run.unchanged(),
                    run.refused());
        }
    }

    /** What came of one case. */
    record ItemLine(
            String reference, String result, @Nullable String reason) {

        static ItemLine of(Bulk.Item item) {
            return new ItemLine(item.reference(), item.result().stableName(), item.reason());
        }
    }

    /** A run and what came of its cases. */
    record Whole(RunLine run, List<ItemLine> items) {}

    /** The latest runs. */
    record Latest(List<RunLine> items) {}

    @PostMapping("/preview")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Preview preview(@RequestBody Wish wish) {
        List<String> references = references(wish);
        List<Bulk.Outlook> outlooks = bulk.preview(acts(wish), references, Acts.By.caller());
        return new Preview(
                references.size(),
                references.size() > outlooks.size(),
                Bulk.count(outlooks, Bulk.Result.CHANGED),
                Bulk.count(outlooks, Bulk.Result.UNCHANGED),
                Bulk.count(outlooks, Bulk.Result.REFUSED),
                outlooks.stream().map(Outlook::of).toList());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ResponseEntity<RunLine> start(@RequestBody Wish wish) {
        Bulk.Run run = bulk.start(acts(wish), references(wish), Acts.By.caller());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/case-bulks/" + run.id()))
                .body(RunLine.of(run));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Latest latest() {
        Caller caller = Caller.current();
        return new Latest(bulk.latest(caller.actor(), caller.may(Scope.ADMIN)).stream()
                .map(RunLine::of)
                .toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Whole one(@PathVariable UUID id) {
        Caller caller = Caller.current();
        Bulk.Run run = bulk.find(id, caller.actor(), caller.may(Scope.ADMIN))
                .orElseThrow(() -> Problem.notFound("run", id.toString()));
        return new Whole(
                RunLine.of(run), bulk.items(id).stream().map(ItemLine::of).toList());
    }

    private static List<Act> acts(Wish wish) {
        JsonNode given = wish.acts();
        if (given == null) {
            throw Problem.invalid(
                    "acts", "missing", "Name what is to be done, as [{\"act\": \"tag\", \"tag\": \"parcel\"}].");
        }
        return Act.list(given);
    }

    private List<String> references(Wish wish) {
        List<String> named = wish.references();
        Map<String, String> parameters = wish.parameters();
        if ((named == null) == (parameters == null)) {
            throw Problem.invalid(
                    "references", "there with parameters, or without", "Give either references or parameters.");
        }
        if (named != null) {
            return named.stream().distinct().toList();
        }
        CaseRequest request = CaseRequest.of(parameters);
        return list.references(request.filter(Caller.current()), request.sort(), Bulk.MOST_CASES + 1);
    }
}
