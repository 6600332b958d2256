package org.amends.server.mailbox;

import java.time.Instant;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Mailboxes for programs: how it stands with each, and the mails that nobody could read. */
@RestController
@RequestMapping("/v1/mailboxes")
class MailboxApi {

    private static final int MOST = 200;

    private final Mailboxes mailboxes;
    private final RawMails mails;
    private final Messages messages;
    private final Intake intake;
    private final Audit audit;
    private final TransactionTemplate transaction;

    MailboxApi(
            Mailboxes mailboxes,
            RawMails mails,
            Messages messages,
            Intake intake,
            Audit audit,
            TransactionTemplate transaction) {
        this.mailboxes = mailboxes;
        this.mails = mails;
        this.messages = messages;
        this.intake = intake;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** One mailbox. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record View(
            String name,
            String brand,
            boolean connected,
            @Nullable Instant lookedAt,
            @Nullable Instant failingSince,
            @Nullable String error) {

        static View of(MailboxState state) {
            return new View(
                    state.name(),
                    state.brand(),
                    state.connected(),
                    state.lookedAt(),
                    state.failingSince(),
                    state.error());
        }
    }

    /** All of them. */
    record All(List<View> items) {}

    /** A mail that nobody could read. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record UnreadableMail(
            UUID id,
            String mailbox,
            String brand,
            Instant receivedAt,
            int size,
            @Nullable String error) {}

    /** Some of them. */
    record UnreadableMails(List<UnreadableMail> items) {}

    /** What a person found in such a mail. */
    record Found(
            @Nullable String from,
            @Nullable String name,
            @Nullable String subject,
            @Nullable String text) {}

    /** The case that it opened. */
    record Opened(@Nullable String reference) {}

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_read')")
    All all() {
        BrandScope brands = Caller.current().brands();
        return new All(mailboxes.states().stream()
                .filter(state -> brands.includes(state.brand()))
                .map(View::of)
                .toList());
    }

    @GetMapping("/unreadable")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    UnreadableMails unreadable(@RequestParam(defaultValue = "50") int limit) {
        return new UnreadableMails(
                mails.unreadable(Caller.current().brands().names(), Math.clamp(limit, 1, MOST)).stream()
                        .map(each -> new UnreadableMail(
                                each.id(), each.mailbox(), each.brand(), each.receivedAt(), each.size(), each.error()))
                        .toList());
    }

    @GetMapping("/unreadable/{id}/raw")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    ResponseEntity<byte[]> raw(@PathVariable UUID id) {
        String ignored = seen(id);
        byte[] bytes = messages.raw(id).orElseThrow(() -> Problem.notFound("mail", id.toString()));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".eml\"")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .body(bytes);
    }

    @PostMapping("/unreadable/{id}/case")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Opened open(@PathVariable UUID id, @RequestBody Found found) {
        String brand = seen(id);
        String text = found.text();
        if (text == null || text.isBlank()) {
            throw Problem.invalid("text", "missing", "Say what the mail says, as far as it can be read.");
        }
        Caller caller = Caller.current();
        return Objects.requireNonNull(transaction.execute(status -> {
            done(id);
            Taken taken = intake.take(contact(id, brand, found, text));
            audit.record(
                    caller.actor(),
                    "mail.put_on_case",
                    "mail:" + id,
                    Map.of("case", String.valueOf(taken.reference())));
            return new Opened(taken.reference());
        }));
    }

    private static Contact contact(UUID id, String brand, Found found, String text) {
        return new Contact(
                "email",
                brand,
                CaseHeader.CUSTOMER,
                null,
                found.from(),
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

    @PostMapping("/unreadable/{id}/dismiss")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID id) {
        String ignored = seen(id);
        Caller caller = Caller.current();
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

    /** The brand of a mail that the caller may see. */
    private String seen(UUID id) {
        BrandScope brands = Caller.current().brands();
        return mails.brandOf(id).filter(brands::includes).orElseThrow(() -> Problem.notFound("mail", id.toString()));
    }
}
