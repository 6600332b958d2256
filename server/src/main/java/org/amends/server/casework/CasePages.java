package org.amends.server.casework;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.amends.server.access.Caller;
import org.amends.server.automation.page.QuickViews;
import org.amends.server.complaint.Cases;
import org.amends.server.console.ReaderTexts;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.MessageFile;
import org.amends.server.message.Messages;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one case, and the files that came with it. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class CasePages {

    private final Cases cases;
    private final CasePortraits portraits;
    private final Messages messages;
    private final QuickViews quick;

    CasePages(Cases cases, CasePortraits portraits, Messages messages, QuickViews quick) {
        this.cases = cases;
        this.portraits = portraits;
        this.messages = messages;
        this.quick = quick;
    }

    @GetMapping("/cases/{reference}")
    String page(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String refused,
            ReaderTexts reader,
            Model model) {
        Caller caller = Caller.current();
        KeptCase kept = cases.seen(reference, caller.brands());
        model.addAttribute("view", portraits.of(kept, caller, refused, reader.texts()));
        model.addAttribute("quick", quick.of(kept, caller));
        return "casework/page";
    }

    /** A file is always taken away, never shown within the console. */
    @GetMapping("/cases/{reference}/messages/{message}/files/{place}")
    ResponseEntity<byte[]> file(@PathVariable String reference, @PathVariable UUID message, @PathVariable int place) {
        KeptCase kept = cases.seen(reference, Caller.current().brands());
        KeptMessage of = messages.find(message)
                .filter(found -> Long.valueOf(kept.id()).equals(found.complaint()))
                .orElseThrow(() -> Problem.notFound("message", message.toString()));
        MessageFile file = messages.files(of.id()).stream()
                .filter(each -> each.place() == place)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("file", String.valueOf(place)));
        byte[] bytes =
                messages.bytes(of.id(), place).orElseThrow(() -> Problem.notFound("file", String.valueOf(place)));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name().isBlank() ? "file" : file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes);
    }
}
