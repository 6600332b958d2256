package org.amends.server.automation.page;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.amends.server.access.Caller;
import org.amends.server.automation.rule.KeptRule;
import org.amends.server.automation.rule.Rule;
import org.amends.server.automation.rule.RuleReading;
import org.amends.server.automation.rule.Rules;
import org.amends.server.automation.run.Outlook;
import org.amends.server.automation.run.Outlooks;
import org.amends.server.automation.run.Run;
import org.amends.server.automation.run.RunLog;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of rules: the list, one as a form with what it would have done, and what came of them. */
@Controller
@RequestMapping("/automation")
class AutomationPages {

    private static final Duration COUNTED = Duration.ofDays(30);
    private static final int DAYS = 30;
    private static final int PAGE = 100;
    private static final String ADMIN = "hasAuthority('SCOPE_admin')";
    private static final String READ = "hasAuthority('SCOPE_read')";

    private final Rules rules;
    private final RunLog log;
    private final Outlooks outlooks;
    private final DeedRows deeds;
    private final ChoiceLists choices;
    private final InstantSource clock;

    AutomationPages(
            Rules rules, RunLog log, Outlooks outlooks, DeedRows deeds, ChoiceLists choices, InstantSource clock) {
        this.rules = rules;
        this.log = log;
        this.outlooks = outlooks;
        this.deeds = deeds;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(READ)
    String all(Model model) {
        Map<String, RunLog.Counts> counts = log.counts(clock.instant().minus(COUNTED)).stream()
                .collect(Collectors.toMap(RunLog.Counts::rule, each -> each));
        List<AutomationView.RuleLine> lines = rules.all(Caller.current().brands()).stream()
                .map(rule -> line(rule, counts.get(rule.name())))
                .toList();
        model.addAttribute("lines", lines);
        return "automation/rules";
    }

    private static AutomationView.RuleLine line(KeptRule rule, RunLog.@Nullable Counts counts) {
        return new AutomationView.RuleLine(
                rule, counts == null ? 0 : counts.acted(), counts == null ? 0 : counts.refused());
    }

    @GetMapping("/log")
    @PreAuthorize(READ)
    String runs(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        List<Run> runs = log.latest(
                rule.isEmpty() ? null : rule, null, before, Caller.current().brands(), PAGE);
        model.addAttribute(
                "view",
                new AutomationView.Log(
                        runs, rule, runs.size() < PAGE ? null : runs.getLast().number()));
        return "automation/log";
    }

    @GetMapping("/rules/new")
    @PreAuthorize(ADMIN)
    String begin(Model model) {
        return shown(model, RuleForm.empty(), true, "", null);
    }

    @GetMapping("/rules/{name}")
    @PreAuthorize(READ)
    String one(@PathVariable String name, Model model) {
        KeptRule rule = rules.seen(name, Caller.current().brands());
        return shown(model, RuleForm.of(rule, deeds.of(rule.rule().deeds())), false, "", null);
    }

    /** Keeps a rule, or shows what it would have done, by the button. */
    @PostMapping("/rules")
    @PreAuthorize(ADMIN)
    String send(@RequestParam Map<String, String> typed, Model model) {
        Caller caller = Caller.current();
        RuleForm form = RuleForm.typed(typed);
        boolean isNew = form.version() == 0;
        try {
            Rule rule = RuleReading.read(form.definition(deeds.json(form.deeds())));
            if (typed.containsKey("preview")) {
                Outlook outlook = outlooks.of(rule, form.brand(), DAYS, caller.brands());
                return shown(model, form, isNew, "", outlook);
            }
            KeptRule kept = rules.keep(
                    new Rules.Wish(form.name(), form.brand(), place(form), form.on(), form.version(), rule),
                    caller.brands(),
                    caller.actor());
            return "redirect:/automation/rules/" + kept.name();
        } catch (Problem refused) {
            return shown(model, form, isNew, told(refused), null);
        }
    }

    private static @Nullable Integer place(RuleForm form) {
        if (form.place().isEmpty()) {
            return null;
        }
        if (!form.place().matches("\\d{1,6}")) {
            throw Problem.invalid("place", "\"%s\"".formatted(form.place()), "Write a number.");
        }
        return Integer.valueOf(form.place());
    }

    @PostMapping("/rules/{name}/remove")
    @PreAuthorize(ADMIN)
    String remove(@PathVariable String name) {
        Caller caller = Caller.current();
        rules.remove(name, caller.brands(), caller.actor());
        return "redirect:/automation";
    }

    /** What is wrong, and what to do about it. */
    static String told(Problem refused) {
        Map<String, Object> members = refused.detail().getProperties();
        Object remedy = members == null ? null : members.get("remedy");
        return remedy == null ? String.valueOf(refused.getMessage()) : refused.getMessage() + " " + remedy;
    }

    private String shown(Model model, RuleForm form, boolean isNew, String flaw, @Nullable Outlook outlook) {
        List<AutomationView.VersionLine> versions = new ArrayList<>();
        if (!isNew) {
            rules.versions(form.name())
                    .forEach(each -> versions.add(new AutomationView.VersionLine(
                            each.version(),
                            each.madeAt(),
                            each.madeBy(),
                            RuleReading.json(each.rule()).toPrettyString())));
        }
        model.addAttribute(
                "view",
                new AutomationView.OneRule(
                        form, isNew, choices.of(Caller.current().brands()), flaw, outlook, versions));
        return "automation/rule";
    }
}
