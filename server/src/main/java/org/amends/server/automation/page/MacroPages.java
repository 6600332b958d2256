package org.amends.server.automation.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amends.server.access.Caller;
import org.amends.server.automation.macro.Macro;
import org.amends.server.automation.macro.Macros;
import org.amends.server.automation.rule.Deeds;
import org.amends.server.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of macros. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_admin')")
@RequestMapping("/automation/macros")
class MacroPages {

    private final Macros macros;
    private final DeedRows deeds;
    private final ChoiceLists choices;

    MacroPages(Macros macros, DeedRows deeds, ChoiceLists choices) {
        this.macros = macros;
        this.deeds = deeds;
        this.choices = choices;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_read')")
    String all(Model model) {
        model.addAttribute(
                "lines",
                macros.all(Caller.current().brands()).stream()
                        .map(each -> new AutomationView.MacroLine(
                                each.name(), each.brand(), team(each), deeds.of(each.deeds())))
                        .toList());
        return "automation/macros";
    }

    private static String team(Macro macro) {
        return Objects.requireNonNullElse(macro.team(), "");
    }

    @GetMapping("/new")
    String begin(Model model) {
        return shown(model, "", "", "", List.of(), true, "");
    }

    @GetMapping("/{name}")
    String one(@PathVariable String name, Model model) {
        Macro macro = macros.seen(name, Caller.current().brands());
        return shown(model, macro.name(), macro.brand(), team(macro), deeds.of(macro.deeds()), false, "");
    }

    @PostMapping
    String keep(@RequestParam Map<String, String> typed, Model model) {
        Caller caller = Caller.current();
        List<DeedRow> rows = DeedRows.typed(typed);
        String name = typed.getOrDefault("name", "").strip();
        String brand = typed.getOrDefault("brand", "").strip();
        String team = typed.getOrDefault("team", "").strip();
        try {
            Macro kept = macros.keep(
                    name,
                    brand,
                    team.isEmpty() ? null : team,
                    Deeds.read(deeds.json(rows), "acts", Deeds.OF_MACROS),
                    caller.brands(),
                    caller.actor());
            assert kept.name().equals(name);
            return "redirect:/automation/macros";
        } catch (Problem refused) {
            return shown(model, name, brand, team, rows, !typed.containsKey("known"), AutomationPages.told(refused));
        }
    }

    @PostMapping("/{name}/remove")
    String remove(@PathVariable String name) {
        Caller caller = Caller.current();
        macros.remove(name, caller.brands(), caller.actor());
        return "redirect:/automation/macros";
    }

    private String shown(
            Model model, String name, String brand, String team, List<DeedRow> rows, boolean isNew, String flaw) {
        model.addAttribute(
                "view",
                new AutomationView.OneMacro(
                        name,
                        brand,
                        team,
                        RuleForm.withRoom(rows),
                        isNew,
                        choices.teams(),
                        choices.of(Caller.current().brands()),
                        flaw));
        return "automation/macro";
    }
}
