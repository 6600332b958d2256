package org.amends.language.mail;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the bytes of a mail: read, or kept as they came. Nothing is thrown away in silence. */
public sealed interface Mail {

    /**
     * A mail that was read, as far as it could be.
     *
     * @param messageId its {@code Message-ID} without brackets; null if it has none
     * @param inReplyTo the mail it answers; null if it does not say
     * @param references the mails before it, oldest first
     * @param threadKey what all mails of one conversation share: the oldest mail it names, else the token in its subject, else
     *     its own id; null if it has none of them
     * @param from who wrote it
     * @param to to whom it was written, copies included
     * @param date when it was written, by its own clock; null if it does not say so in a form that can be read
     * @param subject its subject, decoded; empty if it has none
     * @param text what it says, as plain text with {@code \n} between lines; quoted passages of an HTML mail begin with "&gt; "
     * @param attachments everything in it that is not in its text
     * @param language what its {@code Content-Language} says; null if it says nothing
     * @param headers all its headers, in their order
     * @param structure of which parts it is made
     * @param problems what in it is broken, and what was done about it; empty for a sound mail
     */
    record Legible(
            @Nullable String messageId,
            @Nullable String inReplyTo,
            List<String> references,
            @Nullable String threadKey,
            List<MailAddress> from,
            List<MailAddress> to,
            @Nullable OffsetDateTime date,
            String subject,
            String text,
            List<Attachment> attachments,
            @Nullable String language,
            MailHeaders headers,
            MailStructure structure,
            List<String> problems)
            implements Mail {

        public Legible {
            references = List.copyOf(references);
            from = List.copyOf(from);
            to = List.copyOf(to);
            attachments = List.copyOf(attachments);
            problems = List.copyOf(problems);
        }
    }

    /** A mail that cannot be read and is kept as it came, to be shown to a person. */
    final class Illegible implements Mail {

        private final byte[] raw;
        private final String why;

        Illegible(byte[] raw, String why) {
            this.raw = raw;
            this.why = why;
        }

        /** A copy of the bytes that came. */
        public byte[] raw() {
            return raw.clone();
        }

        /** Why it cannot be read, and what to do about it. */
        public String why() {
            return why;
        }
    }
}
