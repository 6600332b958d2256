package org.amends.server.parting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory of other providers, and which of them fit a customer. */
@RestController
class AlternativeApi {

    private static final int MOST_MATCHES = 3;

    private final Alternatives alternatives;
    private final Valued valued;
    private final Partings partings;

    AlternativeApi(Alternatives alternatives, Valued valued, Partings partings) {
        this.alternatives = alternatives;
        this.valued = valued;
        this.partings = partings;
    }

    /** A provider as it is sent. */
    record Asked(
            @Nullable String brand,
            @Nullable String name,
            @Nullable String address,
            @Nullable List<String> qualities,
            @Nullable List<String> languages,
            @Nullable Map<String, String> why) {

        Alternatives.Alternative of(UUID id) {
            return new Alternatives.Alternative(
                    id,
                    PartingApi.text(brand),
                    PartingApi.text(name),
                    PartingApi.text(address),
                    Objects.requireNonNullElse(qualities, List.of()),
                    Objects.requireNonNullElse(languages, List.of()),
                    Objects.requireNonNullElse(why, Map.of()));
        }
    }

    @GetMapping("/v1/alternatives")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> all() {
        return Map.of("items", alternatives.all(Caller.current().brands()));
    }

    @PostMapping("/v1/alternatives")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(@RequestBody Asked body) {
        return kept(UUID.randomUUID(), body);
    }

    @PutMapping("/v1/alternatives/{id}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    Map<String, Object> change(@PathVariable UUID id, @RequestBody Asked body) {
        boolean known = alternatives.all(Caller.current().brands()).stream()
                .anyMatch(each -> each.id().equals(id));
        if (!known) {
            throw Problem.notFound("alternative", id.toString());
        }
        return kept(id, body);
    }

    private Map<String, Object> kept(UUID id, Asked body) {
        Caller caller = Caller.current();
        Alternatives.Alternative asked = body.of(id);
        if (!asked.brand().isEmpty() && !caller.brands().includes(asked.brand())) {
            throw Problem.invalid("brand", "one that you do not see", "Name one of your brands.");
        }
        alternatives.keep(asked, caller.actor());
        return Map.of("id", id);
    }

    @DeleteMapping("/v1/alternatives/{id}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        Caller caller = Caller.current();
        alternatives.remove(id, caller.brands(), caller.actor());
    }

    /** Those that fit the customer of a case, with what of theirs the customer valued. */
    @GetMapping("/v1/cases/{reference}/alternatives")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> matching(@PathVariable String reference) {
        KeptCase kept = partings.seen(reference, Caller.current());
        return Map.of("items", of(kept));
    }

    private List<Alternatives.Match> of(KeptCase kept) {
        return alternatives.matching(
                kept.complaint().brand(), kept.complaint().language(), valued.by(kept.relationship()), MOST_MATCHES);
    }
}
