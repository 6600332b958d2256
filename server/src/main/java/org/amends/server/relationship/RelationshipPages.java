package org.amends.server.relationship;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amends.format.state.StateBytes;
import org.amends.relationship.FoldTerms;
import org.amends.relationship.RelationshipFold;
import org.amends.server.access.Caller;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.customer.Asked;
import org.amends.server.customer.CustomerPreferences;
import org.amends.server.diagnosis.Diagnosing;
import org.amends.server.diagnosis.DiagnosisInForce;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of one relationship. A customer's id stands in the path; one that cannot stand there, for a slash in it, is asked for
 * as {@code /relationship?customer=...}.
 */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class RelationshipPages {

    private static final int SHOWN = 15;

    /** A longer history is told by its latest part, and its chance over time is not drawn: both would take long. */
    private static final int MOST_REPLAYED = 5_000;

    private final Histories histories;
    private final CustomerPreferences preferences;
    private final DiagnosisInForce diagnoses;
    private final InstantSource clock;

    RelationshipPages(
            Histories histories, CustomerPreferences preferences, DiagnosisInForce diagnoses, InstantSource clock) {
        this.histories = histories;
        this.preferences = preferences;
        this.diagnoses = diagnoses;
        this.clock = clock;
    }

    @GetMapping({"/relationships/{customer}", "/relationship"})
    String page(
            @Asked String customer,
            @RequestParam @Nullable String brand,
            @RequestParam @Nullable String refused,
            ReaderTexts reader,
            Model model) {
        List<KnownRelationship> found = find(customer, brand);
        if (found.size() > 1) {
            model.addAttribute("customer", Prose.shownId(customer));
            model.addAttribute(
                    "links",
                    found.stream()
                            .map(known -> new SavedView(
                                    known.id(),
                                    known.brand().isEmpty() ? "–" : known.brand(),
                                    RelationshipLinks.to(customer, known.brand())))
                            .toList());
            return "relationship/brands";
        }
        KnownRelationship known = found.getFirst();
        Long mergedInto = known.mergedInto();
        if (mergedInto != null) {
            return histories
                    .numbered(mergedInto)
                    .map(survivor -> "redirect:" + RelationshipLinks.to(survivor.customer(), survivor.brand()))
                    .orElseThrow(RelationshipPages::unknown);
        }
        if (known.restricted()) {
            model.addAttribute("customer", Prose.shownId(customer));
            model.addAttribute("customerId", customer);
            model.addAttribute("brand", known.brand());
            return "relationship/restricted";
        }
        model.addAttribute("refused", refused != null);
        model.addAttribute("view", view(known, reader.texts()));
        return "relationship/page";
    }

    private RelationshipView view(KnownRelationship known, Texts texts) {
        Instant now = clock.instant();
        Diagnosing diagnosing = diagnoses.diagnosing();
        List<HistoryEvent> latest = histories.latest(known, null, MOST_REPLAYED);
        boolean whole = latest.size() < MOST_REPLAYED;
        String count = whole
                ? texts.text("relationship.events", "n", latest.size())
                : texts.text("relationship.events.over", "n", texts.numerals().count(MOST_REPLAYED));
        return new Portrait(
                        texts, now, diagnosing, known, fold(known, diagnosing).relationship())
                .page(latest, whole, SHOWN, count, preferences.book(known.id()));
    }

    private static RelationshipFold fold(KnownRelationship known, Diagnosing diagnosing) {
        byte[] state = known.state();
        if (state == null) {
            throw unknown();
        }
        return RelationshipFold.continued(StateBytes.read(state).snapshot(), FoldTerms.of(diagnosing.policy()));
    }

    @GetMapping({"/relationships/{customer}/timeline", "/relationship/timeline"})
    String timeline(
            @Asked String customer,
            @RequestParam @Nullable String brand,
            @RequestParam @Nullable String before,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            ReaderTexts reader,
            Model model) {
        KnownRelationship known = one(customer, brand);
        Instant now = clock.instant();
        List<HistoryEvent> events =
                histories.latest(known, before == null ? null : Histories.Place.decoded(before), SHOWN + 1);
        List<HistoryEvent> shown = events.subList(0, Math.min(SHOWN, events.size()));
        Diagnosing diagnosing = diagnoses.diagnosing();
        EventWords words = new EventWords(reader.texts(), now);
        Portrait portrait = new Portrait(
                reader.texts(), now, diagnosing, known, fold(known, diagnosing).relationship());
        model.addAttribute("events", shown.stream().map(words::line).toList());
        model.addAttribute("older", events.size() > SHOWN ? portrait.older(shown.getLast()) : null);
        model.addAttribute("customer", Prose.shownId(customer));
        model.addAttribute("back", RelationshipLinks.to(known.customer(), known.brand()));
        return part == null ? "relationship/timeline" : "relationship/events";
    }

    @GetMapping({"/relationships/{customer}/what-if", "/relationship/what-if"})
    String whatIf(
            @Asked String customer,
            @RequestParam @Nullable String brand,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            ReaderTexts reader,
            Model model) {
        KnownRelationship known = one(customer, brand);
        Instant now = clock.instant();
        Diagnosing diagnosing = diagnoses.diagnosing();
        RelationshipFold fold = fold(known, diagnosing);
        Portrait portrait = new Portrait(reader.texts(), now, diagnosing, known, fold.relationship());
        model.addAttribute("view", portrait.whatIf(WhatIf.of(parameters), fold));
        model.addAttribute("customerId", known.customer());
        model.addAttribute("brand", known.brand());
        model.addAttribute("customer", Prose.shownId(customer));
        model.addAttribute("address", RelationshipLinks.to(known.customer(), known.brand(), "/what-if"));
        model.addAttribute("back", RelationshipLinks.to(known.customer(), known.brand()));
        return part == null ? "relationship/whatif-page" : "relationship/whatif";
    }

    /** The relationship with its state: the survivor of a merge, and none that is restricted. */
    private KnownRelationship one(String customer, @Nullable String brand) {
        KnownRelationship known = find(customer, brand).getFirst();
        Long mergedInto = known.mergedInto();
        Optional<KnownRelationship> survivor = mergedInto == null ? Optional.of(known) : histories.numbered(mergedInto);
        return survivor.filter(found -> !found.restricted()).orElseThrow(RelationshipPages::unknown);
    }

    /** What the reader may see of this customer: at least one. */
    private List<KnownRelationship> find(String customer, @Nullable String brand) {
        Set<String> seen = SeenBrands.of(Caller.current());
        List<KnownRelationship> found = histories.of(customer).stream()
                .filter(known -> seen == null || seen.contains(known.brand()))
                .filter(known -> brand == null || known.brand().equals(brand))
                .toList();
        if (found.isEmpty()) {
            throw unknown();
        }
        return found;
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
