package org.amends.server.deadline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.ClockStart;
import org.amends.complaint.Complaint;
import org.amends.deadline.Clock;
import org.amends.deadline.Clocks;
import org.amends.deadline.LetterContent;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.complaint.Cases;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clocks of one case. */
@RestController
@RequestMapping("/v1/cases/{reference}/clocks")
class ClockApi {

    private final Cases cases;
    private final CaseClocks clocks;
    private final LetterContents contents;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ClockApi(
            Cases cases,
            CaseClocks clocks,
            LetterContents contents,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.clocks = clocks;
        this.contents = contents;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_read')")
    public Map<String, Object> list(@PathVariable String reference) {
        return answer(cases.seen(reference, Caller.current().brands()));
    }

    /** When something that clocks count from happened: {@code start} and {@code moment}. */
    @PostMapping("/start")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    public Map<String, Object> start(@PathVariable String reference, @RequestBody Map<String, String> body) {
        KeptCase seen = cases.seen(reference, Caller.current().brands());
        ClockStart start = one(ClockStart.values(), "start", body.get("start"));
        Instant moment = moment(body.get("moment"));
        if (moment.isAfter(clock.instant())) {
            throw Problem.invalid("moment", moment.toString(), "Give a moment that has passed.");
        }
        return answer(cases.append(
                seen.complaint().reference(),
                List.of(new CaseEvent.ClockStartFound(cases.now(Caller.current().actor()), start, moment))));
    }

    /** A letter that left and what it says. */
    record Said(@Nullable List<String> contents) {}

    /** A person has read a letter and says what is in it, where the machine saw something else. */
    @PutMapping("/letters/{letter}")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    public Map<String, Object> said(
            @PathVariable String reference, @PathVariable String letter, @RequestBody Said said) {
        KeptCase seen = cases.seen(reference, Caller.current().brands());
        Complaint.SentLetter sent = seen.complaint().letter(letter);
        if (sent == null || sent.standing() != Complaint.LetterStanding.SENT) {
            throw Problem.notFound("letter that was sent", letter);
        }
        Set<LetterContent> read = EnumSet.noneOf(LetterContent.class);
        List<String> names = said.contents();
        if (names == null) {
            throw Problem.invalid("contents", "missing", "Give a list, which may be empty.");
        }
        names.forEach(name -> read.add(one(LetterContent.values(), "contents", name)));
        transaction.executeWithoutResult(status -> {
            contents.keep(seen.id(), letter, read, clock.instant());
            clocks.again(seen);
            audit.record(
                    Caller.current().actor(),
                    "letter.read",
                    "case:" + reference,
                    Map.of("letter", letter, "contents", names));
        });
        return answer(seen);
    }

    static <E extends Enum<E>> E one(E[] values, String place, @Nullable String name) {
        List<String> names = new ArrayList<>();
        for (E value : values) {
            String known = value.name().toLowerCase(Locale.ROOT);
            if (known.equals(name)) {
                return value;
            }
            names.add(known);
        }
        throw Problem.invalid(place, "\"%s\"".formatted(name), "One of: %s.".formatted(String.join(", ", names)));
    }

    private static Instant moment(@Nullable String text) {
        try {
            return Instant.parse(String.valueOf(text));
        } catch (java.time.DateTimeException none) {
            throw Problem.invalid("moment", "\"%s\"".formatted(text), "Maybe 2026-03-02T09:00:00Z.");
        }
    }

    private Map<String, Object> answer(KeptCase kept) {
        Instant now = clock.instant();
        Clocks all = clocks.of(kept);
        Clock governing = all.governing();
        List<Map<String, Object>> items = new ArrayList<>();
        all.all().forEach(each -> items.add(json(each, now, each.equals(governing))));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("case", kept.complaint().reference());
        answer.put("paused", kept.complaint().paused());
        answer.put("items", items);
        return answer;
    }

    private static Map<String, Object> json(Clock clock, Instant now, boolean governs) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("regime", clock.regime());
        json.put("duty", clock.duty().stableName());
        json.put("round", clock.round());
        json.put("standing", clock.standing(now).stableName());
        json.put("governs", governs);
        json.put("started_at", clock.started().toString());
        json.put("due_at", text(clock.due()));
        json.put("extended", clock.extended());
        json.put("passed", clock.passed(now));
        json.put("settled_at", text(clock.settled()));
        json.put("settled_by", clock.settledBy());
        json.put(
                "lacks",
                clock.lacks().stream()
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
        return json;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
