package org.amends.server.automation.page;

import java.util.ArrayList;
import java.util.List;
import org.amends.format.complaint.CaseEventJson;
import org.amends.server.access.Caller;
import org.amends.server.access.Scope;
import org.amends.server.automation.macro.Macro;
import org.amends.server.automation.macro.MacroUses;
import org.amends.server.automation.macro.Macros;
import org.amends.server.automation.reply.SavedReplies;
import org.amends.server.automation.reply.SavedReply;
import org.amends.store.complaint.KeptCase;
import org.springframework.stereotype.Component;

/** Gathers what the page of a case offers of automation. */
@Component
public final class QuickViews {

    private static final int KEYS = 9;

    private final Macros macros;
    private final MacroUses uses;
    private final SavedReplies replies;

    QuickViews(Macros macros, MacroUses uses, SavedReplies replies) {
        this.macros = macros;
        this.uses = uses;
        this.replies = replies;
    }

    /** For this reader; nothing for one who may not write. */
    public QuickView of(KeptCase kept, Caller reader) {
        if (!reader.may(Scope.WRITE) || kept.complaint().mergedInto() != null) {
            return new QuickView(List.of(), List.of(), null);
        }
        String brand = kept.complaint().brand();
        List<QuickView.MacroChoice> choices = new ArrayList<>();
        for (Macro macro : macros.of(reader, brand)) {
            MacroUses.Preview preview = uses.preview(kept, macro, reader);
            choices.add(new QuickView.MacroChoice(
                    macro.name(),
                    choices.size() < KEYS ? String.valueOf(choices.size() + 1) : "",
                    preview.events().stream().map(CaseEventJson::type).toList(),
                    preview.letters().size(),
                    preview.reason()));
        }
        List<String> names = replies.all(reader.brands()).stream()
                .filter(each -> each.concerns(brand)
                        && each.texts().containsKey(kept.complaint().language()))
                .map(SavedReply::name)
                .toList();
        QuickView.LastMacro last = uses.last(kept, reader.actor())
                .map(use -> new QuickView.LastMacro(use.id(), use.macro()))
                .orElse(null);
        return new QuickView(choices, names, last);
    }
}
