package org.amends.server.automation.reply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.letter.KeptLetter;
import org.amends.server.letter.LetterFinding;
import org.amends.server.letter.Letters;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Saved replies, for programs. */
@RestController
class ReplyApi {

    private final SavedReplies replies;
    private final ReplyFilling filling;
    private final ReplyLetters drafts;
    private final Cases cases;

    ReplyApi(SavedReplies replies, ReplyFilling filling, ReplyLetters drafts, Cases cases) {
        this.replies = replies;
        this.filling = filling;
        this.drafts = drafts;
        this.cases = cases;
    }

    /** What a saved reply is to be. */
    record Wish(@Nullable String brand, @Nullable Map<String, String> texts) {}

    /** A saved reply as programs get it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Line(String name, String brand, Map<String, String> texts, String changedBy, Instant changedAt) {

        static Line of(SavedReply reply) {
            return new Line(reply.name(), reply.brand(), reply.texts(), reply.changedBy(), reply.changedAt());
        }
    }

    /** A variable. */
    record Variable(String name, String type) {}

    /** All saved replies, and what they may name. */
    record All(List<Line> items, List<Variable> variables) {}

    /** A text filled from a case. */
    record Filled(String language, String text) {}

    /** Into which letter; null for a new one. */
    record Into(@Nullable UUID letter, @Nullable Integer version) {}

    /** The letter that it is in, and what its check finds. */
    record Written(UUID letter, int version, String text, boolean sendable, List<LetterFinding> findings) {

        static Written of(KeptLetter letter) {
            return new Written(
                    letter.id(), letter.version(), letter.content().text(), letter.sendable(), letter.findings());
        }
    }

    @GetMapping("/v1/saved-replies")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    All all() {
        return new All(
                replies.all(Caller.current().brands()).stream().map(Line::of).toList(),
                java.util.Arrays.stream(ReplyVariable.values())
                        .map(each -> new Variable(
                                each.stableName(), each.type().name().toLowerCase(java.util.Locale.ROOT)))
                        .toList());
    }

    @GetMapping("/v1/saved-replies/{name}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Line one(@PathVariable String name) {
        return Line.of(replies.seen(name, Caller.current().brands()));
    }

    @PutMapping("/v1/saved-replies/{name}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    Line keep(@PathVariable String name, @RequestBody Wish wish) {
        Caller caller = Caller.current();
        return Line.of(replies.keep(
                name,
                Objects.requireNonNullElse(wish.brand(), ""),
                Objects.requireNonNullElse(wish.texts(), Map.of()),
                caller.brands(),
                caller.actor()));
    }

    @DeleteMapping("/v1/saved-replies/{name}")
    @PreAuthorize("hasAuthority('SCOPE_admin')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        Caller caller = Caller.current();
        replies.remove(name, caller.brands(), caller.actor());
    }

    @GetMapping("/v1/cases/{reference}/saved-replies/{name}")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Filled filled(@PathVariable String reference, @PathVariable String name) {
        Caller caller = Caller.current();
        KeptCase kept = cases.seen(reference, caller.brands());
        SavedReply reply = replies.seen(name, caller.brands());
        return new Filled(kept.complaint().language(), filling.filled(reply, kept));
    }

    @PostMapping("/v1/cases/{reference}/saved-replies/{name}")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    Written write(@PathVariable String reference, @PathVariable String name, @RequestBody Into into) {
        Caller caller = Caller.current();
        KeptCase kept = cases.seen(reference, caller.brands());
        SavedReply reply = replies.seen(name, caller.brands());
        UUID letter = into.letter();
        return Written.of(
                letter == null
                        ? drafts.draft(reference, reply.name(), caller.actor())
                        : drafts.insert(
                                kept,
                                letter,
                                reply.name(),
                                new Letters.Edit(null, null, null, null, null, into.version()),
                                caller.actor()));
    }
}
