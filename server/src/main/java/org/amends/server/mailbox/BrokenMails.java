package org.amends.server.mailbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.amends.complaint.CaseHeader;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.intake.Contact;
import org.amends.server.intake.Intake;
import org.amends.server.intake.Taken;
import org.amends.server.message.Messages;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails that nobody could read, and a person's word on them. */
@Component
final class BrokenMails {

    private final RawMails mails;
    private final Messages messages;
    private final Intake intake;
    private final Audit audit;
    private final TransactionTemplate transaction;

    BrokenMails(RawMails mails, Messages messages, Intake intake, Audit audit, TransactionTemplate transaction) {
        this.mails = mails;
        this.messages = messages;
        this.intake = intake;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What a person found in such a mail. */
    record Found(
            @Nullable String from,
            @Nullable String name,
            @Nullable String subject,
            @Nullable String text) {}

    /** The newest of these brands. */
    List<RawMails.Unreadable> newest(BrandScope brands, int most) {
        return mails.unreadable(brands.names(), most);
    }

    /** As it came. */
    byte[] raw(UUID id, BrandScope brands) {
        String ignored = seen(id, brands);
        return messages.raw(id).orElseThrow(() -> Problem.notFound("mail", id.toString()));
    }

    /** Opens a case with what a person found in it. */
    Taken open(UUID id, Found found, Caller caller) {
        String brand = seen(id, caller.brands());
        String text = found.text();
        if (text == null || text.isBlank()) {
            throw Problem.invalid("text", "missing", "Say what the mail says, as far as it can be read.");
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            done(id);
            Taken taken = intake.take(contact(id, brand, found, text));
            audit.record(
                    caller.actor(),
                    "mail.put_on_case",
                    "mail:" + id,
                    Map.of("case", String.valueOf(taken.reference())));
            return taken;
        }));
    }

    private static Contact contact(UUID id, String brand, Found found, String text) {
        String from = found.from();
        return new Contact(
                "email",
                brand,
                CaseHeader.CUSTOMER,
                null,
                from == null || from.isBlank() ? null : from.strip(),
                found.name() == null ? "" : found.name(),
                null,
                found.subject() == null ? "" : found.subject(),
                text,
                null,
                "unreadable:" + id,
                null,
                true,
                null,
                List.of(),
                null);
    }

    /** Says that it needs nothing. */
    void dismiss(UUID id, Caller caller) {
        String ignored = seen(id, caller.brands());
        transaction.executeWithoutResult(status -> {
            done(id);
            audit.record(caller.actor(), "mail.dismissed", "mail:" + id, Map.of());
        });
    }

    private void done(UUID id) {
        if (!mails.dismissed(id)) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "mail-settled",
                    "The mail is settled",
                    "Mail %s does not wait for a person any more.".formatted(id));
        }
    }

    /** The brand of a mail that may be seen. */
    private String seen(UUID id, BrandScope brands) {
        return mails.brandOf(id).filter(brands::includes).orElseThrow(() -> Problem.notFound("mail", id.toString()));
    }
}
