package org.amends.server.parting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory of other providers at the console. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_admin')")
class AlternativePages {

    private static final List<String> LANGUAGES = List.of("en", "es", "fr", "ru");

    private final Alternatives alternatives;

    AlternativePages(Alternatives alternatives) {
        this.alternatives = alternatives;
    }

    @GetMapping("/partings/alternatives")
    String all(Model model) {
        return shown(model, "");
    }

    @PostMapping("/partings/alternatives")
    String add(@RequestParam Map<String, String> typed, Model model) {
        Caller caller = Caller.current();
        Map<String, String> why = new TreeMap<>();
        for (String language : LANGUAGES) {
            String text = typed.getOrDefault("why-" + language, "").strip();
            if (!text.isEmpty()) {
                why.put(language, text);
            }
        }
        try {
            alternatives.keep(
                    new Alternatives.Alternative(
                            UUID.randomUUID(),
                            "",
                            typed.getOrDefault("name", ""),
                            typed.getOrDefault("address", "").strip(),
                            words(typed.getOrDefault("qualities", "")),
                            List.of(),
                            why),
                    caller.actor());
            return "redirect:/partings/alternatives";
        } catch (Problem refused) {
            return shown(model, String.valueOf(refused.getMessage()));
        }
    }

    @PostMapping("/partings/alternatives/remove")
    String remove(@RequestParam UUID id) {
        Caller caller = Caller.current();
        alternatives.remove(id, caller.brands(), caller.actor());
        return "redirect:/partings/alternatives";
    }

    private String shown(Model model, String flaw) {
        model.addAttribute(
                "lines",
                alternatives.all(Caller.current().brands()).stream()
                        .map(each -> new AlternativeLine(
                                each.id().toString(),
                                each.name(),
                                each.address(),
                                String.join(", ", each.qualities()).replace('_', ' ')))
                        .toList());
        model.addAttribute("flaw", flaw);
        return "parting/alternatives";
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
