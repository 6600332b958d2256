package org.amends.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amends.format.policy.PolicyDiff;
import org.amends.format.policy.PolicyWriter;
import org.amends.policy.Policy;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The policy at the console: every value with its source; change, compare, try out, publish, and look back. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_policy')")
class PolicyPages {

    private static final int LONGEST_NAME = 100;

    private final Policies policies;
    private final PolicyTrial trial;

    PolicyPages(Policies policies, PolicyTrial trial) {
        this.policies = policies;
        this.trial = trial;
    }

    @GetMapping("/policy")
    String values(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String published,
            Model model) {
        model.addAttribute("view", PolicyView.of(policies.current(), q, Map.of(), Map.of(), published != null));
        return "policy/values";
    }

    /** Compares the values that were typed in with those in force, and tries them out. */
    @PostMapping("/policy/proposal")
    String proposal(@RequestParam Map<String, String> typed, Model model) {
        PublishedPolicy current = policies.current();
        String version = typed.getOrDefault("version", "").strip();
        PolicyForm form = PolicyForm.of(current.policy(), typed);
        if (!form.errors().isEmpty() || version.isEmpty() || version.length() > LONGEST_NAME) {
            model.addAttribute("view", PolicyView.of(current, "", typed, form.errors(), false));
            return "policy/values";
        }
        String text = PolicyWriter.write(form.policy(version, current.policy()));
        return compared(text, current, model);
    }

    /** The same for a policy written as text. */
    @PostMapping("/policy/text")
    String text(@RequestParam String text, Model model) {
        try {
            return compared(text, policies.current(), model);
        } catch (Problem flawed) {
            model.addAttribute("text", text);
            model.addAttribute("flaw", told(flawed));
            return "policy/text";
        }
    }

    @GetMapping("/policy/text")
    String text(Model model) {
        model.addAttribute("text", policies.current().text());
        model.addAttribute("flaw", "");
        return "policy/text";
    }

    private String compared(String text, PublishedPolicy current, Model model) {
        Policy proposed = Policies.read(text);
        PolicyDiff diff = PolicyDiff.between(current.policy(), proposed);
        model.addAttribute(
                "proposal",
                new PolicyProposal(
                        proposed.version(),
                        text,
                        PolicyChanges.of(diff),
                        diff.isEmpty() ? null : trial.run(proposed, PolicyTrial.USUAL_SAMPLE),
                        current.version().etag(),
                        PolicyPublished.changesStates(current.policy(), proposed)));
        model.addAttribute("flaw", "");
        return "policy/proposal";
    }

    @PostMapping("/policy/publish")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    String publish(
            @RequestParam String text,
            @RequestParam String seen,
            @RequestParam(defaultValue = "") String note,
            Model model) {
        try {
            PublishedPolicy published =
                    policies.publish(text, note, Caller.current().actor(), seen);
            return "redirect:/policy?published=" + published.version().number();
        } catch (Problem refused) {
            String view = compared(text, policies.current(), model);
            model.addAttribute("flaw", told(refused));
            return view;
        }
    }

    private static String told(Problem problem) {
        Map<String, Object> members = problem.detail().getProperties();
        Object remedy = members == null ? null : members.get("remedy");
        return problem.getMessage() + (remedy == null ? "" : " " + remedy);
    }

    @GetMapping("/policy/history")
    String history(Model model) {
        List<PolicyVersion> all = policies.all();
        List<PolicyHistory> history = new ArrayList<>();
        Policy after = null;
        for (int i = 0; i < all.size(); i++) {
            Policy policy = after != null ? after : read(all.get(i));
            Policy before = i + 1 < all.size() ? read(all.get(i + 1)) : null;
            history.add(new PolicyHistory(
                    all.get(i),
                    i == 0,
                    before == null ? List.of() : PolicyChanges.of(PolicyDiff.between(before, policy))));
            after = before;
        }
        model.addAttribute("history", history);
        return "policy/history";
    }

    private Policy read(PolicyVersion version) {
        return policies.find(Integer.toString(version.number())).policy();
    }

    @GetMapping("/policy/history/{number}")
    String one(@PathVariable String number, Model model) {
        PublishedPolicy published = policies.find(number);
        PublishedPolicy current = policies.current();
        model.addAttribute("published", published);
        model.addAttribute(
                "current", published.version().number() == current.version().number());
        model.addAttribute("changes", PolicyChanges.of(PolicyDiff.between(current.policy(), published.policy())));
        return "policy/one";
    }
}
