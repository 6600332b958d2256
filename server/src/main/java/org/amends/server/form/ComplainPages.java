package org.amends.server.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amends.server.complaint.key.CaseKeys;
import org.amends.server.console.Texts;
import org.amends.story.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page on which anybody tells what went wrong. Whatever is amiss with what was sent, the page comes back with all the words
 * still in it.
 */
@Controller
class ComplainPages {

    private final FormDesk desk;
    private final Addressees addressees;
    private final Visits visits;
    private final FormSettings settings;
    private final InstantSource clock;

    ComplainPages(FormDesk desk, Addressees addressees, Visits visits, FormSettings settings, InstantSource clock) {
        this.desk = desk;
        this.addressees = addressees;
        this.visits = visits;
        this.settings = settings;
        this.clock = clock;
    }

    /** One request for the page, with the language that it is answered in. */
    private record Asked(HttpServletRequest request, Language language) {
        Texts texts() {
            return Texts.in(language);
        }
    }

    /** What goes with the words: the ticket of the form, and the field that only machines fill in. */
    private record Aside(String ticket, boolean trap, String trapped) {}

    @GetMapping("/complain")
    ModelAndView blank(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "") String brand) {
        if (!settings.enabled()) {
            return nothing(request);
        }
        Written nothing = new Written("", Set.of(), "", "", "", "", "", brand);
        return page(
                new Asked(request, PageLanguage.chosen(language, PageLanguage.of(request))),
                nothing,
                new Aside(FormTicket.at(clock.instant()).text(), false, ""),
                Map.of(),
                null);
    }

    @PostMapping("/complain")
    ModelAndView send(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "wish", required = false) @Nullable List<String> wishes,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        if (!settings.enabled()) {
            return nothing(request);
        }
        Language shown = PageLanguage.chosen(fields.get("shown"), PageLanguage.of(request));
        String other = fields.get("to");
        Asked asked = new Asked(request, PageLanguage.chosen(other, shown));
        Written written = written(fields, wishes);
        String ticket = fields.getOrDefault("ticket", "");
        String trapped = fields.getOrDefault("website", "");
        if (other != null) {
            return page(asked, written, new Aside(fresh(ticket), false, trapped), Map.of(), null);
        }
        FormFiles sent = FormFiles.of(files);
        Map<String, String> faults = faults(written, sent, asked.texts());
        if (!faults.isEmpty()) {
            String notice = asked.texts().text("form.faults", "n", faults.size());
            return back(asked, response, written, new Aside(fresh(ticket), false, trapped), faults, notice);
        }
        FormTicket known = FormTicket.read(ticket);
        if (known == null || known.tooQuick(clock.instant()) || !trapped.isBlank()) {
            // No person is taken for a machine for good: whoever presses once more, with that field empty, gets
            // through.
            String notice = asked.texts().text(trapped.isBlank() ? "form.again" : "form.trap.notice");
            return back(
                    asked, response, written, new Aside(fresh(ticket), !trapped.isBlank(), trapped), Map.of(), notice);
        }
        Optional<Duration> wait = visits.count(Visits.Deed.COMPLAINT, request.getRemoteAddr());
        return wait.isPresent()
                ? late(asked, response, written, ticket, wait.get())
                : received(asked, desk.take(written, known, sent.files(), asked.texts()));
    }

    private static ModelAndView received(Asked asked, FormDesk.Received received) {
        return StatusPages.seeOther(CaseKeys.path(received.reference(), received.key()) + "&said=received&language="
                + asked.language().code());
    }

    private ModelAndView back(
            Asked asked,
            HttpServletResponse response,
            Written written,
            Aside aside,
            Map<String, String> faults,
            String notice) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(asked, written, aside, faults, notice);
    }

    private ModelAndView late(
            Asked asked, HttpServletResponse response, Written written, String ticket, Duration wait) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        return page(
                asked,
                written,
                new Aside(ticket, false, ""),
                Map.of(),
                asked.texts().text("form.wait", "minutes", wait.toMinutes() + 1));
    }

    private static Written written(Map<String, String> fields, @Nullable List<String> wishes) {
        String wanted = fields.getOrDefault("language", "");
        return new Written(
                fields.getOrDefault("what", ""),
                Written.wishes(wishes),
                fields.getOrDefault("other-wish", ""),
                fields.getOrDefault("name", ""),
                fields.getOrDefault("address", ""),
                fields.getOrDefault("order", ""),
                Language.of(wanted) == null ? "" : wanted,
                fields.getOrDefault("brand", ""));
    }

    /** The ticket that came, so that it says when the form was first handed out; a new one where it is none. */
    private String fresh(String ticket) {
        return FormTicket.read(ticket) == null ? FormTicket.at(clock.instant()).text() : ticket;
    }

    private static Map<String, String> faults(Written written, FormFiles files, Texts texts) {
        Map<String, String> faults = new LinkedHashMap<>();
        written.faults().forEach((field, fault) -> faults.put(field, texts.text("form.fault." + field + "." + fault)));
        if (files.fault() != null) {
            faults.put("files", texts.text("form.fault.files." + files.fault(), limits()));
        }
        return faults;
    }

    /** How many files there may be and how large, as texts name them. */
    static Object[] limits() {
        return new Object[] {
            "most", FormFiles.MOST, "each", FormFiles.LARGEST_MEGABYTES, "all", FormFiles.LARGEST_TOGETHER_MEGABYTES
        };
    }

    private ModelAndView page(
            Asked asked, Written written, Aside aside, Map<String, String> faults, @Nullable String notice) {
        Addressee company = addressees.of(written.brand());
        Instant by = clock.instant().plus(company.answerDays(), ChronoUnit.DAYS);
        return new ModelAndView("form/complain")
                .addObject("frame", PageLanguage.frame(asked.language(), asked.request()))
                .addObject(
                        "view",
                        new ComplainView(
                                written,
                                aside.ticket(),
                                faults,
                                notice,
                                aside.trap(),
                                aside.trapped(),
                                company,
                                asked.texts().numerals().date(company.day(by))));
    }

    private static ModelAndView nothing(HttpServletRequest request) {
        return StatusPages.closed(request, PageLanguage.of(request));
    }
}
