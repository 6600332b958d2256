package org.amends.server.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.amends.event.EventRow;
import org.amends.event.EventType;
import org.amends.language.json.ReadingJson;
import org.amends.language.mail.NewText;
import org.amends.language.reading.Message;
import org.amends.language.reading.MessageKind;
import org.amends.language.reading.Reading;
import org.amends.language.reading.Route;
import org.amends.language.text.Language;
import org.amends.server.customer.LogLock;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.store.complaint.KeptCase;
import org.amends.store.log.IncomingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what customers write. A message is kept, read and given to its customer; it goes to the case that it answers, opens
 * one where it complains, or is kept as a contact. All of that happens in one transaction or not at all, and the same message
 * does it once, however often it comes.
 */
@Component
public final class Intake {

    private static final int LONGEST_SUBJECT = 200;

    private final LoadedReader reader;
    private final Messages messages;
    private final CustomerAddresses addresses;
    private final Threads threads;
    private final CaseTalk cases;
    private final LogLock history;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Intake(
            LoadedReader reader,
            Messages messages,
            CustomerAddresses addresses,
            Threads threads,
            CaseTalk cases,
            LogLock history,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.reader = reader;
        this.messages = messages;
        this.addresses = addresses;
        this.threads = threads;
        this.cases = cases;
        this.history = history;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Takes in what a customer says. Reading takes some milliseconds; the transaction begins after that, and is the caller's
     * where there is one.
     */
    public Taken take(Contact contact) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Instant at = contact.at() == null ? now : contact.at();
        String words = contact.subject().isBlank() ? contact.text() : contact.subject() + "\n\n" + contact.text();
        Reading reading = reader.reader()
                .read(new Message(
                        id.toString(),
                        words,
                        language(contact.language()),
                        at.atOffset(ZoneOffset.UTC).toLocalDate(),
                        contact.channel()));
        String sameAs = contact.sameAs();
        return take(new Arrival(
                id,
                contact,
                at.isAfter(now) ? now : at,
                KeptMessage.Headers.NONE,
                List.of(),
                null,
                List.of(),
                null,
                null,
                NewText.of(contact.text()),
                reading,
                sameAs == null ? null : digest(contact.channel(), contact.brand(), sameAs)));
    }

    /** Takes in what was read already. */
    Taken take(Arrival arrival) {
        return Objects.requireNonNull(transaction.execute(status -> within(arrival)));
    }

    private Taken within(Arrival arrival) {
        Contact contact = arrival.contact();
        byte[] digest = arrival.digest();
        if (!messages.keep(message(arrival), contact.files(), digest)) {
            return known(arrival);
        }
        byte[] raw = contact.raw();
        if (raw != null) {
            messages.keepRaw(
                    arrival.id(), contact.channel(), contact.brand(), raw, digest == null ? sha256(raw) : digest);
        }
        // Whoever answers a message that is being taken in at this moment waits until its case is there.
        history.take();
        if (arrival.reading().route() == Route.NOBODY && !contact.complaint()) {
            return ofNobody(arrival);
        }
        return arrival.held() != null
                ? settled(arrival, null, null, KeptMessage.Standing.HELD, false)
                : ofPerson(arrival);
    }

    private Taken known(Arrival arrival) {
        byte[] digest = arrival.digest();
        KeptMessage before = messages.find(arrival.id())
                .or(() -> digest == null ? java.util.Optional.empty() : messages.same(digest))
                .orElseThrow(() -> new IllegalStateException("A message is known, and is not there."));
        Long complaint = before.complaint();
        return new Taken(
                before.id(),
                before.standing(),
                complaint == null ? null : threads.reference(complaint),
                before.customer(),
                false,
                true);
    }

    /** What a machine wrote opens nothing; a mail that came back is told to the case that it was sent from. */
    private Taken ofNobody(Arrival arrival) {
        String reference = threads.cameBack(arrival);
        Long complaint = reference == null ? null : threads.number(reference);
        messages.settle(arrival.id(), complaint, null, KeptMessage.Standing.NOBODY, shownBy(arrival));
        return new Taken(arrival.id(), KeptMessage.Standing.NOBODY, reference, null, false, false);
    }

    private static @Nullable String shownBy(Arrival arrival) {
        return arrival.machine() == null ? null : arrival.machine().shownBy();
    }

    private Taken ofPerson(Arrival arrival) {
        Contact contact = arrival.contact();
        String reference = threads.caseOf(arrival);
        if (reference != null) {
            KeptCase kept = cases.goOn(reference, arrival);
            return settled(arrival, kept, kept.complaint().customer(), KeptMessage.Standing.CASE, false);
        }
        String named = contact.customer();
        String found = named != null ? named : addresses.customer(contact.address(), contact.brand());
        String customer = addresses.survivor(found, contact.brand());
        if (contact.complaint() || arrival.reading().route() != Route.INBOX) {
            KeptCase opened =
                    cases.open(customer, language(arrival), subject(arrival), arrival, threads.mentioned(arrival));
            return settled(arrival, opened, customer, KeptMessage.Standing.CASE, true);
        }
        tell(arrival, customer);
        return settled(arrival, null, customer, KeptMessage.Standing.CONTACT, false);
    }

    /** A person got in touch: that is part of the relationship, though no complaint. */
    private void tell(Arrival arrival, String customer) {
        Contact contact = arrival.contact();
        var ignored = history.append(List.of(IncomingEvent.of(new EventRow(
                "message-" + arrival.id(),
                customer,
                contact.brand().isEmpty() ? null : contact.brand(),
                arrival.receivedAt(),
                EventType.CONTACT.stableName(),
                null,
                null,
                null,
                null,
                null,
                Map.of("channel", contact.channel())))));
    }

    private Taken settled(
            Arrival arrival,
            @Nullable KeptCase kept,
            @Nullable String customer,
            KeptMessage.Standing standing,
            boolean opened) {
        messages.settle(arrival.id(), kept == null ? null : kept.id(), customer, standing, arrival.held());
        String address = arrival.contact().address();
        if (address != null && !address.isBlank() && customer != null && standing != KeptMessage.Standing.HELD) {
            addresses.remember(
                    address,
                    arrival.contact().brand(),
                    customer,
                    arrival.contact().name(),
                    clock.instant());
        }
        return new Taken(
                arrival.id(), standing, kept == null ? null : kept.complaint().reference(), customer, opened, false);
    }

    private static KeptMessage message(Arrival arrival) {
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
                arrival.held(),
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
    private static String language(Arrival arrival) {
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

    private static String subject(Arrival arrival) {
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

    /** By which a message is known when it comes twice. */
    static byte[] digest(String... parts) {
        return sha256(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of bytes. */
    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
