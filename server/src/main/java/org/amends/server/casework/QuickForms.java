package org.amends.server.casework;

import java.util.Arrays;
import java.util.UUID;
import org.amends.server.automation.macro.MacroUses;
import org.amends.server.automation.reply.ReplyLetters;
import org.amends.server.letter.Letters;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms with which macros are applied to a case and taken back, and saved replies put into its letters. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_write')")
@RequestMapping("/cases/{reference}")
class QuickForms {

    private final CaseActs acts;
    private final MacroUses macros;
    private final ReplyLetters replies;

    QuickForms(CaseActs acts, MacroUses macros, ReplyLetters replies) {
        this.acts = acts;
        this.macros = macros;
        this.replies = replies;
    }

    @PostMapping("/macros")
    String apply(@PathVariable String reference, @RequestParam String name) {
        return acts.deed(reference, "case", (kept, caller) -> {
            var ignored = macros.apply(reference, name, caller, null);
        });
    }

    @PostMapping("/macros/undo")
    String undo(@PathVariable String reference, @RequestParam UUID use) {
        return acts.deed(reference, "case", (kept, caller) -> {
            var ignored = macros.undo(use, caller);
        });
    }

    /** Keeps what was typed, with the reply in it. */
    @PostMapping("/letters/{id}/reply")
    String insert(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam String reply,
            @RequestParam String subject,
            @RequestParam String text,
            @RequestParam String to,
            @RequestParam int version) {
        return acts.deed(reference, "letters", (kept, caller) -> {
            var ignored = replies.insert(
                    kept,
                    id,
                    reply,
                    new Letters.Edit(
                            subject,
                            text.replace("\r\n", "\n"),
                            Arrays.stream(to.split("[,;\\s]+", -1))
                                    .filter(each -> !each.isBlank())
                                    .toList(),
                            null,
                            null,
                            version),
                    caller.actor());
        });
    }
}
