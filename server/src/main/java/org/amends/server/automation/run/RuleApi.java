package org.amends.server.automation.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amends.server.access.Caller;
import org.amends.server.automation.rule.KeptRule;
import org.amends.server.automation.rule.Rule;
import org.amends.server.automation.rule.RuleReading;
import org.amends.server.automation.rule.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Rules for programs: what they are, what they would have done, and what they did. */
@RestController
@RequestMapping("/v1/automation")
class RuleApi {

    private static final int DAYS = 30;
    private static final int PAGE = 100;

    private final Rules rules;
    private final Outlooks outlooks;
    private final RunLog log;

    RuleApi(Rules rules, Outlooks outlooks, RunLog log) {
        this.rules = rules;
        this.outlooks = outlooks;
        this.log = log;
    }

    /** What a rule is to be, or what is to be tried. */
    record Wish(
            @Nullable String brand,
            @Nullable Integer place,
            @Nullable Boolean on,
            @Nullable Integer version,
            @Nullable Integer days,
            @Nullable JsonNode definition) {

        String ofBrand() {
            return Objects.requireNonNullElse(brand, "");
        }
    }

    /** A rule as programs get it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Line(
            String name,
            String brand,
            int place,
            int version,
            boolean on,
            @Nullable Instant onSince,
            JsonNode definition,
            String changedBy,
            Instant changedAt) {

        static Line of(KeptRule rule) {
            return new Line(
                    rule.name(),
                    rule.brand(),
                    rule.place(),
                    rule.version(),
                    rule.on(),
                    rule.onSince(),
                    RuleReading.json(rule.rule()),
                    rule.changedBy(),
                    rule.changedAt());
        }
    }

    /** All rules. */
    record All(List<Line> items) {}

    /** A definition that a rule had. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record VersionLine(int version, String brand, JsonNode definition, String madeBy, Instant madeAt) {}

    /** All that it had. */
    record Versions(List<VersionLine> items) {}

    /** What it would have done. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Preview(int cases, boolean more, int setOff, int matched, List<Outlook.Line> items) {}

    /** What came of a rule on a case. */
    record RunLine(
            long number,
            String rule,
            int version,
            String reference,
            String occasion,
            Instant at,
            String result,
            List<String> done,
            @Nullable UUID letter,
            @Nullable String reason) {

        static RunLine of(Run run) {
            return new RunLine(
                    run.number(),
                    run.rule(),
                    run.version(),
                    run.reference(),
                    run.occasion(),
                    run.at(),
                    run.result().stableName(),
                    run.done(),
                    run.letter(),
                    run.reason());
        }
    }

    /** A page of the log; {@code next} continues it. */
    record Runs(List<RunLine> items, @Nullable Long next) {}

    @GetMapping("/rules")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    All all() {
        return new All(
                rules.all(Caller.current().brands()).stream().map(Line::of).toList());
    }

    @GetMapping("/rules/{name}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Line one(@PathVariable String name) {
        return Line.of(rules.seen(name, Caller.current().brands()));
    }

    @GetMapping("/rules/{name}/versions")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Versions versions(@PathVariable String name) {
        KeptRule rule = rules.seen(name, Caller.current().brands());
        return new Versions(rules.versions(rule.name()).stream()
                .map(each -> new VersionLine(
                        each.version(), each.brand(), RuleReading.json(each.rule()), each.madeBy(), each.madeAt()))
                .toList());
    }

    @PutMapping("/rules/{name}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    Line keep(@PathVariable String name, @RequestBody Wish wish) {
        Caller caller = Caller.current();
        return Line.of(rules.keep(
                new Rules.Wish(
                        name,
                        wish.ofBrand(),
                        wish.place(),
                        wish.on(),
                        wish.version(),
                        RuleReading.read(wish.definition())),
                caller.brands(),
                caller.actor()));
    }

    @DeleteMapping("/rules/{name}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        Caller caller = Caller.current();
        rules.remove(name, caller.brands(), caller.actor());
    }

    @PostMapping("/preview")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    Preview preview(@RequestBody Wish wish) {
        Rule rule = RuleReading.read(wish.definition());
        Outlook outlook = outlooks.of(
                rule,
                wish.ofBrand(),
                Objects.requireNonNullElse(wish.days(), DAYS),
                Caller.current().brands());
        return new Preview(outlook.cases(), outlook.more(), outlook.setOff(), outlook.matched(), outlook.lines());
    }

    @GetMapping("/runs")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Runs runs(
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable Long before) {
        List<Run> found = log.latest(rule, reference, before, Caller.current().brands(), PAGE);
        return new Runs(
                found.stream().map(RunLine::of).toList(),
                found.size() < PAGE ? null : found.getLast().number());
    }
}
