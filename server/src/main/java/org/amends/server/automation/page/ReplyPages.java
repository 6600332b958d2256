package org.amends.server.automation.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.amends.server.access.Caller;
import org.amends.server.automation.reply.ReplyVariable;
import org.amends.server.automation.reply.SavedReplies;
import org.amends.server.automation.reply.SavedReply;
import org.amends.server.problem.Problem;
import org.amends.story.Language;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of saved replies. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_admin')")
@RequestMapping("/automation/replies")
class ReplyPages {

    private static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::code).toList();
    private static final int BEGINS = 90;

    private final SavedReplies replies;

    ReplyPages(SavedReplies replies) {
        this.replies = replies;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_read')")
    String all(Model model) {
        model.addAttribute(
                "lines",
                replies.all(Caller.current().brands()).stream()
                        .map(ReplyPages::line)
                        .toList());
        return "automation/replies";
    }

    private static AutomationView.ReplyLine line(SavedReply reply) {
        Map<String, String> texts = new TreeMap<>(reply.texts());
        String text = texts.values().iterator().next();
        return new AutomationView.ReplyLine(
                reply.name(),
                reply.brand(),
                String.join(", ", texts.keySet()),
                text.length() <= BEGINS ? text : text.substring(0, BEGINS) + "…");
    }

    @GetMapping("/new")
    String begin(Model model) {
        return shown(model, "", "", Map.of(), true, "");
    }

    @GetMapping("/{name}")
    String one(@PathVariable String name, Model model) {
        SavedReply reply = replies.seen(name, Caller.current().brands());
        return shown(model, reply.name(), reply.brand(), reply.texts(), false, "");
    }

    @PostMapping
    String keep(@RequestParam Map<String, String> typed, Model model) {
        Caller caller = Caller.current();
        String name = typed.getOrDefault("name", "").strip();
        String brand = typed.getOrDefault("brand", "").strip();
        Map<String, String> texts = new TreeMap<>();
        LANGUAGES.forEach(each -> texts.put(each, typed.getOrDefault("text-" + each, "")));
        try {
            SavedReply kept = replies.keep(name, brand, texts, caller.brands(), caller.actor());
            assert kept.name().equals(name);
            return "redirect:/automation/replies";
        } catch (Problem refused) {
            return shown(model, name, brand, texts, !typed.containsKey("known"), AutomationPages.told(refused));
        }
    }

    @PostMapping("/{name}/remove")
    String remove(@PathVariable String name) {
        Caller caller = Caller.current();
        replies.remove(name, caller.brands(), caller.actor());
        return "redirect:/automation/replies";
    }

    private static String shown(
            Model model, String name, String brand, Map<String, String> texts, boolean isNew, String flaw) {
        model.addAttribute(
                "view",
                new AutomationView.OneReply(
                        name,
                        brand,
                        LANGUAGES.stream()
                                .map(each -> new AutomationView.ReplyText(each, texts.getOrDefault(each, "")))
                                .toList(),
                        isNew,
                        ReplyVariable.names(),
                        flaw));
        return "automation/reply";
    }
}
