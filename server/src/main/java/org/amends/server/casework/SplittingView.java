package org.amends.server.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of which somebody thinks of splitting off a part.
 *
 * @param link to its page
 * @param version of it that they have seen
 * @param messages of the customer, of which one may tell of the part
 * @param flaw why the last thing that was asked for was not done, in words, or null
 */
public record SplittingView(
        String reference,
        String link,
        int version,
        String subject,
        List<Choice> messages,
        @Nullable String flaw) {

    /** A message: its id, when it was written, and how it begins. */
    public record Choice(String id, String time, String text) {}

    /** Copies the list. */
    public SplittingView {
        messages = List.copyOf(messages);
    }
}
