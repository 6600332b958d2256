package org.amends.server.guard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.console.ReaderTexts;
import org.amends.server.console.Texts;
import org.amends.server.relationship.RelationshipLinks;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of what was asked and blocked, and of slips prevented and made by month. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
class LedgerPages {

    private static final int LINES = 50;
    private static final int MONTHS = 24;

    private final Ledger ledger;
    private final InstantSource clock;

    LedgerPages(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/guard/ledger")
    ModelAndView page(
            ReaderTexts reader,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String before) {
        Texts texts = reader.texts();
        BrandScope seen = Caller.current().brands();
        YearMonth chosen = month(month);
        Verdict wanted = verdict(verdict);
        List<LedgerLine> lines =
                ledger.before(new LedgerFilter(chosen, rule, wanted, seen), Ledger.Place.of(before), LINES + 1);
        boolean more = lines.size() > LINES;
        List<LedgerLine> shown = more ? lines.subList(0, LINES) : lines;
        YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        MonthPictures pictures = new MonthPictures(ledger.counts(now.minusMonths(MONTHS), seen), texts);
        String query = "/guard/ledger?month=%s&rule=%s&verdict=%s"
                .formatted(chosen == null ? "" : chosen, encoded(rule), wanted == null ? "" : wanted);
        LedgerView view = new LedgerView(
                chosen == null ? "" : chosen.toString(),
                rule,
                wanted == null ? "" : wanted.name(),
                pictures.months(),
                pictures.rules(),
                shown.stream().map(LedgerPages::line).toList(),
                pictures.picture(),
                pictures.byMonth(),
                pictures.byRule(chosen),
                before.isEmpty() ? null : query,
                more ? query + "&before=" + shown.getLast().cursor() : null);
        return new ModelAndView("guard/ledger").addObject("view", view);
    }

    private static LedgerView.Line line(LedgerLine line) {
        String customer = line.customer();
        List<String> evidence = new ArrayList<>();
        line.reasons().forEach(each -> evidence.add(each.evidence()));
        SentOutcome outcome = line.outcome();
        return new LedgerView.Line(
                line.at(),
                line.request(),
                customer,
                customer == null ? null : RelationshipLinks.to(customer, line.brand()),
                line.ordered(),
                line.name(),
                line.verdict().name(),
                GuardPages.tone(line.verdict()),
                line.rules(),
                evidence,
                outcome == null ? null : outcome.tag(),
                line.wrong(),
                "/guard/pick/" + line.question());
    }

    private static @Nullable YearMonth month(String text) {
        try {
            return text.isEmpty() ? null : YearMonth.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static @Nullable Verdict verdict(String text) {
        return switch (text) {
            case "ASK" -> Verdict.ASK;
            case "BLOCK" -> Verdict.BLOCK;
            default -> null;
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
