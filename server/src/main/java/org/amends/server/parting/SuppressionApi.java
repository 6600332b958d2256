package org.amends.server.parting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom every channel has to leave in peace, for the programs that send. */
@RestController
class SuppressionApi {

    private static final int MOST = 1_000;

    private final Suppressions suppressions;
    private final SilenceWatch watch;

    SuppressionApi(Suppressions suppressions, SilenceWatch watch) {
        this.suppressions = suppressions;
        this.watch = watch;
    }

    /** Who came back by themselves, and what shows it. */
    record CameBack(
            @Nullable String customer,
            @Nullable String brand,
            @Nullable String proof) {}

    /** Changes since a cursor, the earliest first; begin without one. What was lifted is told as well. */
    @GetMapping("/v1/suppressions")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, @Nullable Object> changes(
            @RequestParam(defaultValue = "0") String since, @RequestParam(defaultValue = "200") int limit) {
        List<Suppressions.Suppression> found = suppressions.changes(
                number(since), Math.clamp(limit, 1, MOST), Caller.current().brands());
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("items", found.stream().map(PartingAnswer::of).toList());
        told.put(
                "cursor",
                found.isEmpty() ? since : Long.toString(found.getLast().change()));
        return told;
    }

    /** What was sent all the same. */
    @GetMapping("/v1/suppressions/breaches")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> breaches() {
        return Map.of(
                "items",
                watch.breaches(Caller.current().brands(), MOST).stream()
                        .map(PartingAnswer::of)
                        .toList());
    }

    /** The customer came back by themselves: their history goes on. */
    @PostMapping("/v1/suppressions/returned")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cameBack(@RequestBody CameBack body) {
        Caller caller = Caller.current();
        BrandScope seen = caller.brands();
        String brand = PartingApi.text(body.brand());
        String customer = PartingApi.text(body.customer());
        if (!seen.includes(brand)) {
            throw Problem.notFound("suppression", customer);
        }
        watch.cameBack(customer, brand, PartingApi.text(body.proof()), caller.actor());
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException none) {
            throw Problem.invalid("since", "\"" + cursor + "\"", "Send the cursor of the last answer.");
        }
    }
}
