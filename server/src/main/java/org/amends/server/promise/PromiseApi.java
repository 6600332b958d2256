package org.amends.server.promise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CasePromise;
import org.amends.promise.Pledge;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Promises: the ledger, and what is done with one. */
@RestController
class PromiseApi {

    private static final int MOST = 200;
    private static final int LONGEST = 2_000;

    private final PromiseLedger ledger;
    private final Cases cases;
    private final InstantSource clock;

    PromiseApi(PromiseLedger ledger, Cases cases, InstantSource clock) {
        this.ledger = ledger;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/v1/promises")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    public Map<String, Object> list(
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "open") String standing,
            @RequestParam(name = "due_before", required = false) @Nullable String dueBefore,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", Integer.toString(limit), "Use 1 to %d.".formatted(MOST));
        }
        if (!standing.equals("open") && !standing.equals("settled")) {
            throw Problem.invalid("standing", "\"%s\"".formatted(standing), "Maybe open or settled.");
        }
        BrandScope brands = Caller.current().brands();
        Instant before = dueBefore == null ? null : moment("due_before", dueBefore);
        List<Map<String, Object>> items = new ArrayList<>();
        ledger.list(new PromiseLedger.Wanted(owner, standing.equals("open"), before, brands, null), limit)
                .forEach(each -> items.add(json(each.reference(), each.customer(), each.pledge())));
        return Map.of("items", items);
    }

    /**
     * A promise as it is sent.
     *
     * @param owner who keeps it; whoever sends it where nobody is named
     * @param element of the plan that it fulfils
     */
    record Made(
            @Nullable String what,
            @Nullable String owner,
            @Nullable String due,
            @Nullable String element) {}

    @PostMapping("/v1/cases/{reference}/promises")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    public ResponseEntity<Map<String, Object>> make(@PathVariable String reference, @RequestBody Made made) {
        KeptCase seen = cases.seen(reference, Caller.current().brands());
        Instant due = moment("due", String.valueOf(made.due()));
        if (due.isBefore(clock.instant())) {
            throw Problem.invalid("due", due.toString(), "Promise something that lies ahead.");
        }
        String id = UUID.randomUUID().toString();
        String owner = made.owner() == null ? Caller.current().actor() : text("owner", made.owner());
        KeptCase after = cases.append(
                seen.complaint().reference(),
                List.of(new CaseEvent.PromiseMade(
                        cases.now(Caller.current().actor()),
                        id,
                        text("what", made.what()),
                        made.element(),
                        owner,
                        due)));
        return ResponseEntity.status(HttpStatus.CREATED).body(one(after, id));
    }

    /** Keeps a promise; without something that shows it, none is kept. */
    @PostMapping("/v1/cases/{reference}/promises/{promise}/keep")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    public Map<String, Object> keep(
            @PathVariable String reference, @PathVariable String promise, @RequestBody Map<String, String> body) {
        return one(keep(cases, reference, promise, body.get("proof")), promise);
    }

    static KeptCase keep(Cases cases, String reference, String promise, @Nullable String proof) {
        Caller caller = Caller.current();
        KeptCase seen = cases.seen(reference, caller.brands());
        return cases.append(
                seen.complaint().reference(),
                List.of(new CaseEvent.PromiseKept(cases.now(caller.actor()), promise, text("proof", proof))));
    }

    /** Says that a promise was broken, and why. */
    @PostMapping("/v1/cases/{reference}/promises/{promise}/break")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    public Map<String, Object> broken(
            @PathVariable String reference, @PathVariable String promise, @RequestBody Map<String, String> body) {
        KeptCase seen = cases.seen(reference, Caller.current().brands());
        return one(
                cases.append(
                        seen.complaint().reference(),
                        List.of(new CaseEvent.PromiseBroken(
                                cases.now(Caller.current().actor()), promise, text("why", body.get("why"))))),
                promise);
    }

    private static String text(String place, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(place, "missing", "Say it in a few words.");
        }
        if (text.length() > LONGEST) {
            throw Problem.invalid(
                    place, "%d characters".formatted(text.length()), "Use at most %d.".formatted(LONGEST));
        }
        return text.strip();
    }

    private static Instant moment(String place, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw Problem.invalid(place, "\"%s\"".formatted(text), "Maybe 2026-03-02T09:00:00Z.");
        }
    }

    private Map<String, Object> one(KeptCase kept, String id) {
        return Pledge.of(kept.complaint(), kept.events()).stream()
                .filter(each -> each.promise().id().equals(id))
                .findFirst()
                .map(each -> json(kept.complaint().reference(), kept.complaint().customer(), each))
                .orElseThrow(() -> Problem.notFound("promise", id));
    }

    private Map<String, Object> json(String reference, String customer, Pledge pledge) {
        CasePromise promise = pledge.promise();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", promise.id());
        json.put("case", reference);
        json.put("customer", customer);
        json.put("what", promise.what());
        json.put("element", promise.element());
        json.put("owner", promise.owner());
        json.put("made_at", pledge.made().toString());
        json.put("due_at", promise.due().toString());
        json.put("standing", pledge.standing(clock.instant()).stableName());
        json.put(
                "settled_at",
                promise.settledAt() == null ? null : promise.settledAt().toString());
        json.put("proof", promise.proof());
        return json;
    }
}
