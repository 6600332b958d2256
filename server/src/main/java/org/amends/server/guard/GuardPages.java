package org.amends.server.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.amends.guard.substitution.CandidateVerdict;
import org.amends.guard.substitution.Reason;
import org.amends.guard.substitution.SubstitutionAnswer;
import org.amends.preference.Need;
import org.amends.server.access.Caller;
import org.amends.slip.Verdict;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which people try a substitution and see why the guard answers as it does. What is tried is not written down. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class GuardPages {

    /** A person waits longer than an order does. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final GuardDesk desk;

    GuardPages(GuardDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/guard")
    ModelAndView empty() {
        return page(new TrialView(TriedRequest.empty(), List.of(Need.values()), null));
    }

    @PostMapping("/guard")
    ModelAndView ask(@RequestParam MultiValueMap<String, String> form) {
        TriedRequest tried = TriedRequest.read(form);
        List<TrialView.Result> results = tried.isEmpty()
                ? List.of()
                : results(
                        tried,
                        desk.answer(tried.request(), Caller.current().brands(), Deadline.in(PATIENCE))
                                .answer());
        return page(new TrialView(tried, List.of(Need.values()), results));
    }

    private static ModelAndView page(TrialView view) {
        return new ModelAndView("guard/trial").addObject("view", view);
    }

    private static List<TrialView.Result> results(TriedRequest tried, SubstitutionAnswer answer) {
        List<TrialView.Result> results = new ArrayList<>();
        List<TriedRequest.Typed> typed = tried.filled();
        for (int i = 0; i < typed.size(); i++) {
            CandidateVerdict verdict = answer.verdicts().get(i);
            List<String> evidence =
                    verdict.reasons().stream().map(Reason::evidence).toList();
            String ingredients = typed.get(i).ingredients();
            results.add(new TrialView.Result(
                    MarkedText.of(typed.get(i).name(), evidence),
                    ingredients.isBlank() ? null : MarkedText.of(ingredients, evidence),
                    verdict.verdict().name(),
                    tone(verdict.verdict()),
                    verdict.id().equals(answer.best()),
                    evidence,
                    verdict.whyNotBest()));
        }
        return results;
    }

    /** How a verdict is coloured. */
    static String tone(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> "good";
            case ASK -> "warn";
            case BLOCK -> "bad";
        };
    }
}
