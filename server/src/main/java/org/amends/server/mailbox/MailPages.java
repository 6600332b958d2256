package org.amends.server.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amends.server.access.Caller;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.intake.HeldMessages;
import org.amends.server.intake.Taken;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.server.problem.Problem;
import org.amends.story.Prose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of mails that a person has to look at: those that are held, and those that could not be read. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
@RequestMapping("/mails")
class MailPages {

    private static final int LINES = 30;
    private static final int LONGEST = 4_000;
    private static final String UNREADABLE = "unreadable";

    private final HeldMessages held;
    private final BrokenMails unreadable;
    private final Messages messages;
    private final Mailboxes mailboxes;

    MailPages(HeldMessages held, BrokenMails unreadable, Messages messages, Mailboxes mailboxes) {
        this.held = held;
        this.unreadable = unreadable;
        this.messages = messages;
        this.mailboxes = mailboxes;
    }

    @GetMapping
    ModelAndView page(
            ReaderTexts reader,
            @RequestParam(defaultValue = "held") String show,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String refused) {
        Texts texts = reader.texts();
        Caller caller = Caller.current();
        String shown = MailsView.VIEWS.contains(show) ? show : "held";
        boolean raw = shown.equals(UNREADABLE);
        List<KeptMessage> found = raw
                ? List.of()
                : messages.standing(standing(shown), caller.brands().names(), after, LINES + 1);
        List<KeptMessage> lines = found.subList(0, Math.min(LINES, found.size()));
        return new ModelAndView("mailbox/page")
                .addObject(
                        "view",
                        new MailsView(
                                shown,
                                lines.stream().map(each -> line(each, texts)).toList(),
                                raw
                                        ? unreadable.newest(caller.brands(), LINES).stream()
                                                .map(each -> broken(each, texts))
                                                .toList()
                                        : List.of(),
                                found.size() > LINES
                                        ? "/mails?show=" + shown + "&after="
                                                + lines.getLast().id()
                                        : null,
                                boxes(caller, texts),
                                refused == null ? null : texts.text("mails.refused")));
    }

    private static KeptMessage.Standing standing(String shown) {
        return switch (shown) {
            case "contact" -> KeptMessage.Standing.CONTACT;
            case "nobody" -> KeptMessage.Standing.NOBODY;
            case "dismissed" -> KeptMessage.Standing.DISMISSED;
            default -> KeptMessage.Standing.HELD;
        };
    }

    private MailsView.Line line(KeptMessage kept, Texts texts) {
        String customer = kept.customer();
        String why = kept.why();
        String address = kept.senderAddress();
        String text =
                kept.newText().isBlank() ? kept.text().strip() : kept.newText().strip();
        return new MailsView.Line(
                kept.id().toString(),
                kept.senderName().isBlank()
                        ? Objects.requireNonNullElse(address, texts.text("mails.nameless"))
                        : kept.senderName(),
                kept.senderName().isBlank() ? null : address,
                kept.subject(),
                kept.at().toString(),
                texts.numerals().moment(kept.at()),
                kept.language(),
                why == null ? null : texts.has("mails.why." + why) ? texts.text("mails.why." + why) : why,
                customer == null ? null : Prose.shownId(customer),
                text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text,
                kept.channel().equals("email"),
                messages.files(kept.id()));
    }

    private static MailsView.Broken broken(RawMails.Unreadable each, Texts texts) {
        return new MailsView.Broken(
                each.id().toString(),
                each.mailbox(),
                each.receivedAt().toString(),
                texts.numerals().moment(each.receivedAt()),
                texts.numerals().count(Math.max(1, each.size() / 1024)) + " kB",
                each.error());
    }

    private List<MailsView.Box> boxes(Caller caller, Texts texts) {
        return mailboxes.states().stream()
                .filter(state -> caller.brands().includes(state.brand()) && state.failingSince() != null)
                .map(state -> new MailsView.Box(
                        state.name(),
                        texts.numerals().moment(Objects.requireNonNull(state.failingSince())),
                        state.error()))
                .toList();
    }

    /** For saving, never for showing: whatever it is, it is a stranger's. */
    @GetMapping("/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable UUID id) {
        KeptMessage kept = held.seen(id, Caller.current().brands());
        byte[] bytes = messages.raw(kept.id()).orElseThrow(() -> Problem.notFound("raw message", id.toString()));
        return file(bytes, id + (kept.channel().equals("email") ? ".eml" : ".txt"));
    }

    @GetMapping("/{id}/files/{place}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable int place) {
        KeptMessage kept = held.seen(id, Caller.current().brands());
        String name = messages.files(kept.id()).stream()
                .filter(each -> each.place() == place && each.kept())
                .map(each -> each.name().isBlank() ? "file-" + place : each.name())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("file of the message", String.valueOf(place)));
        return file(
                messages.bytes(id, place)
                        .orElseThrow(() -> Problem.notFound("file of the message", String.valueOf(place))),
                name);
    }

    @GetMapping("/unreadable/{id}/raw")
    ResponseEntity<byte[]> brokenRaw(@PathVariable UUID id) {
        return file(unreadable.raw(id, Caller.current().brands()), id + ".eml");
    }

    @SuppressWarnings("ArrayParameter")
    private static ResponseEntity<byte[]> file(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.replaceAll("[\\p{Cntrl}/\\\\]", "_"), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }

    @PostMapping("/{id}/case")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    String putOnCase(@PathVariable UUID id, @RequestParam(required = false) @Nullable String reference) {
        try {
            return to(held.putOnCase(id, reference, Caller.current()));
        } catch (Problem refused) {
            return back("held", refused);
        }
    }

    @PostMapping("/{id}/dismiss")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    String dismiss(@PathVariable UUID id) {
        try {
            held.dismiss(id, Caller.current());
            return "redirect:/mails";
        } catch (Problem refused) {
            return back("held", refused);
        }
    }

    @PostMapping("/unreadable/{id}/case")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    String open(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text) {
        try {
            return to(unreadable.open(id, new BrokenMails.Found(from, name, subject, text), Caller.current()));
        } catch (Problem refused) {
            return back(UNREADABLE, refused);
        }
    }

    @PostMapping("/unreadable/{id}/dismiss")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    String dismissBroken(@PathVariable UUID id) {
        try {
            unreadable.dismiss(id, Caller.current());
            return "redirect:/mails?show=" + UNREADABLE;
        } catch (Problem refused) {
            return back(UNREADABLE, refused);
        }
    }

    private static String to(Taken taken) {
        String reference = taken.reference();
        return reference == null ? "redirect:/mails" : "redirect:/cases/" + reference;
    }

    private static String back(String show, Problem refused) {
        if (!refused.status().is4xxClientError()) {
            throw refused;
        }
        return "redirect:/mails?show=" + show + "&refused=1";
    }
}
