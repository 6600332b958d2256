package org.amends.server.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amends.server.access.AccessSettings;
import org.amends.server.complaint.key.CaseKeys;
import org.amends.server.console.Texts;
import org.amends.server.form.StatusDesk.Open;
import org.amends.server.problem.Problem;
import org.amends.story.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The page on which a customer sees their case, by the secret link that they have. A wrong key, a case that there is not and one
 * of somebody who was erased are answered alike.
 */
@Controller
class StatusPages {

    private static final Set<String> NOTICES =
            Set.of("received", "added", "accepted", "rejected", "stated", "withdrawn", "rated");

    private final StatusDesk desk;
    private final StatusTelling telling;
    private final OwnPreferences preferences;
    private final Visits visits;
    private final FormSettings settings;
    private final @Nullable URI publicUrl;
    private final InstantSource clock;

    StatusPages(
            StatusDesk desk,
            StatusTelling telling,
            OwnPreferences preferences,
            Visits visits,
            FormSettings settings,
            AccessSettings access,
            InstantSource clock) {
        this.desk = desk;
        this.telling = telling;
        this.preferences = preferences;
        this.visits = visits;
        this.settings = settings;
        this.publicUrl = access.publicUrl();
        this.clock = clock;
    }

    /** What is done once the key is found to open the case. */
    private interface Use {
        ModelAndView of(Open open, Language language) throws IOException;
    }

    /** What a customer does; gives what is amiss with it, or null. */
    private interface Deed {
        StatusView.@Nullable Draft of(Open open, FormTicket ticket, Texts texts) throws IOException;
    }

    @GetMapping("/status/{reference}")
    ModelAndView show(
            @PathVariable String reference,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String said,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return within(reference, fields, request, response, (open, language) -> {
            Texts texts = Texts.in(language);
            String notice = NOTICES.contains(said) ? texts.text("status.said." + said) : null;
            String link = said.equals("received") ? base(request) + CaseKeys.path(reference, open.key()) : null;
            return page(open, language, request, new StatusTelling.Beside(link, notice, StatusView.Draft.NONE));
        });
    }

    @PostMapping("/status/{reference}/messages")
    ModelAndView add(
            @PathVariable String reference,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return done(reference, fields, "added", request, response, (open, ticket, texts) -> {
            String text = words(fields, "text");
            FormFiles sent = FormFiles.of(files);
            if (sent.fault() != null) {
                return new StatusView.Draft(
                        text, texts.text("form.fault.files." + sent.fault(), ComplainPages.limits()));
            }
            if (text.isEmpty() && sent.files().isEmpty()) {
                return new StatusView.Draft(text, texts.text("status.fault.empty"));
            }
            if (text.length() > Written.LONGEST_STORY) {
                return new StatusView.Draft(text, texts.text("form.fault.what.long"));
            }
            desk.add(open, ticket, text.isEmpty() ? texts.text("status.files.only") : text, sent.files());
            return null;
        });
    }

    @PostMapping("/status/{reference}/accept")
    ModelAndView accept(
            @PathVariable String reference,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return done(reference, fields, "accepted", request, response, (open, ticket, texts) -> {
            desk.accept(open);
            return null;
        });
    }

    @PostMapping("/status/{reference}/reject")
    ModelAndView reject(
            @PathVariable String reference,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return done(reference, fields, "rejected", request, response, (open, ticket, texts) -> {
            Rejection reason = Rejection.of(fields.getOrDefault("reason", ""));
            String text = words(fields, "text");
            if (text.length() > Written.LONGEST_STORY) {
                return new StatusView.Draft(text, texts.text("form.fault.what.long"));
            }
            desk.reject(open, ticket, reason == null ? Rejection.OTHER : reason, text);
            return null;
        });
    }

    @PostMapping("/status/{reference}/survey")
    ModelAndView rate(
            @PathVariable String reference,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return done(reference, fields, "rated", request, response, (open, ticket, texts) -> {
            String stars = fields.getOrDefault("satisfaction", "");
            String resolved = fields.getOrDefault("resolved", "");
            if (!stars.matches("[0-4]") || !resolved.matches("yes|no")) {
                return new StatusView.Draft("", texts.text("status.fault.survey"));
            }
            desk.rate(open, Integer.parseInt(stars) / 4.0, resolved.equals("yes"));
            return null;
        });
    }

    @PostMapping("/status/{reference}/preferences")
    ModelAndView state(
            @PathVariable String reference,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean withdraws = fields.containsKey("withdraw");
        return done(reference, fields, withdraws ? "withdrawn" : "stated", request, response, (open, ticket, texts) -> {
            try {
                if (withdraws) {
                    preferences.withdraw(open, fields.getOrDefault("withdraw", ""));
                } else {
                    preferences.state(open, fields.getOrDefault("wish", ""), words(fields, "words"));
                }
                return null;
            } catch (Problem refused) {
                return new StatusView.Draft("", texts.text("status.fault.preference"));
            }
        });
    }

    private static String words(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "")
                .replace("\r\n", "\n")
                .replace("\0", "")
                .strip();
    }

    /** Does what the customer asks for, once, and leads back to the page. */
    private ModelAndView done(
            String reference,
            Map<String, String> fields,
            String said,
            HttpServletRequest request,
            HttpServletResponse response,
            Deed deed)
            throws IOException {
        return within(reference, fields, request, response, (open, language) -> {
            Texts texts = Texts.in(language);
            Optional<Duration> wait = visits.count(Visits.Deed.ADDITION, request.getRemoteAddr());
            StatusView.Draft fault;
            if (wait.isPresent()) {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
                fault = new StatusView.Draft(
                        words(fields, "text"),
                        texts.text("form.wait", "minutes", wait.get().toMinutes() + 1));
            } else {
                FormTicket known = FormTicket.read(fields.getOrDefault("ticket", ""));
                fault = deed.of(open, known == null ? FormTicket.at(clock.instant()) : known, texts);
                if (fault == null) {
                    return seeOther(
                            CaseKeys.path(reference, open.key()) + "&said=" + said + "&language=" + language.code());
                }
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            return page(open, language, request, new StatusTelling.Beside(null, null, fault));
        });
    }

    private ModelAndView within(
            String reference,
            Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Use use)
            throws IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        Language reader = PageLanguage.chosen(fields.get("language"), PageLanguage.of(request));
        String address = request.getRemoteAddr();
        Optional<Duration> wait = visits.wait(Visits.Deed.WRONG_KEY, address);
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
            return closed(
                    request,
                    reader,
                    HttpStatus.TOO_MANY_REQUESTS,
                    Texts.in(reader)
                            .text("status.closed.wait", "minutes", wait.get().toMinutes() + 1));
        }
        Optional<Open> open =
                settings.enabled() ? desk.open(reference, fields.getOrDefault("key", "")) : Optional.empty();
        if (open.isEmpty()) {
            var ignored = visits.count(Visits.Deed.WRONG_KEY, address);
            return closed(request, reader);
        }
        // They see it in the language in which they are written to, unless they chose another here.
        Language known = PageLanguage.chosen(open.get().complaint().language(), reader);
        return use.of(open.get(), PageLanguage.chosen(fields.get("language"), known));
    }

    private ModelAndView page(Open open, Language language, HttpServletRequest request, StatusTelling.Beside beside) {
        return new ModelAndView("form/status")
                .addObject("frame", PageLanguage.frame(language, request))
                .addObject("view", telling.tell(open, Texts.in(language), beside));
    }

    /** What whoever has no good link sees, whatever the reason. */
    static ModelAndView closed(HttpServletRequest request, Language language) {
        return closed(
                request, language, HttpStatus.NOT_FOUND, Texts.in(language).text("status.closed.told"));
    }

    private static ModelAndView closed(HttpServletRequest request, Language language, HttpStatus status, String told) {
        ModelAndView page = new ModelAndView("form/closed")
                .addObject("frame", PageLanguage.frame(language, request))
                .addObject("told", told);
        page.setStatus(status);
        return page;
    }

    /** Leads to a page of ours, which a browser then asks for anew. */
    static ModelAndView seeOther(String path) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    private String base(HttpServletRequest request) {
        URI url = publicUrl;
        return url != null
                ? url.toString().replaceAll("/+$", "")
                : "%s://%s:%d".formatted(request.getScheme(), request.getServerName(), request.getServerPort());
    }
}
