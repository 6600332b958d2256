package org.amends.server.ingest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.amends.event.EventRow;
import org.amends.event.EventType;
import org.amends.event.RowReading.Rejected;
import org.amends.server.customer.LogLock;
import org.amends.server.intake.Contact;
import org.amends.server.intake.Taken;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.store.log.IncomingEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what another system says that a customer said. */
@Component
final class ContactDesk {

    private static final Set<String> COMPLAINING = Set.of("case", "held");

    private final org.amends.server.intake.Intake intake;
    private final LogLock history;
    private final Messages messages;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    ContactDesk(
            org.amends.server.intake.Intake intake,
            LogLock history,
            Messages messages,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.intake = intake;
        this.history = history;
        this.messages = messages;
        this.database = database;
        this.transaction = transaction;
    }

    /** What became of a contact. */
    sealed interface Result {

        /** It was taken in, now or before. */
        record Kept(Taken taken) implements Result {}

        /** It names a case that its sender may not add to. */
        record Refused(Rejected why) implements Result {}
    }

    /** Takes it in, once however often it comes. */
    Result take(Contact contact) {
        String reference = contact.reference();
        if (reference != null && !addsTo(reference, contact.brand())) {
            return new Result.Refused(new Rejected(
                    "reference",
                    "there is no case \"%s\" of this brand".formatted(reference),
                    "Leave it out to open a case where the contact complains."));
        }
        return new Result.Kept(Objects.requireNonNull(transaction.execute(status -> {
            Taken taken = intake.take(contact);
            if (contact.channel().equals("public") && !taken.known()) {
                criticised(contact, taken);
            }
            return taken;
        })));
    }

    private boolean addsTo(String reference, String brand) {
        return database.sql("select exists (select from complaint where reference = ? and brand = ?)")
                .param(reference)
                .param(brand)
                .query(Boolean.class)
                .single();
    }

    /** What a customer says against the company in public is part of the relationship. */
    private void criticised(Contact contact, Taken taken) {
        String customer = taken.customer();
        if (customer == null || !COMPLAINING.contains(KeptMessage.word(taken.standing()))) {
            return;
        }
        KeptMessage kept = messages.find(taken.message()).orElseThrow();
        UUID id = kept.id();
        var ignored = history.append(List.of(IncomingEvent.of(new EventRow(
                "mention-" + id,
                customer,
                contact.brand().isEmpty() ? null : contact.brand(),
                kept.at(),
                EventType.PUBLIC_CRITICISM.stableName(),
                taken.reference(),
                null,
                null,
                null,
                null,
                Map.of()))));
    }
}
