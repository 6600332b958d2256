package org.amends.server.survey;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.amends.server.access.Caller;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.problem.Problem;
import org.amends.server.relationship.RelationshipLinks;
import org.amends.story.Numerals;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.JsonNodeFactory;

/** What follows closing, at the console: whom to ask again, what to fix, and those whom nobody hears of. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class AftercarePages {

    private static final List<String> LANGUAGES = List.of("en", "es", "fr", "ru");

    private final FollowUps followUps;
    private final Causes causes;
    private final Unheard unheard;

    AftercarePages(FollowUps followUps, Causes causes, Unheard unheard) {
        this.followUps = followUps;
        this.causes = causes;
        this.unheard = unheard;
    }

    @GetMapping("/aftercare")
    ModelAndView asking(ReaderTexts reader) {
        return asking(reader, false);
    }

    private ModelAndView asking(ReaderTexts reader, boolean flaw) {
        Numerals numerals = reader.texts().numerals();
        FollowUps.Outcome outcome = followUps.outcome(Caller.current().brands());
        List<AftercareView.Again> lines = followUps.open(Caller.current().brands()).stream()
                .map(each -> new AftercareView.Again(
                        each.reference(),
                        each.subject(),
                        each.customer(),
                        each.since(),
                        each.satisfaction() == null ? "–" : numerals.chance(each.satisfaction()),
                        Boolean.TRUE.equals(each.resolved())))
                .toList();
        return new ModelAndView("survey/asking")
                .addObject(
                        "view",
                        new AftercareView.Asking(
                                numerals.count(outcome.asked()),
                                numerals.count(outcome.answered()),
                                outcome.answered() == 0 ? "–" : numerals.chance(outcome.satisfaction()),
                                outcome.answered() == 0 ? "–" : numerals.share(outcome.resolved(), outcome.answered()),
                                lines,
                                flaw));
    }

    @PostMapping("/aftercare/done")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ModelAndView done(
            ReaderTexts reader, @RequestParam String reference, @RequestParam(defaultValue = "") String outcome) {
        try {
            followUps.done(reference, outcome, Caller.current());
            return new ModelAndView("redirect:/aftercare");
        } catch (Problem refused) {
            return asking(reader, true);
        }
    }

    @GetMapping("/aftercare/causes")
    ModelAndView learning(ReaderTexts reader) {
        return learning(reader, false);
    }

    private ModelAndView learning(ReaderTexts reader, boolean flaw) {
        Numerals numerals = reader.texts().numerals();
        List<AftercareView.Cause> lines = causes.ranked(Caller.current().brands()).stream()
                .map(each -> new AftercareView.Cause(
                        each.brand(),
                        each.cause(),
                        numerals.count(each.relationships()),
                        numerals.count(each.cases()),
                        money(each.valueAtRisk(), each.currency(), numerals),
                        each.fix(),
                        each.fixedOn() == null ? null : each.fixedOn().toString(),
                        numerals.count(each.drafts())))
                .toList();
        return new ModelAndView("survey/causes").addObject("view", new AftercareView.Learning(lines, flaw));
    }

    @PostMapping("/aftercare/fixed")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ModelAndView fixed(ReaderTexts reader, @RequestParam Map<String, String> typed) {
        Caller caller = Caller.current();
        String brand = typed.getOrDefault("brand", "");
        try {
            if (!caller.brands().includes(brand)) {
                throw Problem.notFound("cause", typed.getOrDefault("cause", ""));
            }
            long ignored = causes.fixed(
                    new Causes.Fixed(
                            brand,
                            typed.getOrDefault("cause", ""),
                            AftercareApi.date(typed.getOrDefault("on", "")),
                            sentences(typed, "found-"),
                            sentences(typed, "changed-")),
                    caller.actor());
            return new ModelAndView("redirect:/aftercare/causes");
        } catch (Problem refused) {
            return learning(reader, true);
        }
    }

    private static Map<String, String> sentences(Map<String, String> typed, String prefix) {
        Map<String, String> sentences = new TreeMap<>();
        for (String language : LANGUAGES) {
            String sentence = typed.getOrDefault(prefix + language, "").strip();
            if (!sentence.isEmpty()) {
                sentences.put(language, sentence);
            }
        }
        return sentences;
    }

    @GetMapping("/aftercare/unheard/{kind}")
    ModelAndView turning(ReaderTexts reader, @PathVariable String kind) {
        return turning(reader, Unheard.Kind.of(kind), null, false);
    }

    private ModelAndView turning(ReaderTexts reader, Unheard.Kind kind, Unheard.@Nullable Turned turned, boolean flaw) {
        Texts texts = reader.texts();
        List<AftercareView.Somebody> lines = unheard.of(kind, Caller.current().brands()).stream()
                .map(each -> new AftercareView.Somebody(
                        each.relationship(),
                        each.customer(),
                        RelationshipLinks.to(each.customer(), each.brand()),
                        what(kind, each, texts),
                        money(each.valueAtRisk(), each.currency(), texts.numerals()),
                        texts.numerals().chance(each.leaveProbability())))
                .toList();
        return new ModelAndView("survey/unheard")
                .addObject(
                        "view",
                        new AftercareView.Turning(
                                kind.stableName(),
                                lines,
                                turned == null ? null : turned.reference(),
                                turned != null && turned.letter() != null,
                                flaw));
    }

    private static String what(Unheard.Kind kind, Unheard.Somebody somebody, Texts texts) {
        String failure = somebody.failure();
        if (kind == Unheard.Kind.LOYAL) {
            return texts.text(
                    "survey.loyal.for",
                    "since",
                    texts.numerals().date(somebody.firstSeen()),
                    "purchases",
                    somebody.purchases(),
                    "advocacies",
                    somebody.advocacies());
        }
        var at = somebody.failedAt();
        if (failure == null || at == null) {
            return texts.text("survey.silent.unknown");
        }
        String key = "kind." + failure.toLowerCase(Locale.ROOT);
        return texts.text(
                "survey.silent.for",
                "failure",
                texts.has(key) ? texts.text(key) : failure.replace('_', ' '),
                "at",
                texts.numerals().date(at));
    }

    @PostMapping("/aftercare/unheard/{kind}")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    ModelAndView turn(
            ReaderTexts reader,
            @PathVariable String kind,
            @RequestParam long relationship,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "") String because) {
        Unheard.Kind whom = Unheard.Kind.of(kind);
        Caller caller = Caller.current();
        try {
            if (!because.isBlank()) {
                unheard.leave(whom, relationship, because, caller);
                return new ModelAndView("redirect:/aftercare/unheard/" + whom.stableName());
            }
            String subject = reader.texts().text("survey.subject." + whom.stableName());
            Unheard.Turned turned = unheard.turn(
                    whom,
                    relationship,
                    LANGUAGES.contains(language) ? language : "en",
                    subject,
                    JsonNodeFactory.instance.objectNode(),
                    caller);
            return turning(reader, whom, turned, false);
        } catch (Problem refused) {
            return turning(reader, whom, null, true);
        }
    }

    private static String money(double amount, String currency, Numerals numerals) {
        return numerals.money(amount, currency.isEmpty() ? null : Currency.getInstance(currency));
    }
}
