package org.amends.server.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.amends.server.access.Caller;
import org.amends.server.access.Scope;
import org.amends.server.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page for whoever stands at the shelf: what was ordered, what may not go, and what can be sent with one tap. */
@Controller
class PickPages {

    private static final String NEAR_MISS = "near miss";

    private final Ledger ledger;
    private final NearMisses misses;
    private final Outcomes outcomes;

    PickPages(Ledger ledger, NearMisses misses, Outcomes outcomes) {
        this.ledger = ledger;
        this.misses = misses;
        this.outcomes = outcomes;
    }

    /** Finds the latest question of a request, for apps that know no other name of it. */
    @GetMapping("/guard/pick")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    String find(@RequestParam String request) {
        misses.awaitWritten();
        Long question = ledger.latest(request, Caller.current().brands());
        if (question == null) {
            throw Problem.notFound(NEAR_MISS, request);
        }
        return "redirect:/guard/pick/" + question;
    }

    @GetMapping("/guard/pick/{id}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    ModelAndView page(@PathVariable String id) {
        List<LedgerLine> lines = lines(id);
        List<PickView.Item> missed = new ArrayList<>();
        List<PickView.Item> allowed = new ArrayList<>();
        for (LedgerLine line : lines) {
            (line.isMissed() ? missed : allowed).add(item(line));
        }
        allowed.sort(Comparator.comparing(item -> !item.best()));
        LedgerLine first = lines.getFirst();
        return new ModelAndView("guard/pick")
                .addObject(
                        "view",
                        new PickView(
                                "/guard/pick/" + first.question(),
                                first.ordered(),
                                first.request(),
                                missed,
                                allowed,
                                Caller.current().may(Scope.GUARD)));
    }

    /** Tells what becomes of one candidate; where another is sent, the rest is replaced by it. */
    @PostMapping("/guard/pick/{id}")
    @PreAuthorize("hasAuthority('SCOPE_guard')")
    String tell(@PathVariable String id, @RequestParam(defaultValue = "-1") int place, @RequestParam String outcome) {
        List<LedgerLine> lines = lines(id);
        SentOutcome told = SentOutcome.of(outcome);
        if (told == null) {
            throw Problem.invalid("outcome", "\"" + outcome + "\"", "Outcomes are %s.".formatted(SentOutcome.tags()));
        }
        String by = Caller.current().actor();
        for (LedgerLine line : lines) {
            if (line.place() == place || (place < 0 && line.isMissed())) {
                var unused = outcomes.record(line, told, null, by);
            } else if (told == SentOutcome.SENT && line.isMissed() && !isMissed(lines, place)) {
                var unused = outcomes.record(line, SentOutcome.REPLACED, null, by);
            }
        }
        return "redirect:/guard/pick/" + lines.getFirst().question();
    }

    private static boolean isMissed(List<LedgerLine> lines, int place) {
        return lines.stream().anyMatch(line -> line.place() == place && line.isMissed());
    }

    private List<LedgerLine> lines(String id) {
        long number;
        try {
            number = Long.parseLong(id);
        } catch (NumberFormatException none) {
            throw Problem.notFound(NEAR_MISS, id);
        }
        List<LedgerLine> lines = ledger.question(number, Caller.current().brands());
        if (lines.isEmpty()) {
            throw Problem.notFound(NEAR_MISS, id);
        }
        return lines;
    }

    private static PickView.Item item(LedgerLine line) {
        List<String> reasons = new ArrayList<>();
        line.reasons().forEach(each -> reasons.add(each.evidence()));
        SentOutcome outcome = line.outcome();
        return new PickView.Item(
                line.place(),
                line.name(),
                line.price() == null ? null : line.price().toPlainString(),
                line.verdict().name(),
                GuardPages.tone(line.verdict()),
                line.best(),
                reasons,
                outcome == null ? null : outcome.tag());
    }
}
