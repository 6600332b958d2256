package org.amends.server.message;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept.
 *
 * @param id names it in the log of its case
 * @param complaint the store's number of its case, or null
 * @param direction from the customer or to them
 * @param channel {@code email}, {@code form}, {@code api}, {@code csv}, {@code phone}, {@code letter}, {@code public} and the like
 * @param at when it was written or sent
 * @param brand empty where the company has one only
 * @param customer whose it is, or null where nobody is behind it
 * @param language ISO 639-1
 * @param senderAddress an address of mail, a telephone number, a name in public; null where there is none
 * @param senderName empty where nobody said it
 * @param recipients addresses
 * @param subject in a line; may be empty
 * @param text all of it
 * @param newText the same with blanks in place of what is quoted, signed or a disclaimer
 * @param headers by which mails follow each other
 * @param kind what kind of message it is
 * @param standing what became of it
 * @param why why it is held or was put aside, or null
 * @param source where in public it stands or which system it came from, or null
 * @param reading the reader's answer as JSON, or null where nothing was read
 * @param mailbox by its name in the settings, or null
 */
public record KeptMessage(
        UUID id,
        @Nullable Long complaint,
        Direction direction,
        String channel,
        Instant at,
        String brand,
        @Nullable String customer,
        String language,
        @Nullable String senderAddress,
        String senderName,
        List<String> recipients,
        String subject,
        String text,
        String newText,
        Headers headers,
        Kind kind,
        Standing standing,
        @Nullable String why,
        @Nullable String source,
        @Nullable String reading,
        @Nullable String mailbox) {

    public KeptMessage {
        recipients = List.copyOf(recipients);
    }

    /** From the customer or to them. */
    public enum Direction {
        IN,
        OUT
    }

    /** What kind of message it is. */
    public enum Kind {
        /** A person wrote it. */
        CONTACT,
        AUTO_REPLY,
        BOUNCE,
        DELIVERY_REPORT,
        NEWSLETTER,
        SPAM,
        OTHER
    }

    /** What became of it. */
    public enum Standing {
        /** It opened a case or went to one. */
        CASE,
        /** A person wrote it, and it is no complaint: a question, a word of thanks. */
        CONTACT,
        /** No person wrote it: it opens nothing. */
        NOBODY,
        /** A person decides what it is. */
        HELD,
        /** A person said that it needs nothing. */
        DISMISSED
    }

    /**
     * The headers by which mails follow each other, without brackets.
     *
     * @param messageId its own, or null
     * @param inReplyTo of the mail that it answers, or null
     * @param references of the mails before it, oldest first
     */
    public record Headers(
            @Nullable String messageId, @Nullable String inReplyTo, List<String> references) {

        /** Of a message that is no mail. */
        public static final Headers NONE = new Headers(null, null, List.of());

        public Headers {
            references = List.copyOf(references);
        }
    }

    /** The name in the store and in the API. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
