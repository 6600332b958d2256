package org.amends.server.casework;

import java.util.List;
import java.util.Locale;
import org.amends.complaint.CasePromise;
import org.amends.complaint.Complaint;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.act.Act;
import org.amends.server.complaint.act.ActKind;
import org.amends.server.complaint.act.Acts;
import org.amends.server.complaint.act.Joining;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which one case is made of two, two of one, and cases are related: they say what happens before it does. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_write')")
@RequestMapping("/cases/{reference}")
class JoiningPages {

    private static final String PLACE = "tags";
    private static final int SHOWN = 160;

    private final Cases cases;
    private final CaseActs page;
    private final Acts acts;
    private final Joining joining;
    private final Messages messages;

    JoiningPages(Cases cases, CaseActs page, Acts acts, Joining joining, Messages messages) {
        this.cases = cases;
        this.page = page;
        this.acts = acts;
        this.joining = joining;
        this.messages = messages;
    }

    @PostMapping("/links")
    String link(@PathVariable String reference, @RequestParam String other) {
        return related(reference, other, ActKind.LINK);
    }

    @PostMapping("/links/remove")
    String unlink(@PathVariable String reference, @RequestParam String other) {
        return related(reference, other, ActKind.UNLINK);
    }

    private String related(String reference, String other, ActKind kind) {
        return page.deed(reference, PLACE, (kept, caller) -> {
            KeptCase ignored =
                    acts.perform(reference, List.of(Act.of(kind, "reference", named(other))), Acts.By.caller(), null);
        });
    }

    private static String named(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    @GetMapping("/merge")
    ModelAndView beforeMerge(ReaderTexts reader, @PathVariable String reference, @RequestParam String into) {
        return before(reference, named(into), null, reader.texts());
    }

    @PostMapping("/merge")
    ModelAndView merge(
            ReaderTexts reader,
            @PathVariable String reference,
            @RequestParam String into,
            @RequestParam(defaultValue = "false") boolean otherCustomer,
            @RequestParam(required = false) @Nullable Integer version) {
        KeptCase seen = cases.seen(reference, Caller.current().brands());
        try {
            KeptCase on =
                    joining.merge(seen.complaint().reference(), named(into), otherCustomer, Acts.By.caller(), version);
            return new ModelAndView("redirect:" + CaseLinks.to(on.complaint().reference()) + "#case");
        } catch (Problem refused) {
            return before(reference, named(into), told(refused, reader.texts()), reader.texts());
        }
    }

    private static String told(Problem refused, Texts texts) {
        String key = "case.refused." + CaseActs.why(refused);
        return texts.text(texts.has(key) ? key : "case.refused." + CaseActs.NOT_UNDERSTOOD);
    }

    private ModelAndView before(String reference, String other, @Nullable String refused, Texts texts) {
        Caller caller = Caller.current();
        Complaint one = cases.seen(reference, caller.brands()).complaint();
        Complaint into = cases.state(other)
                .filter(found -> caller.brands().includes(found.brand()))
                .filter(found -> !found.reference().equals(one.reference()))
                .orElse(null);
        String flaw = refused != null ? refused : flaw(one, into, texts);
        return new ModelAndView("casework/merge")
                .addObject(
                        "view",
                        new JoiningView(
                                one.reference(),
                                CaseLinks.to(one.reference()),
                                one.version(),
                                one.subject(),
                                Prose.shownId(one.customer()),
                                texts.text("case.stage." + one.stage().name()),
                                one.promises().stream()
                                        .filter(CasePromise::open)
                                        .count(),
                                other,
                                into != null,
                                into == null ? "" : into.subject(),
                                into == null ? "" : Prose.shownId(into.customer()),
                                into == null
                                        ? ""
                                        : texts.text(
                                                "case.stage." + into.stage().name()),
                                into != null && !into.customer().equals(one.customer()),
                                into != null && flaw(one, into, texts) == null,
                                flaw));
    }

    /** Why the one cannot go on in the other, or null when it can. */
    private static @Nullable String flaw(Complaint one, @Nullable Complaint into, Texts texts) {
        if (into == null) {
            return texts.text("case.join.unknown");
        }
        if (!one.brand().equals(into.brand())) {
            return texts.text("case.refused.OTHER_BRAND");
        }
        if (one.mergedInto() != null || into.mergedInto() != null) {
            return texts.text("case.refused.MERGED");
        }
        return one.open() && into.open() ? null : texts.text("case.refused.CLOSED");
    }

    @GetMapping("/split")
    ModelAndView beforeSplit(ReaderTexts reader, @PathVariable String reference) {
        return split(cases.seen(reference, Caller.current().brands()), null, reader.texts());
    }

    @PostMapping("/split")
    ModelAndView split(
            ReaderTexts reader,
            @PathVariable String reference,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(required = false) @Nullable Integer version) {
        KeptCase kept = cases.seen(reference, Caller.current().brands());
        try {
            KeptCase made = joining.split(
                    reference,
                    AskedValues.text(subject),
                    message.isBlank() ? null : message,
                    Acts.By.caller(),
                    version);
            return new ModelAndView("redirect:" + CaseLinks.to(made.complaint().reference()));
        } catch (Problem refused) {
            return split(kept, told(refused, reader.texts()), reader.texts());
        } catch (IllegalArgumentException notUnderstood) {
            return split(kept, reader.texts().text("case.refused." + CaseActs.NOT_UNDERSTOOD), reader.texts());
        }
    }

    private ModelAndView split(KeptCase kept, @Nullable String flaw, Texts texts) {
        Complaint complaint = kept.complaint();
        return new ModelAndView("casework/split")
                .addObject(
                        "view",
                        new SplittingView(
                                complaint.reference(),
                                CaseLinks.to(complaint.reference()),
                                complaint.version(),
                                complaint.subject(),
                                messages.ofCase(kept.id()).stream()
                                        .filter(each -> each.direction() == KeptMessage.Direction.IN)
                                        .map(each -> choice(each, texts))
                                        .toList(),
                                flaw));
    }

    private static SplittingView.Choice choice(KeptMessage message, Texts texts) {
        String text = (message.newText().isBlank() ? message.text() : message.newText())
                .strip()
                .replaceAll("\\s+", " ");
        return new SplittingView.Choice(
                message.id().toString(),
                texts.numerals().moment(message.at()),
                text.length() <= SHOWN ? text : text.substring(0, SHOWN).strip() + "…");
    }
}
