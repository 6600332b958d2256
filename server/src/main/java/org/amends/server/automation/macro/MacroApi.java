package org.amends.server.automation.macro;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amends.format.complaint.CaseEventJson;
import org.amends.server.access.Caller;
import org.amends.server.automation.rule.Deeds;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.act.CaseJson;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Macros, for programs. */
@RestController
class MacroApi {

    private final Macros macros;
    private final MacroUses uses;
    private final Cases cases;

    MacroApi(Macros macros, MacroUses uses, Cases cases) {
        this.macros = macros;
        this.uses = uses;
        this.cases = cases;
    }

    /** What a macro is to be. */
    record Wish(
            @Nullable String brand,
            @Nullable String team,
            @Nullable JsonNode acts) {}

    /** A macro as programs get it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Line(String name, String brand, @Nullable String team, JsonNode acts, String changedBy, Instant changedAt) {

        static Line of(Macro macro) {
            return new Line(
                    macro.name(),
                    macro.brand(),
                    macro.team(),
                    Deeds.json(macro.deeds()),
                    macro.changedBy(),
                    macro.changedAt());
        }
    }

    /** All macros. */
    record All(List<Line> items) {}

    /** What it would do. */
    record Preview(
            List<String> would,
            List<String> letters,
            @Nullable String reason) {}

    /** Which version of the case was seen. */
    record Seen(@Nullable Integer version) {}

    /** What it did. */
    record Applied(UUID use, List<String> done, @Nullable UUID letter, JsonNode state) {}

    @GetMapping("/v1/macros")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    All all() {
        return new All(
                macros.all(Caller.current().brands()).stream().map(Line::of).toList());
    }

    @GetMapping("/v1/macros/{name}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Line one(@PathVariable String name) {
        return Line.of(macros.seen(name, Caller.current().brands()));
    }

    @PutMapping("/v1/macros/{name}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    Line keep(@PathVariable String name, @RequestBody Wish wish) {
        Caller caller = Caller.current();
        JsonNode acts = wish.acts();
        if (acts == null) {
            throw Problem.invalid("acts", "missing", "Write a list of acts.");
        }
        return Line.of(macros.keep(
                name,
                Objects.requireNonNullElse(wish.brand(), ""),
                wish.team(),
                Deeds.read(acts, "acts", Deeds.OF_MACROS),
                caller.brands(),
                caller.actor()));
    }

    @DeleteMapping("/v1/macros/{name}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        Caller caller = Caller.current();
        macros.remove(name, caller.brands(), caller.actor());
    }

    @GetMapping("/v1/cases/{reference}/macros/{name}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Preview preview(@PathVariable String reference, @PathVariable String name) {
        MacroUses.Preview preview = uses.preview(reference, name, Caller.current());
        return new Preview(
                preview.events().stream().map(CaseEventJson::type).toList(), preview.letters(), preview.reason());
    }

    @PostMapping("/v1/cases/{reference}/macros/{name}")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Applied apply(
            @PathVariable String reference,
            @PathVariable String name,
            @RequestBody(required = false) @Nullable Seen seen) {
        MacroUse use = uses.apply(reference, name, Caller.current(), seen == null ? null : seen.version());
        KeptCase after = cases.seen(reference, Caller.current().brands());
        return new Applied(use.id(), use.done(), use.letter(), CaseJson.state(after.complaint()));
    }

    @PostMapping("/v1/macro-uses/{id}/undo")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    MacroUses.Undone undo(@PathVariable UUID id) {
        return uses.undo(id, Caller.current());
    }
}
