package org.amends.server.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
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
    private final BrokenMails mails;

    MailboxApi(Mailboxes mailboxes, BrokenMails mails) {
        this.mailboxes = mailboxes;
        this.mails = mails;
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
        return new UnreadableMails(mails.newest(Caller.current().brands(), Math.clamp(limit, 1, MOST)).stream()
                .map(each -> new UnreadableMail(
                        each.id(), each.mailbox(), each.brand(), each.receivedAt(), each.size(), each.error()))
                .toList());
    }

    @GetMapping("/unreadable/{id}/raw")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    ResponseEntity<byte[]> raw(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".eml\"")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .body(mails.raw(id, Caller.current().brands()));
    }

    @PostMapping("/unreadable/{id}/case")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Opened open(@PathVariable UUID id, @RequestBody BrokenMails.Found found) {
        return new Opened(mails.open(id, found, Caller.current()).reference());
    }

    @PostMapping("/unreadable/{id}/dismiss")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID id) {
        mails.dismiss(id, Caller.current());
    }
}
