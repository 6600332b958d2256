package org.amends.server.casework;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.Evidence;
import org.amends.complaint.EvidenceStanding;
import org.amends.complaint.Stage;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.amends.server.letter.LetterCompanies;
import org.amends.server.letter.LetterCompany;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of the page of a case: what it says, who handles it, what is known of it, and how it ends. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_write')")
@RequestMapping("/cases/{reference}")
class CaseForms {

    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}])@([\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*)");
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/-]{0,59}");

    private final CaseActs acts;
    private final People people;
    private final LetterCompanies companies;

    CaseForms(CaseActs acts, People people, LetterCompanies companies) {
        this.acts = acts;
        this.people = people;
        this.companies = companies;
    }

    @PostMapping("/danger")
    String danger(@PathVariable String reference, @RequestParam String how) {
        return acts.happen(
                reference, "case", (state, by) -> List.of(new CaseEvent.DangerHandled(by, AskedValues.text(how))));
    }

    @PostMapping("/assessment")
    String assess(@PathVariable String reference, @ModelAttribute AssessmentForm form) {
        return acts.happen(
                reference, "case", (state, by) -> List.of(new CaseEvent.Assessed(by, form.read(state.assessment()))));
    }

    /** The customer was called: that it arrived is told, and the note says what was said. */
    @PostMapping("/acknowledged")
    String acknowledge(@PathVariable String reference, @RequestParam String how) {
        return acts.happen(
                reference, "case", (state, by) -> List.of(new CaseEvent.Acknowledged(by, AskedValues.text(how))));
    }

    @PostMapping("/owner")
    String assign(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(required = false) @Nullable String team) {
        return acts.happen(
                reference,
                "case",
                (state, by) -> List.of(new CaseEvent.Assigned(
                        by,
                        owner.equals("me") ? by.actor() : AskedValues.perhaps(owner),
                        team == null ? state.team() : AskedValues.perhaps(team))));
    }

    @PostMapping("/notes")
    String note(@PathVariable String reference, @RequestParam String text) {
        return acts.happen(
                reference,
                "notes",
                (state, by) -> List.of(new CaseEvent.Noted(
                        by, UUID.randomUUID().toString(), AskedValues.text(text), mentioned(text))));
    }

    /** Whom a note calls: people by what they sign in with, after an at sign. */
    private List<String> mentioned(String text) {
        List<String> mentions = new ArrayList<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            people.byLogin(mention.group(1).replaceAll("[._-]+$", ""))
                    .map(Account::person)
                    .ifPresent(person -> mentions.add(person.actor()));
        }
        return mentions.stream().distinct().toList();
    }

    @PostMapping("/tags")
    String tag(@PathVariable String reference, @RequestParam String tag) {
        return acts.happen(reference, "tags", (state, by) -> {
            String name = AskedValues.text(tag).toLowerCase(Locale.ROOT);
            if (!TAG.matcher(name).matches()) {
                throw new IllegalArgumentException("\"%s\" is no tag.".formatted(name));
            }
            return state.tags().contains(name) ? List.of() : List.of(new CaseEvent.Tagged(by, name));
        });
    }

    @PostMapping("/tags/remove")
    String untag(@PathVariable String reference, @RequestParam String tag) {
        return acts.happen(
                reference,
                "tags",
                (state, by) -> state.tags().contains(tag) ? List.of(new CaseEvent.Untagged(by, tag)) : List.of());
    }

    @PostMapping("/evidence")
    String evidence(
            @PathVariable String reference,
            @RequestParam String kind,
            @RequestParam String text,
            @RequestParam EvidenceStanding standing,
            @RequestParam(required = false) @Nullable String askedOf,
            @RequestParam(required = false) @Nullable String due) {
        return acts.happen(reference, "evidence", (state, by) -> {
            CaseEvent noted = new CaseEvent.EvidenceNoted(
                    by,
                    new Evidence(
                            UUID.randomUUID().toString(),
                            AskedValues.text(kind),
                            AskedValues.text(text),
                            standing,
                            AskedValues.perhaps(askedOf),
                            AskedValues.endOf(due)));
            return state.stage().compareTo(Stage.INVESTIGATED) < 0
                    ? List.of(new CaseEvent.InvestigationBegun(by), noted)
                    : List.of(noted);
        });
    }

    @PostMapping("/evidence/{id}")
    String settle(@PathVariable String reference, @PathVariable String id, @RequestParam EvidenceStanding standing) {
        return acts.happen(
                reference,
                "evidence",
                (state, by) -> state.evidence().stream()
                        .filter(each -> each.id().equals(id))
                        .<CaseEvent>map(each -> new CaseEvent.EvidenceNoted(
                                by, new Evidence(id, each.kind(), each.text(), standing, each.askedOf(), each.due())))
                        .toList());
    }

    @PostMapping("/promises")
    String promise(
            @PathVariable String reference,
            @RequestParam String what,
            @RequestParam String due,
            @RequestParam(defaultValue = "me") String owner,
            @RequestParam(required = false) @Nullable String element) {
        return acts.happen(
                reference,
                "promises",
                (state, by) -> List.of(new CaseEvent.PromiseMade(
                        by,
                        UUID.randomUUID().toString(),
                        AskedValues.text(what),
                        AskedValues.perhaps(element),
                        owner.equals("me") ? by.actor() : AskedValues.text(owner),
                        Objects.requireNonNull(AskedValues.endOf(AskedValues.text(due), zone(state.brand()))))));
    }

    /** In which the days of a brand are counted. */
    private ZoneId zone(String brand) {
        return companies.of(brand).map(LetterCompany::zone).orElse(ZoneOffset.UTC);
    }

    @PostMapping("/promises/{promise}/kept")
    String kept(@PathVariable String reference, @PathVariable String promise, @RequestParam String proof) {
        return acts.happen(
                reference,
                "promises",
                (state, by) -> List.of(new CaseEvent.PromiseKept(by, promise, AskedValues.text(proof))));
    }

    @PostMapping("/promises/{promise}/broken")
    String broken(@PathVariable String reference, @PathVariable String promise, @RequestParam String why) {
        return acts.happen(
                reference,
                "promises",
                (state, by) -> List.of(new CaseEvent.PromiseBroken(by, promise, AskedValues.text(why))));
    }

    @PostMapping("/pause")
    String pause(@PathVariable String reference, @RequestParam String reason) {
        return acts.happen(
                reference, "clocks", (state, by) -> List.of(new CaseEvent.ClocksPaused(by, AskedValues.text(reason))));
    }

    @PostMapping("/resume")
    String resume(@PathVariable String reference) {
        return acts.happen(reference, "clocks", (state, by) -> List.of(new CaseEvent.ClocksResumed(by)));
    }

    /** What the customer said of the outcome on the telephone. */
    @PostMapping("/outcome")
    String outcome(
            @PathVariable String reference,
            @RequestParam boolean accepted,
            @RequestParam(required = false) @Nullable String reason) {
        return acts.happen(
                reference,
                "case",
                (state, by) -> List.of(
                        accepted
                                ? new CaseEvent.OutcomeAccepted(by)
                                : new CaseEvent.OutcomeRejected(
                                        by, AskedValues.text(Objects.requireNonNullElse(reason, "")))));
    }

    @PostMapping("/close")
    String close(@PathVariable String reference, @RequestParam CaseOutcome outcome) {
        return acts.happen(reference, "case", (state, by) -> List.of(new CaseEvent.Closed(by, outcome)));
    }

    @PostMapping("/reopen")
    String reopen(@PathVariable String reference, @RequestParam String reason) {
        return acts.happen(
                reference, "case", (state, by) -> List.of(new CaseEvent.Reopened(by, AskedValues.text(reason))));
    }

    @PostMapping("/lesson")
    String lesson(
            @PathVariable String reference,
            @RequestParam String cause,
            @RequestParam String lesson,
            @RequestParam(required = false) @Nullable String fix) {
        return acts.happen(
                reference,
                "case",
                (state, by) -> List.of(new CaseEvent.LessonDrawn(
                        by, AskedValues.text(cause), AskedValues.text(lesson), AskedValues.perhaps(fix))));
    }
}
