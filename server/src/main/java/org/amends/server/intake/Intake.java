package org.amends.server.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.amends.event.EventRow;
import org.amends.event.EventType;
import org.amends.language.reading.Route;
import org.amends.server.customer.LogLock;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.amends.store.log.IncomingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what customers write. A message is kept, read and given to its customer; it goes to the case that it answers, opens
 * one where it complains, or is kept as a contact. All of that happens in one transaction or not at all, and the same message
 * does it once, however often it comes.
 */
@Component
public final class Intake {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ContactReadings readings;
    private final Messages messages;
    private final CustomerAddresses addresses;
    private final Threads threads;
    private final CaseTalk cases;
    private final LogLock history;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final int mostAnHour;

    /** @param mostAnHour mails of one address; more are held for a person, since programs may be answering each other */
    Intake(
            ContactReadings readings,
            Messages messages,
            CustomerAddresses addresses,
            Threads threads,
            CaseTalk cases,
            LogLock history,
            InstantSource clock,
            TransactionTemplate transaction,
            @Value("${amends.mail.most-an-hour:30}") int mostAnHour) {
        this.readings = readings;
        this.messages = messages;
        this.addresses = addresses;
        this.threads = threads;
        this.cases = cases;
        this.history = history;
        this.clock = clock;
        this.transaction = transaction;
        this.mostAnHour = mostAnHour;
    }

    /**
     * Takes in what a customer says. Reading takes some milliseconds; the transaction begins after that, and is the caller's
     * where there is one.
     */
    public Taken take(Contact contact) {
        return take(readings.of(contact));
    }

    /** Takes in what was read already. */
    public Taken take(Arrival arrival) {
        return Objects.requireNonNull(transaction.execute(status -> within(arrival)));
    }

    private Taken within(Arrival arrival) {
        Contact contact = arrival.contact();
        byte[] digest = arrival.digest();
        if (!messages.keep(ContactReadings.message(arrival), contact.files(), digest)) {
            return known(arrival);
        }
        byte[] raw = contact.raw();
        if (raw != null) {
            messages.keepRaw(
                    arrival.id(), contact.channel(), contact.brand(), raw, digest == null ? sha256(raw) : digest);
        }
        // Whoever answers a message that is being taken in at this moment waits until its case is there.
        history.take();
        Arrival.Aside aside = aside(arrival);
        if (aside == null) {
            return ofPerson(arrival);
        }
        return aside.standing() == KeptMessage.Standing.NOBODY ? ofNobody(arrival, aside) : held(arrival, aside);
    }

    private Arrival.@Nullable Aside aside(Arrival arrival) {
        Arrival.Aside said = arrival.aside();
        if (said != null) {
            return said;
        }
        if (threads.ours(arrival)) {
            return new Arrival.Aside(KeptMessage.Standing.NOBODY, "own_mail");
        }
        if (arrival.reading().route() == Route.NOBODY && !arrival.contact().complaint()) {
            return new Arrival.Aside(KeptMessage.Standing.NOBODY, "reading");
        }
        String address = arrival.contact().address();
        boolean many = arrival.mailbox() != null
                && address != null
                && messages.from(CustomerAddresses.key(address), clock.instant().minus(HOUR)) > mostAnHour;
        return many ? new Arrival.Aside(KeptMessage.Standing.HELD, "too_many") : null;
    }

    /**
     * A person decided that a message which is on no case belongs on one.
     *
     * @param reference of the case, or null to open one
     * @throws Problem 404 when there is no such message or case, 409 when the message is on a case already
     */
    public Taken putOnCase(UUID message, @Nullable String reference) {
        return Objects.requireNonNull(transaction.execute(status -> {
            KeptMessage kept =
                    messages.find(message).orElseThrow(() -> Problem.notFound("message", message.toString()));
            history.take();
            if (!messages.claim(message)) {
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "message-on-case",
                        "The message is on a case",
                        "Message %s is on a case already.".formatted(message));
            }
            return ofPerson(readings.again(kept, reference));
        }));
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
    private Taken ofNobody(Arrival arrival, Arrival.Aside aside) {
        String reference = threads.cameBack(arrival);
        Long complaint = reference == null ? null : threads.number(reference);
        messages.settle(arrival.id(), complaint, null, KeptMessage.Standing.NOBODY, aside.why());
        return new Taken(arrival.id(), KeptMessage.Standing.NOBODY, reference, null, false, false);
    }

    private Taken held(Arrival arrival, Arrival.Aside aside) {
        messages.settle(arrival.id(), null, null, KeptMessage.Standing.HELD, aside.why());
        return new Taken(arrival.id(), KeptMessage.Standing.HELD, null, null, false, false);
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
        String address = contact.address();
        if (address != null && !address.isBlank()) {
            addresses.remember(address, contact.brand(), customer, contact.name(), clock.instant());
        }
        if (contact.complaint() || arrival.reading().route() != Route.INBOX) {
            KeptCase opened = cases.open(
                    customer,
                    ContactReadings.language(arrival),
                    ContactReadings.subject(arrival),
                    arrival,
                    threads.mentioned(arrival));
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
        messages.settle(arrival.id(), kept == null ? null : kept.id(), customer, standing, null);
        return new Taken(
                arrival.id(), standing, kept == null ? null : kept.complaint().reference(), customer, opened, false);
    }

    /** By which a message is known when it comes twice. */
    public static byte[] digest(String... parts) {
        return sha256(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of bytes. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
