package org.amends.server.parting;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.amends.server.access.Caller;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.problem.Problem;
import org.amends.server.relationship.RelationshipLinks;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Partings at the console: all of them, and the way through one. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class PartingPages {

    private static final int LINES = 100;
    private static final int WATCHED = 30;

    private final Partings partings;
    private final PartingLedger ledger;
    private final SilenceWatch watch;
    private final PeaceOutlook outlook;
    private final PartingPortraits portraits;
    private final Farewells farewells;

    PartingPages(
            Partings partings,
            PartingLedger ledger,
            SilenceWatch watch,
            PeaceOutlook outlook,
            PartingPortraits portraits,
            Farewells farewells) {
        this.partings = partings;
        this.ledger = ledger;
        this.watch = watch;
        this.outlook = outlook;
        this.portraits = portraits;
        this.farewells = farewells;
    }

    @GetMapping("/partings")
    ModelAndView all(ReaderTexts reader) {
        Caller caller = Caller.current();
        PartingsView view = new PartingsView(
                ledger.newest(caller.brands(), LINES).stream()
                        .map(PartingPages::line)
                        .toList(),
                watch.breaches(caller.brands(), LINES).stream()
                        .map(each -> new PartingsView.Breach(
                                each.relationship(),
                                each.customer(),
                                RelationshipLinks.to(each.customer(), each.brand()),
                                each.eventId(),
                                each.type(),
                                each.at(),
                                each.seenAt() != null))
                        .toList(),
                outlook.of(caller.brands(), WATCHED).stream()
                        .map(each -> watched(each, reader.texts()))
                        .toList());
        return new ModelAndView("parting/list").addObject("view", view);
    }

    private static PartingsView.Line line(PartingLedger.Line line) {
        String tone = switch (line.standing()) {
            case PROPOSED -> "warn";
            case COOLING_OFF -> "bad";
            case DONE, CALLED_OFF -> "quiet";
        };
        return new PartingsView.Line(
                line.reference(),
                line.subject(),
                line.customer(),
                line.standing().stableName(),
                tone,
                line.proposedAt(),
                line.coolingOffUntil(),
                line.done());
    }

    private static PartingsView.Watched watched(PeaceOutlook.Watched each, Texts texts) {
        List<PartingsView.Outlook> later = each.moments().stream()
                .map(moment -> new PartingsView.Outlook(
                        texts.text("parting.in." + moment.days()),
                        texts.numerals().chance(moment.retaliation()),
                        texts.numerals().chance(moment.avoidance())))
                .toList();
        return new PartingsView.Watched(
                each.customer(),
                RelationshipLinks.to(each.customer(), each.brand()),
                each.brand(),
                each.since(),
                each.mentions(),
                each.lastMention(),
                later);
    }

    @PostMapping("/partings/breaches/seen")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    String seen(@RequestParam long relationship, @RequestParam String event) {
        Caller caller = Caller.current();
        watch.seen(relationship, event, caller.brands(), caller.actor());
        return "redirect:/partings#breaches";
    }

    @GetMapping("/partings/fairness")
    ModelAndView fairness(ReaderTexts reader) {
        return new ModelAndView("parting/fairness")
                .addObject("burdens", portraits.burdens(Caller.current().brands(), reader.texts()));
    }

    @GetMapping("/partings/{reference}")
    ModelAndView one(ReaderTexts reader, @PathVariable String reference) {
        return page(reader, reference, "");
    }

    @PostMapping("/partings/{reference}/propose")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ModelAndView propose(
            ReaderTexts reader, @PathVariable String reference, @RequestParam(defaultValue = "") String reason) {
        return after(reader, reference, () -> partings.propose(reference, reason, Caller.current()));
    }

    @PostMapping("/partings/{reference}/confirm")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ModelAndView confirm(ReaderTexts reader, @PathVariable String reference) {
        return after(reader, reference, () -> partings.confirm(reference, Caller.current()));
    }

    @PostMapping("/partings/{reference}/call-off")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ModelAndView callOff(
            ReaderTexts reader, @PathVariable String reference, @RequestParam(defaultValue = "") String reason) {
        return after(reader, reference, () -> partings.callOff(reference, reason, Caller.current()));
    }

    @PostMapping("/partings/{reference}/steps")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ModelAndView done(
            ReaderTexts reader,
            @PathVariable String reference,
            @RequestParam String step,
            @RequestParam(defaultValue = "") String proof) {
        return after(
                reader, reference, () -> partings.done(reference, PartingAnswer.step(step), proof, Caller.current()));
    }

    /** Drafts the letter; where it lacks something, the page says so. */
    @PostMapping("/partings/{reference}/farewell")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ModelAndView farewell(ReaderTexts reader, @PathVariable String reference) {
        return after(reader, reference, () -> {
            Caller caller = Caller.current();
            return farewells.draft(partings.seen(reference, caller), caller.actor());
        });
    }

    /** The customer's data as a file. */
    @GetMapping("/partings/{reference}/data")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ResponseEntity<Map<String, Object>> data(@PathVariable String reference) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + reference + ".json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(partings.data(reference, Caller.current()));
    }

    private ModelAndView after(ReaderTexts reader, String reference, Supplier<?> act) {
        try {
            Object ignored = act.get();
            return new ModelAndView("redirect:/partings/" + reference);
        } catch (Problem refused) {
            return page(reader, reference, told(refused, reader.texts()));
        }
    }

    /** In the reader's language where there are words for it. */
    private static String told(Problem refused, Texts texts) {
        var members = refused.detail().getProperties();
        Object refusal = members == null ? null : members.get("refusal");
        String key = "parting.refused." + (refusal == null ? "other" : refusal);
        if (refusal != null && texts.has(key)) {
            return texts.text(key);
        }
        String type = String.valueOf(refused.detail().getType());
        String named = "parting.refused." + type.substring(type.lastIndexOf('/') + 1);
        return texts.has(named) ? texts.text(named) : texts.text("parting.refused.other");
    }

    private ModelAndView page(ReaderTexts reader, String reference, String flaw) {
        Caller caller = Caller.current();
        return new ModelAndView("parting/one")
                .addObject("view", portraits.of(partings.seen(reference, caller), caller, reader.texts(), flaw));
    }
}
