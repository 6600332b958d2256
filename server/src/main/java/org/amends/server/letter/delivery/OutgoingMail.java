package org.amends.server.letter.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is complete. The same mail always has the same id, so that whoever gets it twice sees it once.
 *
 * @param id of the mail, without brackets
 * @param inReplyTo the mail that it answers, without brackets, or null
 * @param references the mails before it, oldest first, without brackets
 * @param date as it is told to whoever gets it
 * @param language ISO 639-1
 * @param automatic whether no person wrote it
 * @param html the same as the text, laid out
 */
public record OutgoingMail(
        String id,
        @Nullable String inReplyTo,
        List<String> references,
        Instant date,
        Sender from,
        List<String> to,
        List<String> copies,
        String language,
        boolean automatic,
        String subject,
        String text,
        String html,
        List<File> files) {

    public OutgoingMail {
        references = List.copyOf(references);
        to = List.copyOf(to);
        copies = List.copyOf(copies);
        files = List.copyOf(files);
    }

    /**
     * Who it comes from.
     *
     * @param name empty where there is none
     * @param replyTo where answers go, or null for the address
     */
    public record Sender(
            String address, String name, @Nullable String replyTo) {}

    /** A file that goes with it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record File(String name, String type, byte[] bytes) {}
}
