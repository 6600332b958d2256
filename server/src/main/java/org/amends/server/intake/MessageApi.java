package org.amends.server.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amends.server.access.Caller;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.MessageFile;
import org.amends.server.message.Messages;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
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
import tools.jackson.databind.json.JsonMapper;

/** Messages for programs: those on no case, what became of each, and a person's word on it. */
@RestController
@RequestMapping("/v1/messages")
class MessageApi {

    private static final int MOST = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final Messages messages;
    private final HeldMessages held;
    private final Threads threads;
    private final CustomerAddresses addresses;

    MessageApi(Messages messages, HeldMessages held, Threads threads, CustomerAddresses addresses) {
        this.messages = messages;
        this.held = held;
        this.threads = threads;
        this.addresses = addresses;
    }

    /** A message in a list. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Listed(
            UUID id,
            String channel,
            String kind,
            String standing,
            @Nullable String why,
            Instant at,
            String brand,
            @Nullable String customer,
            @Nullable String from,
            String name,
            String language,
            String subject) {

        static Listed of(KeptMessage kept) {
            return new Listed(
                    kept.id(),
                    kept.channel(),
                    KeptMessage.word(kept.kind()),
                    KeptMessage.word(kept.standing()),
                    kept.why(),
                    kept.at(),
                    kept.brand(),
                    kept.customer(),
                    kept.senderAddress(),
                    kept.senderName(),
                    kept.language(),
                    kept.subject());
        }
    }

    /** A part of a list. */
    record Page(List<Listed> items, @Nullable UUID next) {}

    /** A file of a message. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record File(
            int place,
            String name,
            String type,
            long size,
            @Nullable String refusedBecause) {

        static File of(MessageFile file) {
            return new File(file.place(), file.name(), file.found(), file.size(), file.refusedBecause());
        }
    }

    /** A message, whole. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Whole(
            Listed message,
            @Nullable String reference,
            List<String> to,
            String text,
            String newText,
            List<File> files,
            @Nullable Object reading,
            List<CustomerAddresses.Alike> alike) {}

    /** The case on which a message is to be; null to open one. */
    record OnCase(@Nullable String reference) {}

    /** What came of it. */
    record Put(@Nullable String reference, boolean opened) {}

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Page list(
            @RequestParam(defaultValue = "held") String standing,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        int most = Math.clamp(limit, 1, MOST);
        List<KeptMessage> found =
                messages.standing(named(standing), Caller.current().brands().names(), cursor, most + 1);
        List<KeptMessage> shown = found.subList(0, Math.min(most, found.size()));
        return new Page(
                shown.stream().map(Listed::of).toList(),
                found.size() > most ? shown.get(most - 1).id() : null);
    }

    private static KeptMessage.Standing named(String standing) {
        for (KeptMessage.Standing each : KeptMessage.Standing.values()) {
            if (each != KeptMessage.Standing.CASE && KeptMessage.word(each).equals(standing)) {
                return each;
            }
        }
        throw Problem.invalid("standing", "\"" + standing + "\"", "Name one of held, contact, nobody and dismissed.");
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Whole one(@PathVariable UUID id) {
        KeptMessage kept = seen(id);
        Long complaint = kept.complaint();
        String reading = kept.reading();
        String customer = kept.customer();
        return new Whole(
                Listed.of(kept),
                complaint == null ? null : threads.reference(complaint),
                kept.recipients(),
                kept.text(),
                kept.newText(),
                messages.files(id).stream().map(File::of).toList(),
                reading == null ? null : JSON.readTree(reading),
                customer == null ? List.of() : addresses.alike(customer, kept.brand()));
    }

    @GetMapping("/{id}/raw")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    ResponseEntity<byte[]> raw(@PathVariable UUID id) {
        KeptMessage kept = seen(id);
        byte[] bytes = messages.raw(id).orElseThrow(() -> Problem.notFound("raw message", id.toString()));
        boolean mail = kept.channel().equals("email");
        return file(bytes, id + (mail ? ".eml" : ".txt"), mail ? "message/rfc822" : "application/octet-stream");
    }

    @GetMapping("/{id}/files/{place}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable int place) {
        KeptMessage kept = seen(id);
        MessageFile file = messages.files(kept.id()).stream()
                .filter(each -> each.place() == place && each.kept())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("file of the message", String.valueOf(place)));
        byte[] bytes = messages.bytes(id, place)
                .orElseThrow(() -> Problem.notFound("file of the message", String.valueOf(place)));
        String name = file.name().isBlank() ? "file-" + place : file.name();
        return file(bytes, name, file.found());
    }

    /** For saving, never for showing: whatever it is, it is a stranger's. */
    private static ResponseEntity<byte[]> file(byte[] bytes, String name, String type) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        name.replaceAll("[\\p{Cntrl}/\\\\]", "_"),
                                        java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }

    @PostMapping("/{id}/case")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Put putOnCase(@PathVariable UUID id, @RequestBody OnCase body) {
        Taken taken = held.putOnCase(id, body.reference(), Caller.current());
        return new Put(taken.reference(), taken.opened());
    }

    @PostMapping("/{id}/dismiss")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable UUID id) {
        held.dismiss(id, Caller.current());
    }

    private KeptMessage seen(UUID id) {
        return held.seen(id, Caller.current().brands());
    }
}
