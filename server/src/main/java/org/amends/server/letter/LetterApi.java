package org.amends.server.letter;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.amends.complaint.LetterPurpose;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters for programs. */
@RestController
@RequestMapping("/v1")
@PreAuthorize("hasAuthority('SCOPE_write')")
class LetterApi {

    private static final int MOST_IN_TROUBLE = 500;
    private static final int LONGEST_TEXT = 200_000;
    private static final String ONE = "/cases/{reference}/letters/{id}";

    private final Letters letters;
    private final Cases cases;
    private final JsonMapper json = new JsonMapper();

    LetterApi(Letters letters, Cases cases) {
        this.letters = letters;
        this.cases = cases;
    }

    /**
     * A letter to be drafted from its case, or, with a text, one that was written elsewhere.
     *
     * @param facts fields in the form of a letter's case that only people know
     */
    record Wish(
            @Nullable String purpose,
            @Nullable JsonNode facts,
            @Nullable String subject,
            @Nullable String text,
            @Nullable List<String> to) {}

    /** A text to be checked. */
    record Checked(@Nullable String text) {}

    /** What the check found. */
    record Findings(boolean sendable, List<LetterFinding> findings) {}

    /** Letters. */
    record All(List<LetterView> items) {}

    @GetMapping("/cases/{reference}/letters")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    All all(@PathVariable String reference) {
        return new All(letters.of(seen(reference)).stream()
                .map(letter -> LetterView.of(letter, null))
                .toList());
    }

    @PostMapping("/cases/{reference}/letters")
    ResponseEntity<LetterView> draft(@PathVariable String reference, @RequestBody Wish wish) {
        KeptCase ignored = seen(reference);
        LetterPurpose purpose = purpose(wish.purpose());
        String by = Caller.current().actor();
        String text = wish.text();
        KeptLetter letter;
        if (text == null) {
            letter = letters.draft(reference, purpose, facts(wish.facts()), by);
        } else {
            letter = letters.write(
                    reference,
                    new Letters.NewLetter(
                            purpose,
                            wish.subject() == null ? "" : wish.subject(),
                            text(text),
                            wish.to() == null ? List.of() : wish.to(),
                            false,
                            List.of()),
                    by);
        }
        return ResponseEntity.created(URI.create("/v1/cases/%s/letters/%s".formatted(reference, letter.id())))
                .body(LetterView.of(letter, null));
    }

    @GetMapping(ONE)
    @PreAuthorize("hasAuthority('SCOPE_read')")
    LetterView one(@PathVariable String reference, @PathVariable UUID id) {
        return LetterView.of(found(reference, id), letters.log(id));
    }

    @PatchMapping(ONE)
    LetterView edit(@PathVariable String reference, @PathVariable UUID id, @RequestBody Letters.Edit edit) {
        KeptLetter letter = found(reference, id);
        String text = edit.text();
        if (text != null) {
            String ignored = text(text);
        }
        return LetterView.of(letters.edit(letter.id(), edit, Caller.current().actor()), null);
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String reference, @PathVariable UUID id) {
        letters.discard(found(reference, id).id(), Caller.current().actor());
    }

    /** What the check would find in a text; the letter stays as it is. */
    @PostMapping(ONE + "/check")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    Findings check(@PathVariable String reference, @PathVariable UUID id, @RequestBody Checked checked) {
        KeptLetter letter = found(reference, id);
        String text = checked.text();
        List<LetterFinding> findings =
                letters.lint(letter, text == null ? letter.content().text() : text(text));
        return new Findings(findings.stream().noneMatch(LetterFinding::forbids), findings);
    }

    @PostMapping(ONE + "/send")
    LetterView send(@PathVariable String reference, @PathVariable UUID id) {
        return LetterView.of(
                letters.queue(found(reference, id).id(), Caller.current().actor()), null);
    }

    @PostMapping(ONE + "/take-back")
    LetterView takeBack(@PathVariable String reference, @PathVariable UUID id) {
        return LetterView.of(
                letters.takeBack(found(reference, id).id(), Caller.current().actor()), null);
    }

    /** Of a letter in doubt: send it again. */
    @PostMapping(ONE + "/send-again")
    LetterView again(@PathVariable String reference, @PathVariable UUID id) {
        return LetterView.of(
                letters.again(found(reference, id).id(), Caller.current().actor()), null);
    }

    /** Of a letter in doubt: it arrived. */
    @PostMapping(ONE + "/arrived")
    LetterView arrived(@PathVariable String reference, @PathVariable UUID id) {
        return LetterView.of(
                letters.arrived(found(reference, id).id(), Caller.current().actor()), null);
    }

    /** Letters that a person has to look at: in doubt, refused or come back. */
    @GetMapping("/letters/in-trouble")
    @PreAuthorize("hasAuthority('SCOPE_read')")
    All inTrouble(@RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_IN_TROUBLE) {
            throw Problem.invalid("limit", String.valueOf(limit), "Ask for 1 to %d.".formatted(MOST_IN_TROUBLE));
        }
        return new All(letters.inTrouble(Caller.current().brands(), limit).stream()
                .map(letter -> LetterView.of(letter, null))
                .toList());
    }

    private KeptCase seen(String reference) {
        return cases.seen(reference, Caller.current().brands());
    }

    private KeptLetter found(String reference, UUID id) {
        KeptCase kept = seen(reference);
        return letters.find(id)
                .filter(letter -> letter.complaint() == kept.id())
                .orElseThrow(() -> Problem.notFound("letter", id.toString()));
    }

    private JsonNode facts(@Nullable JsonNode facts) {
        if (facts == null || facts.isNull()) {
            return json.createObjectNode();
        }
        if (!facts.isObject()) {
            throw Problem.invalid("facts", "no object", "Write fields in the form of a letter's case.");
        }
        return facts;
    }

    private static String text(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Problem.invalid(
                    "text", "%d characters long".formatted(text.length()), "Write at most %d.".formatted(LONGEST_TEXT));
        }
        return text.replace("\0", "");
    }

    private static LetterPurpose purpose(@Nullable String purpose) {
        for (LetterPurpose each : LetterPurpose.values()) {
            if (LetterView.word(each).equals(purpose)) {
                return each;
            }
        }
        List<String> known =
                List.of(LetterPurpose.values()).stream().map(LetterView::word).toList();
        throw Problem.invalid(
                "purpose",
                purpose == null ? "missing" : "\"%s\"".formatted(purpose.toLowerCase(Locale.ROOT)),
                "Use one of %s.".formatted(String.join(", ", known)));
    }
}
