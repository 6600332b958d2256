package org.amends.server.mailbox;

import java.util.List;
import org.amends.server.message.MessageFile;
import org.jspecify.annotations.Nullable;

/**
 * The page of mails that a person has to look at.
 *
 * @param shown which of {@link #VIEWS} is shown
 * @param messages that were read
 * @param broken mails that could not be read
 * @param next the address of the next page, or null at the end
 * @param boxes mailboxes that cannot be looked into
 * @param flaw why the last thing that was asked for was not done, in words, or null
 */
public record MailsView(
        String shown,
        List<Line> messages,
        List<Broken> broken,
        @Nullable String next,
        List<Box> boxes,
        @Nullable String flaw) {

    /** What the page may show. */
    public static final List<String> VIEWS = List.of("held", "unreadable", "contact", "nobody", "dismissed");

    /**
     * A message that is on no case.
     *
     * @param who wrote it
     * @param why it is held or was put aside, in words, or null
     * @param customer whose it is, fit to be shown, or null
     * @param text its new words
     */
    public record Line(
            String id,
            String who,
            @Nullable String address,
            String subject,
            String iso,
            String time,
            String language,
            @Nullable String why,
            @Nullable String customer,
            String text,
            boolean mail,
            List<MessageFile> files) {}

    /** A mail that could not be read, and why not as the machine said it. */
    public record Broken(
            String id,
            String mailbox,
            String iso,
            String time,
            String size,
            @Nullable String why) {}

    /** A mailbox that cannot be looked into, since when in words, and what it said. */
    public record Box(String name, String since, @Nullable String why) {}

    /** Copies its lists. */
    public MailsView {
        messages = List.copyOf(messages);
        broken = List.copyOf(broken);
        boxes = List.copyOf(boxes);
    }

    /** Whether a person can still put these on a case. */
    public boolean open() {
        return !shown.equals("dismissed");
    }
}
