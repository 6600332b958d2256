package org.amends.server.promise;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.amends.complaint.CasePromise;
import org.amends.promise.Pledge;
import org.amends.promise.PledgeStanding;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.problem.Problem;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of all promises: whose, until when, and the place to say what shows that one was kept. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class PromisePages {

    private static final int LINES = 50;

    private final PromiseLedger ledger;
    private final Cases cases;
    private final InstantSource clock;

    PromisePages(PromiseLedger ledger, Cases cases, InstantSource clock) {
        this.ledger = ledger;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/promises")
    ModelAndView page(
            ReaderTexts reader,
            @RequestParam(defaultValue = "all") String whose,
            @RequestParam(defaultValue = "open") String standing,
            @RequestParam(defaultValue = "") String after) {
        Caller caller = Caller.current();
        BrandScope brands = caller.brands();
        boolean open = !standing.equals("settled");
        boolean mine = whose.equals("mine");
        PromiseLedger.Place place = place(after);
        List<PromiseLedger.Entry> found = ledger.list(
                new PromiseLedger.Wanted(mine ? caller.actor() : null, open, null, brands, place), LINES + 1);
        boolean more = found.size() > LINES;
        List<PromiseLedger.Entry> shown = more ? found.subList(0, LINES) : found;
        Instant now = clock.instant();
        String here = "/promises?whose=%s&standing=%s".formatted(mine ? "mine" : "all", open ? "open" : "settled");
        return new ModelAndView("promise/page")
                .addObject(
                        "view",
                        new PromisesView(
                                mine,
                                open,
                                shown.stream()
                                        .map(each -> line(each, now, reader.texts()))
                                        .toList(),
                                place == null ? null : here,
                                more
                                        ? here + "&after="
                                                + shown.getLast().place(open).text()
                                        : null));
    }

    private static PromiseLedger.@Nullable Place place(String after) {
        if (after.isEmpty()) {
            return null;
        }
        return PromiseLedger.Place.of(after);
    }

    private static PromisesView.Line line(PromiseLedger.Entry entry, Instant now, Texts texts) {
        Pledge pledge = entry.pledge();
        CasePromise promise = pledge.promise();
        PledgeStanding standing = pledge.standing(now);
        return new PromisesView.Line(
                entry.reference(),
                promise.id(),
                Prose.shownId(entry.customer()),
                promise.what(),
                entry.ownerName(),
                texts.numerals().day(promise.due(), now),
                standing.stableName(),
                tone(standing),
                promise.proof(),
                promise.open());
    }

    private static String tone(PledgeStanding standing) {
        return switch (standing) {
            case OPEN -> "quiet";
            case DUE_SOON -> "warn";
            case OVERDUE, BROKEN -> "bad";
            case KEPT -> "good";
        };
    }

    @PostMapping("/promises/keep")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    String keep(
            @RequestParam String reference,
            @RequestParam String promise,
            @RequestParam(defaultValue = "") String proof,
            RedirectAttributes next) {
        try {
            var ignored = PromiseApi.keep(cases, reference, promise, proof);
            next.addFlashAttribute("told", "kept");
        } catch (Problem refused) {
            next.addFlashAttribute("told", proof.isBlank() ? "proof" : "refused");
        }
        return "redirect:/promises";
    }
}
