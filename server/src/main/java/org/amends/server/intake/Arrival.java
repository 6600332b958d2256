package org.amends.server.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amends.language.reading.Reading;
import org.amends.server.message.KeptMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message that was read, before it is known where it belongs. Whoever brings messages in is better served by {@link Contact};
 * this is for what reads them itself, as mail is.
 *
 * @param id that it has or will have
 * @param contact what was said, by whom and how
 * @param receivedAt when it arrived here
 * @param headers by which mails follow each other
 * @param recipients addresses
 * @param aside why it opens nothing by itself, or null where its reading says what becomes of it
 * @param returned ids of mails that a report says came back
 * @param mailbox by its name in the settings, or null
 * @param newText its text with blanks in place of what is not new
 * @param reading what it says
 * @param digest by which it is known when it comes twice, or null
 */
@SuppressWarnings("ArrayRecordComponent") // a digest
public record Arrival(
        UUID id,
        Contact contact,
        Instant receivedAt,
        KeptMessage.Headers headers,
        List<String> recipients,
        @Nullable Aside aside,
        List<String> returned,
        @Nullable String mailbox,
        String newText,
        Reading reading,
        byte @Nullable [] digest) {

    public Arrival {
        recipients = List.copyOf(recipients);
        returned = List.copyOf(returned);
    }

    /**
     * That a message opens nothing by itself.
     *
     * @param standing {@code NOBODY} or {@code HELD}
     * @param why in a word, or the line that shows it
     */
    public record Aside(KeptMessage.Standing standing, String why) {}
}
