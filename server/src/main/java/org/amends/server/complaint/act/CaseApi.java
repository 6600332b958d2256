package org.amends.server.complaint.act;

import java.net.URI;
import java.util.List;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.team.Presence;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One case, for programs. */
@RestController
@RequestMapping("/v1/cases/{reference}")
class CaseApi {

    private final Cases cases;
    private final Acts acts;
    private final Joining joining;
    private final Presence presence;

    CaseApi(Cases cases, Acts acts, Joining joining, Presence presence) {
        this.cases = cases;
        this.acts = acts;
        this.joining = joining;
        this.presence = presence;
    }

    /** Acts to be done, in their order. */
    record Wanted(@Nullable JsonNode acts) {}

    /** Where a case goes on. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Into(@Nullable String into, @Nullable Boolean otherCustomer) {}

    /** What goes on in a case of its own. */
    record Part(@Nullable String subject, @Nullable String message) {}

    /** Whether whoever is there writes. */
    record Here(@Nullable Boolean writing) {}

    /** Who else is there. */
    record Others(List<Presence.Present> others) {}

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_read')")
    ResponseEntity<ObjectNode> one(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        KeptCase kept = cases.seen(reference, Caller.current().brands());
        if (tag(kept).equals(known)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag(kept))
                    .build();
        }
        return answer(kept);
    }

    @GetMapping("/events")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    ArrayNode events(@PathVariable String reference) {
        return CaseJson.events(cases.seen(reference, Caller.current().brands()));
    }

    @PostMapping("/acts")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ResponseEntity<ObjectNode> act(
            @PathVariable String reference,
            @RequestBody Wanted wanted,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        JsonNode given = wanted.acts();
        if (given == null) {
            throw Problem.invalid(
                    "acts", "missing", "Name what is to be done, as [{\"act\": \"tag\", \"tag\": \"parcel\"}].");
        }
        return answer(acts.perform(reference, Act.list(given), Acts.By.caller(), version(version)));
    }

    @PostMapping("/merge")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ResponseEntity<ObjectNode> merge(
            @PathVariable String reference,
            @RequestBody Into into,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        String other = into.into();
        if (other == null || other.isBlank()) {
            throw Problem.invalid("into", "missing", "Name the case that goes on.");
        }
        return answer(joining.merge(
                reference, other, Boolean.TRUE.equals(into.otherCustomer()), Acts.By.caller(), version(version)));
    }

    @PostMapping("/split")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ResponseEntity<ObjectNode> split(
            @PathVariable String reference,
            @RequestBody Part part,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        String subject = part.subject();
        if (subject == null || subject.isBlank()) {
            throw Problem.invalid("subject", "missing", "Say in a line what the new case is about.");
        }
        KeptCase made = joining.split(reference, subject, part.message(), Acts.By.caller(), version(version));
        return ResponseEntity.created(URI.create("/v1/cases/" + made.complaint().reference()))
                .eTag(tag(made))
                .body(body(made));
    }

    @PutMapping("/presence")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Others here(@PathVariable String reference, @RequestBody Here here) {
        Caller caller = Caller.current();
        KeptCase kept = cases.seen(reference, caller.brands());
        return new Others(presence.here(kept.id(), caller.actor(), Boolean.TRUE.equals(here.writing())));
    }

    @GetMapping("/presence")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Others others(@PathVariable String reference) {
        Caller caller = Caller.current();
        return new Others(presence.others(cases.seen(reference, caller.brands()).id(), caller.actor()));
    }

    @DeleteMapping("/presence")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone(@PathVariable String reference) {
        Caller caller = Caller.current();
        presence.gone(cases.seen(reference, caller.brands()).id(), caller.actor());
    }

    private ResponseEntity<ObjectNode> answer(KeptCase kept) {
        return ResponseEntity.ok().eTag(tag(kept)).body(body(kept));
    }

    private ObjectNode body(KeptCase kept) {
        ObjectNode all = CaseJson.state(kept.complaint());
        all.set(
                "steps",
                CaseJson.steps(acts.next(kept.complaint(), Caller.current().actor())));
        ArrayNode parts = all.putArray("took_over");
        Joining.parts(kept).forEach(parts::add);
        return all;
    }

    private static String tag(KeptCase kept) {
        return "\"" + kept.complaint().version() + "\"";
    }

    /** Null when any version will do. */
    private static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        String bare = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.valueOf(bare);
        } catch (NumberFormatException foreign) {
            throw new Problem(
                    HttpStatus.PRECONDITION_FAILED,
                    "case-went-on",
                    "The case has gone on",
                    "If-Match is %s, which is no tag of a case.".formatted(ifMatch));
        }
    }
}
