package org.amends.server.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amends.complaint.LetterPurpose;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is kept.
 *
 * @param id names it in the log of its case
 * @param complaint the store's number of its case
 * @param reference of its case
 * @param purpose what it is for
 * @param content what it says
 * @param findings what the check of the text found
 * @param sendable whether no finding forbids to send it
 * @param automatic whether a machine wrote it and sent it off
 * @param envelope whom it goes to and which mails it follows
 * @param way how far it has come
 * @param version how often it was changed
 * @param createdAt when it was drafted
 * @param createdBy by whom
 * @param editedBy who changed its text last, or null
 */
public record KeptLetter(
        UUID id,
        long complaint,
        String reference,
        LetterPurpose purpose,
        Content content,
        List<LetterFinding> findings,
        boolean sendable,
        boolean automatic,
        Envelope envelope,
        Way way,
        int version,
        Instant createdAt,
        String createdBy,
        @Nullable String editedBy) {

    public KeptLetter {
        findings = List.copyOf(findings);
    }

    /** Where it stands. */
    public LetterStanding standing() {
        return way.standing();
    }

    /**
     * What it says.
     *
     * @param language ISO 639-1
     * @param about the case it was composed from and is checked against, as JSON, or null where a person wrote freely
     * @param pdf whether it goes with itself as a PDF
     */
    public record Content(
            String language,
            String subject,
            String text,
            @Nullable String about,
            boolean pdf) {}

    /**
     * Whom it goes to, and by which headers it follows other mails. All but the addresses of those who get it are fixed when it
     * is sent off for the first time.
     *
     * @param to addresses
     * @param copies addresses
     * @param sender the address that it comes from, or null while it is a draft
     * @param senderName the company's name
     * @param replyTo where answers go, or null for the sender
     * @param messageId without brackets, or null while it is a draft
     * @param inReplyTo the mail that it answers, or null
     * @param references the mails before it, oldest first
     */
    public record Envelope(
            List<String> to,
            List<String> copies,
            @Nullable String sender,
            @Nullable String senderName,
            @Nullable String replyTo,
            @Nullable String messageId,
            @Nullable String inReplyTo,
            List<String> references) {
        public Envelope {
            to = List.copyOf(to);
            copies = List.copyOf(copies);
            references = List.copyOf(references);
        }
    }

    /**
     * How far it has come.
     *
     * @param queuedAt when it was sent off, or null
     * @param queuedBy by whom
     * @param notBefore until when it can be taken back
     * @param nextAttempt when the mail server is asked next, while it waits
     * @param attempts how often the mail server was asked
     * @param handedOverAt when the mail server was told that it is complete, or null
     * @param sentAt when the mail server had taken it, or null
     * @param reason why it stands so, for people, or null
     */
    public record Way(
            LetterStanding standing,
            @Nullable Instant queuedAt,
            @Nullable String queuedBy,
            @Nullable Instant notBefore,
            @Nullable Instant nextAttempt,
            int attempts,
            @Nullable Instant handedOverAt,
            @Nullable Instant sentAt,
            @Nullable String reason) {}
}
