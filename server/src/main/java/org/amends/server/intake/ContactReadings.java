package org.amends.server.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.amends.complaint.CaseHeader;
import org.amends.language.json.ReadingJson;
import org.amends.language.mail.NewText;
import org.amends.language.reading.Message;
import org.amends.language.reading.MessageKind;
import org.amends.language.reading.Reading;
import org.amends.language.reading.Route;
import org.amends.language.text.Language;
import org.amends.server.message.KeptMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads contacts, and says how what was read is kept. */
@Component
final class ContactReadings {

    private static final int LONGEST_SUBJECT = 200;

    private final LoadedReader reader;
    private final InstantSource clock;

    ContactReadings(LoadedReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** A contact, read. */
    Arrival of(Contact contact) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Instant at = contact.at() == null ? now : contact.at();
        String sameAs = contact.sameAs();
        return new Arrival(
                id,
                contact,
                at.isAfter(now) ? now : at,
                KeptMessage.Headers.NONE,
                List.of(),
                null,
                List.of(),
                null,
                NewText.of(contact.text()),
                read(id, contact, at),
                sameAs == null ? null : Intake.digest(contact.channel(), contact.brand(), sameAs));
    }

    /** A message that is kept, read once more: a complaint, since a person says so. */
    Arrival again(KeptMessage kept, @Nullable String reference) {
        Contact contact = new Contact(
                kept.channel(),
                kept.brand(),
                CaseHeader.CUSTOMER,
                kept.customer(),
                kept.senderAddress(),
                kept.senderName(),
                kept.language(),
                kept.subject(),
                kept.text(),
                kept.at(),
                null,
                reference,
                true,
                kept.source(),
                List.of(),
                null);
        return new Arrival(
                kept.id(),
                contact,
                kept.at(),
                kept.headers(),
                kept.recipients(),
                null,
                List.of(),
                kept.mailbox(),
                kept.newText(),
                read(kept.id(), contact, kept.at()),
                null);
    }

    private Reading read(UUID id, Contact contact, Instant at) {
        String words = contact.subject().isBlank() ? contact.text() : contact.subject() + "\n\n" + contact.text();
        return reader.reader()
                .read(new Message(
                        id.toString(),
                        words,
                        language(contact.language()),
                        at.atOffset(ZoneOffset.UTC).toLocalDate(),
                        contact.channel()));
    }

    static KeptMessage message(Arrival arrival) {
        Contact contact = arrival.contact();
        Instant said = contact.at();
        String address = contact.address();
        return new KeptMessage(
                arrival.id(),
                null,
                KeptMessage.Direction.IN,
                contact.channel(),
                said == null ? arrival.receivedAt() : said,
                contact.brand(),
                null,
                language(arrival),
                address == null ? null : CustomerAddresses.key(address),
                contact.name(),
                arrival.recipients(),
                contact.subject(),
                contact.text(),
                arrival.newText(),
                arrival.headers(),
                kind(arrival.reading()),
                KeptMessage.Standing.HELD,
                null,
                contact.source(),
                ReadingJson.of(arrival.reading()),
                arrival.mailbox());
    }

    private static KeptMessage.Kind kind(Reading reading) {
        MessageKind kind = reading.labels().kind();
        if (kind == null || reading.route() != Route.NOBODY) {
            return KeptMessage.Kind.CONTACT;
        }
        return switch (kind) {
            case AUTO_REPLY -> KeptMessage.Kind.AUTO_REPLY;
            case BOUNCE -> KeptMessage.Kind.BOUNCE;
            case DELIVERY_REPORT -> KeptMessage.Kind.DELIVERY_REPORT;
            case NEWSLETTER -> KeptMessage.Kind.NEWSLETTER;
            case SPAM -> KeptMessage.Kind.SPAM;
            case COMPLAINT, QUESTION, REQUEST, PRAISE, THANKS, OTHER -> KeptMessage.Kind.OTHER;
        };
    }

    /** The language that is known, else the one that was read; what is in none of the four is answered in English. */
    static String language(Arrival arrival) {
        Language known = language(arrival.contact().language());
        return known != null
                ? known.code()
                : arrival.reading()
                        .language()
                        .language()
                        .orElse(Language.ENGLISH)
                        .code();
    }

    private static @Nullable Language language(@Nullable String tag) {
        return tag == null ? null : Language.of(tag).orElse(null);
    }

    static String subject(Arrival arrival) {
        String subject = arrival.contact().subject().strip();
        String line = !subject.isEmpty()
                ? subject
                : arrival.newText()
                        .lines()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse("");
        String oneLine = line.replaceAll("\\s+", " ").replace("\0", "");
        return oneLine.length() <= LONGEST_SUBJECT
                ? oneLine
                : oneLine.substring(
                                0,
                                oneLine.offsetByCodePoints(
                                        0, Math.min(oneLine.codePointCount(0, oneLine.length()), LONGEST_SUBJECT - 1)))
                        + "…";
    }
}
