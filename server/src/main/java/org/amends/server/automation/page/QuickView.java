package org.amends.server.automation.page;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a case offers of automation.
 *
 * @param macros that the reader may apply
 * @param replies that there are in the language of the case
 * @param last what the reader applied last and may take back, or null
 */
public record QuickView(
        List<MacroChoice> macros,
        List<String> replies,
        @Nullable LastMacro last) {
    public QuickView {
        macros = List.copyOf(macros);
        replies = List.copyOf(replies);
    }

    /**
     * A macro.
     *
     * @param key 1 to 9, or empty
     * @param would names of what it would do to the case now
     * @param letters how many letters it would draft
     * @param reason why it cannot be done now, or null
     */
    public record MacroChoice(
            String name,
            String key,
            List<String> would,
            int letters,
            @Nullable String reason) {}

    /** A macro that was applied. */
    public record LastMacro(UUID use, String name) {}
}
