package org.amends.server.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which an administrator reads the audit log, and has it verified. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_admin')")
class AuditPages {

    private static final int LINES = 50;

    private final AuditLog log;
    private final AuditCheck check;
    private final AuditExport export;
    private final Actors actors;

    AuditPages(AuditLog log, AuditCheck check, AuditExport export, Actors actors) {
        this.log = log;
        this.check = check;
        this.export = export;
        this.actors = actors;
    }

    @GetMapping("/audit")
    ModelAndView list(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String before) {
        return page(new AuditAsked(actor, action, subject, from, until), before, null);
    }

    @PostMapping("/audit/verify")
    ModelAndView verify() {
        return page(new AuditAsked("", "", "", "", ""), "", check.verify(null));
    }

    @GetMapping("/audit/export")
    void download(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"amends-audit.ndjson\"");
        export.write(response.getOutputStream());
    }

    private ModelAndView page(AuditAsked asked, String before, @Nullable AuditVerdict verdict) {
        List<AuditEntry> entries = log.before(
                new AuditLog.Filter(
                        asked.actor(), asked.action(), asked.subject(), day(asked.from()), day(asked.until())),
                place(before),
                LINES + 1);
        boolean more = entries.size() > LINES;
        List<AuditEntry> shown = more ? entries.subList(0, LINES) : entries;
        Map<String, String> names = actors.names(shown.stream()
                .flatMap(each -> each.subject() == null
                        ? java.util.stream.Stream.of(each.actor())
                        : java.util.stream.Stream.of(each.actor(), each.subject()))
                .toList());
        return new ModelAndView("audit/list")
                .addObject("asked", asked)
                .addObject("entries", shown)
                .addObject("names", names)
                .addObject("actions", log.actions())
                .addObject("verdict", verdict)
                .addObject("first", before.isEmpty() ? null : "/audit" + asked.query(""))
                .addObject(
                        "next",
                        more
                                ? "/audit"
                                        + asked.query(
                                                String.valueOf(shown.getLast().sequence()))
                                : null);
    }

    private static long place(String before) {
        try {
            return before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
        } catch (NumberFormatException notOurs) {
            return Long.MAX_VALUE;
        }
    }

    /** The beginning of a day in UTC; what is no day does not narrow. */
    private static @Nullable Instant day(String text) {
        try {
            return text.isBlank()
                    ? null
                    : LocalDate.parse(text.strip()).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
