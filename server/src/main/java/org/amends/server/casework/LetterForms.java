package org.amends.server.casework;

import java.util.List;
import java.util.UUID;
import org.amends.complaint.LetterPurpose;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.letter.KeptLetter;
import org.amends.server.letter.Letters;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;

/** The forms with which letters of a case are drafted, changed, sent off and taken back. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_write')")
@RequestMapping("/cases/{reference}/letters")
class LetterForms {

    private static final String PLACE = "letters";

    private final CaseActs acts;
    private final Cases cases;
    private final Letters letters;

    LetterForms(CaseActs acts, Cases cases, Letters letters) {
        this.acts = acts;
        this.cases = cases;
        this.letters = letters;
    }

    /** Something that is done to a letter. */
    @FunctionalInterface
    private interface Deed {
        void doIt(KeptLetter letter, String by);
    }

    private String deed(String reference, UUID id, Deed deed) {
        return acts.deed(reference, PLACE, (kept, caller) -> deed.doIt(letter(kept, id), caller.actor()));
    }

    private KeptLetter letter(KeptCase kept, UUID id) {
        return letters.find(id)
                .filter(letter -> letter.complaint() == kept.id())
                .orElseThrow(() -> Problem.notFound("letter", id.toString()));
    }

    @PostMapping
    String draft(@PathVariable String reference, @RequestParam LetterPurpose purpose) {
        return acts.deed(reference, PLACE, (kept, caller) -> {
            var ignored = letters.draft(reference, purpose, JsonNodeFactory.instance.objectNode(), caller.actor());
        });
    }

    /** Keeps what was typed, and sends the letter off where the button says so. */
    @PostMapping("/{id}")
    String change(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam String subject,
            @RequestParam String text,
            @RequestParam String to,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String send) {
        return deed(reference, id, (letter, by) -> {
            KeptLetter changed = letters.edit(
                    id, new Letters.Edit(subject, text.replace("\r\n", "\n"), addresses(to), null, null, version), by);
            if (send != null) {
                changed = letters.queue(changed.id(), by);
            }
            assert changed.id().equals(id);
        });
    }

    private static List<String> addresses(String typed) {
        return java.util.Arrays.stream(typed.split("[,;\\s]+", -1))
                .filter(each -> !each.isBlank())
                .toList();
    }

    /** What the check finds in a text while it is typed. */
    @PostMapping("/{id}/findings")
    String findings(@PathVariable String reference, @PathVariable UUID id, @RequestParam String text, Model model) {
        KeptLetter letter = letter(cases.seen(reference, Caller.current().brands()), id);
        model.addAttribute("findings", letters.lint(letter, text.replace("\r\n", "\n")));
        model.addAttribute("language", letter.content().language());
        return "casework/findings";
    }

    @PostMapping("/{id}/back")
    String takeBack(@PathVariable String reference, @PathVariable UUID id) {
        return deed(reference, id, (letter, by) -> {
            var ignored = letters.takeBack(id, by);
        });
    }

    @PostMapping("/{id}/again")
    String again(@PathVariable String reference, @PathVariable UUID id) {
        return deed(reference, id, (letter, by) -> {
            var ignored = letters.again(id, by);
        });
    }

    @PostMapping("/{id}/arrived")
    String arrived(@PathVariable String reference, @PathVariable UUID id) {
        return deed(reference, id, (letter, by) -> {
            var ignored = letters.arrived(id, by);
        });
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable String reference, @PathVariable UUID id) {
        return deed(reference, id, (letter, by) -> letters.discard(id, by));
    }
}
