package org.amends.server.intake;

import java.time.Instant;
import java.util.List;
import org.amends.complaint.CaseHeader;
import org.amends.server.message.SentFile;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer says, by whatever channel but mail.
 *
 * @param channel {@code form}, {@code api}, {@code csv}, {@code phone}, {@code letter}, {@code public}
 * @param brand empty where the company has one only
 * @param by who hands it in: {@link CaseHeader#CUSTOMER}, or an actor
 * @param customer their identifier, or null to find them by their address, or make them
 * @param address of mail, a telephone number, or a name in public; null where there is none
 * @param name of the customer; may be empty
 * @param language ISO 639-1, or null to find out
 * @param subject in a line; may be empty
 * @param text what they say
 * @param at when they said it, or null for now
 * @param sameAs tells it when it comes twice, within its channel and brand; null when it cannot
 * @param reference of the case that it belongs to, where that is known for certain; null to open one
 * @param complaint whether it is one for certain, as on a form for complaints; otherwise its reading says so
 * @param source where in public it stands or which system it comes from, or null
 * @param files that came with it
 * @param raw the bytes as they came, or null where the text is all there is
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read by the one who keeps it
public record Contact(
        String channel,
        String brand,
        String by,
        @Nullable String customer,
        @Nullable String address,
        String name,
        @Nullable String language,
        String subject,
        String text,
        @Nullable Instant at,
        @Nullable String sameAs,
        @Nullable String reference,
        boolean complaint,
        @Nullable String source,
        List<SentFile> files,
        byte @Nullable [] raw) {

    public Contact {
        files = List.copyOf(files);
    }

    /** A contact of a customer that is no answer to anything, with nothing known but what they say. */
    public static Contact of(String channel, String brand, String text) {
        return new Contact(
                channel,
                brand,
                CaseHeader.CUSTOMER,
                null,
                null,
                "",
                null,
                "",
                text,
                null,
                null,
                null,
                false,
                null,
                List.of(),
                null);
    }
}
