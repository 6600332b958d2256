package org.amends.server.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What follows closing, for programs. */
@RestController
class AftercareApi {

    private final FollowUps followUps;
    private final Causes causes;
    private final Unheard unheard;
    private final SurveyTerms terms;

    AftercareApi(FollowUps followUps, Causes causes, Unheard unheard, SurveyTerms terms) {
        this.followUps = followUps;
        this.causes = causes;
        this.unheard = unheard;
        this.terms = terms;
    }

    /** What a customer said. */
    record Answer(@Nullable Double satisfaction, @Nullable Boolean resolved) {}

    /** What came of asking again. */
    record Done(@Nullable String outcome) {}

    /** That a cause is gone. */
    record Fixed(
            @Nullable String brand,
            @Nullable String cause,
            @JsonProperty("fixed_on") @Nullable String fixedOn,
            @Nullable Map<String, String> found,
            @Nullable Map<String, String> changed) {}

    /** To whom to turn, or why not. */
    record Turn(
            @Nullable Long relationship,
            @Nullable String language,
            @Nullable String subject,
            @Nullable JsonNode facts,
            @Nullable String because) {}

    /** What holds in a brand. */
    record Term(
            @Nullable String brand,
            @JsonProperty("survey_days") @Nullable Integer surveyDays,
            @JsonProperty("fix_days") @Nullable Integer fixDays) {}

    @PostMapping("/v1/cases/{reference}/survey")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answered(@PathVariable String reference, @RequestBody Answer body) {
        Double satisfaction = body.satisfaction();
        Boolean resolved = body.resolved();
        if (satisfaction == null || resolved == null) {
            throw Problem.invalid("satisfaction, resolved", "missing", "Write both: 0 to 1, and true or false.");
        }
        followUps.answered(reference, satisfaction, resolved, Caller.current());
    }

    @GetMapping("/v1/follow-ups")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> followUps() {
        FollowUps.Outcome outcome = followUps.outcome(Caller.current().brands());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("asked", outcome.asked());
        told.put("answered", outcome.answered());
        told.put("satisfaction", outcome.satisfaction());
        told.put("resolved", outcome.resolved());
        told.put("items", followUps.open(Caller.current().brands()));
        return told;
    }

    @PostMapping("/v1/cases/{reference}/follow-up")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(@PathVariable String reference, @RequestBody Done body) {
        followUps.done(reference, text(body.outcome()), Caller.current());
    }

    @GetMapping("/v1/causes")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> causes() {
        return Map.of(
                "items",
                causes.ranked(Caller.current().brands()).stream()
                        .map(AftercareApi::told)
                        .toList());
    }

    private static Map<String, @Nullable Object> told(Causes.Cause cause) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("cause", cause.cause());
        told.put("brand", cause.brand().isEmpty() ? null : cause.brand());
        told.put("relationships", cause.relationships());
        told.put("cases", cause.cases());
        told.put("value_at_risk", cause.valueAtRisk());
        told.put("currency", cause.currency().isEmpty() ? null : cause.currency());
        told.put("fix", cause.fix());
        told.put("fixed_on", cause.fixedOn());
        told.put("drafts", cause.drafts());
        return told;
    }

    @PostMapping("/v1/causes/fixed")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> fixed(@RequestBody Fixed body) {
        Caller caller = Caller.current();
        String brand = text(body.brand());
        if (!caller.brands().includes(brand)) {
            throw Problem.notFound("cause", text(body.cause()));
        }
        long id = causes.fixed(
                new Causes.Fixed(
                        brand,
                        text(body.cause()),
                        date(text(body.fixedOn())),
                        Objects.requireNonNullElse(body.found(), Map.of()),
                        Objects.requireNonNullElse(body.changed(), Map.of())),
                caller.actor());
        return Map.of("id", id);
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw Problem.invalid("fixed_on", "\"" + text + "\"", "Write a day such as 2026-03-31.");
        }
    }

    @GetMapping("/v1/unheard/{kind}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> unheard(@PathVariable String kind) {
        return Map.of(
                "items", unheard.of(Unheard.Kind.of(kind), Caller.current().brands()));
    }

    @PostMapping("/v1/unheard/{kind}")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Map<String, @Nullable Object> turn(@PathVariable String kind, @RequestBody Turn body) {
        Long relationship = body.relationship();
        if (relationship == null) {
            throw Problem.invalid("relationship", "missing", "Name one of the list.");
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        if (body.because() != null) {
            unheard.leave(Unheard.Kind.of(kind), relationship, text(body.because()), Caller.current());
            return told;
        }
        Unheard.Turned turned = unheard.turn(
                Unheard.Kind.of(kind),
                relationship,
                body.language() == null ? "en" : body.language(),
                text(body.subject()),
                body.facts() == null ? JsonNodeFactory.instance.objectNode() : body.facts(),
                Caller.current());
        told.put("case", turned.reference());
        told.put("letter", turned.letter());
        return told;
    }

    @GetMapping("/v1/survey-terms")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Map<String, Object> terms() {
        return Map.of("items", terms.all().stream().map(AftercareApi::told).toList());
    }

    @PutMapping("/v1/survey-terms")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    Map<String, Object> set(@RequestBody Term body) {
        Integer survey = body.surveyDays();
        Integer fix = body.fixDays();
        if (survey == null || fix == null) {
            throw Problem.invalid("survey_days, fix_days", "missing", "Write both, in days.");
        }
        SurveyTerms.Term term = new SurveyTerms.Term(text(body.brand()), survey, fix);
        terms.set(term, Caller.current().actor());
        return told(term);
    }

    private static Map<String, Object> told(SurveyTerms.Term term) {
        return Map.of("brand", term.brand(), "survey_days", term.surveyDays(), "fix_days", term.fixDays());
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
