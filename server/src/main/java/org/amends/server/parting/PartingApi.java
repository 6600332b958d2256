package org.amends.server.parting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Partings for programs. A second person confirms at the console, and nowhere else. */
@RestController
class PartingApi {

    private static final int MOST = 500;

    private final Partings partings;
    private final PartingLedger ledger;
    private final PartingBurdens burdens;
    private final PartingTerms terms;
    private final Farewells farewells;

    PartingApi(
            Partings partings, PartingLedger ledger, PartingBurdens burdens, PartingTerms terms, Farewells farewells) {
        this.partings = partings;
        this.ledger = ledger;
        this.burdens = burdens;
        this.terms = terms;
        this.farewells = farewells;
    }

    /** Why somebody wants to part, or no longer does. */
    record Reason(@Nullable String reason) {}

    /** Which step was done, and what shows it. */
    record Done(@Nullable String step, @Nullable String proof) {}

    /** How long to wait in a brand. */
    record Term(
            @Nullable String brand,
            @JsonProperty("cooling_off_days") @Nullable Integer coolingOffDays) {}

    @GetMapping("/v1/cases/{reference}/parting")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, @Nullable Object> one(@PathVariable String reference) {
        return PartingAnswer.of(partings.seen(reference, Caller.current()).complaint());
    }

    @PostMapping("/v1/cases/{reference}/parting")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Map<String, @Nullable Object> propose(@PathVariable String reference, @RequestBody Reason body) {
        return PartingAnswer.of(partings.propose(reference, text(body.reason()), Caller.current())
                .complaint());
    }

    @PostMapping("/v1/cases/{reference}/parting/call-off")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Map<String, @Nullable Object> callOff(@PathVariable String reference, @RequestBody Reason body) {
        return PartingAnswer.of(partings.callOff(reference, text(body.reason()), Caller.current())
                .complaint());
    }

    @PostMapping("/v1/cases/{reference}/parting/steps")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Map<String, @Nullable Object> done(@PathVariable String reference, @RequestBody Done body) {
        return PartingAnswer.of(
                partings.done(reference, PartingAnswer.step(body.step()), text(body.proof()), Caller.current())
                        .complaint());
    }

    /** Everything that is known of the customer, to be handed to them. */
    @GetMapping("/v1/cases/{reference}/parting/data")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ResponseEntity<Map<String, Object>> data(@PathVariable String reference) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + reference + ".json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(partings.data(reference, Caller.current()));
    }

    /** Drafts the farewell, with help to move on; it is edited and sent like every letter. */
    @PostMapping("/v1/cases/{reference}/parting/farewell")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Map<String, Object> farewell(@PathVariable String reference) {
        Caller caller = Caller.current();
        return Map.of(
                "letter",
                farewells
                        .draft(partings.seen(reference, caller), caller.actor())
                        .id());
    }

    @GetMapping("/v1/partings")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> all() {
        return Map.of(
                "items",
                ledger.newest(Caller.current().brands(), MOST).stream()
                        .map(PartingAnswer::of)
                        .toList());
    }

    /** Whether partings fall on some more than on others. */
    @GetMapping("/v1/partings/fairness")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> fairness() {
        List<Map<String, Object>> groups = burdens.of(Caller.current().brands()).entrySet().stream()
                .map(each -> PartingAnswer.of(each.getKey(), each.getValue()))
                .toList();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("days", PartingBurdens.DAYS);
        told.put("groups", groups);
        return told;
    }

    @GetMapping("/v1/parting-terms")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> terms() {
        return Map.of("items", terms.all().stream().map(PartingApi::told).toList());
    }

    @PutMapping("/v1/parting-terms")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    Map<String, Object> set(@RequestBody Term body) {
        Integer days = body.coolingOffDays();
        if (days == null) {
            throw Problem.invalid("cooling_off_days", "missing", "Write a number of days.");
        }
        PartingTerms.Term term = new PartingTerms.Term(text(body.brand()), days);
        terms.set(term, Caller.current().actor());
        return told(term);
    }

    private static Map<String, Object> told(PartingTerms.Term term) {
        return Map.of("brand", term.brand(), "cooling_off_days", term.coolingOffDays());
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
