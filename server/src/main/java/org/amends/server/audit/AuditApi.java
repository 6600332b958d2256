package org.amends.server.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log for programs, such as one that keeps a second copy elsewhere. */
@RestController
@PreAuthorize("hasAuthority('SCOPE_admin')")
class AuditApi {

    private static final int MOST = 1_000;

    private final AuditLog log;
    private final AuditCheck check;
    private final AuditExport export;

    AuditApi(AuditLog log, AuditCheck check, AuditExport export) {
        this.log = log;
        this.check = check;
        this.export = export;
    }

    /**
     * A part of the log, the newest first.
     *
     * @param items the entries
     * @param next what to send as {@code cursor} for those before them, or null at the end
     */
    record Part(List<AuditEntry> items, @Nullable String next) {}

    /**
     * What the walk showed.
     *
     * @param intact whether every entry follows from the one before
     * @param entries how many follow, from the first on
     * @param erased how many lost their content because a person was erased
     * @param head the hash of the last entry, or null if the chain is broken
     * @param broken the first entry that does not fit, or null
     * @param reason what does not fit, or null
     */
    record Verdict(
            boolean intact,
            long entries,
            long erased,
            @Nullable String head,
            @Nullable Long broken,
            @Nullable String reason) {

        static Verdict of(AuditVerdict verdict) {
            return switch (verdict) {
                case AuditVerdict.Intact intact ->
                    new Verdict(true, intact.entries(), intact.erased(), intact.head(), null, null);
                case AuditVerdict.Broken broken ->
                    new Verdict(false, broken.sequence() - 1, 0, null, broken.sequence(), broken.reason());
            };
        }
    }

    @GetMapping("/v1/audit")
    Part entries(
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", String.valueOf(limit), "Ask for 1 to %d entries.".formatted(MOST));
        }
        AuditLog.Filter filter = new AuditLog.Filter(actor, action, subject, time("from", from), time("until", until));
        List<AuditEntry> found = log.before(filter, place(cursor), limit);
        return new Part(
                found,
                found.size() < limit ? null : String.valueOf(found.getLast().sequence()));
    }

    @GetMapping("/v1/audit/verdict")
    Verdict verdict(@RequestParam(required = false) @Nullable String head) {
        return Verdict.of(check.verify(head));
    }

    @GetMapping(path = "/v1/audit/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void export(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        export.write(response.getOutputStream());
    }

    private static long place(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw Problem.invalid("cursor", "\"" + cursor + "\"", "Send what the last answer gave as \"next\".");
        }
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            throw Problem.invalid(name, "\"" + text + "\"", "Write it like 2026-01-31T12:00:00Z.");
        }
    }
}
