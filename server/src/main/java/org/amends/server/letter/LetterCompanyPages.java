package org.amends.server.letter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.amends.server.access.Caller;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which an administrator says who writes letters, and from which address. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_admin')")
@RequestMapping("/mails/senders")
class LetterCompanyPages {

    private final LetterCompanies companies;

    LetterCompanyPages(LetterCompanies companies) {
        this.companies = companies;
    }

    @GetMapping
    ModelAndView page(
            @RequestParam(defaultValue = "") String brand, @RequestParam(required = false) @Nullable String kept) {
        LetterCompany known = own(brand);
        LetterCompanyForm form = known == null ? LetterCompanyForm.usual() : LetterCompanyForm.of(known);
        return page(form, null, kept != null);
    }

    @PostMapping
    ModelAndView keep(@RequestParam Map<String, String> typed) {
        LetterCompanyForm form = new LetterCompanyForm(typed);
        try {
            companies.set(
                    form.wish(own(form.get("brand").strip())).checked(),
                    Caller.current().actor());
        } catch (Problem refused) {
            return page(form, String.valueOf(refused.getMessage()), false);
        }
        return new ModelAndView("redirect:/mails/senders?kept=1&brand="
                + URLEncoder.encode(form.get("brand").strip(), StandardCharsets.UTF_8));
    }

    private @Nullable LetterCompany own(String brand) {
        return companies.all().stream()
                .filter(each -> each.brand().equals(brand))
                .findFirst()
                .orElse(null);
    }

    private ModelAndView page(LetterCompanyForm form, @Nullable String flaw, boolean kept) {
        List<String> brands = companies.all().stream().map(LetterCompany::brand).toList();
        return new ModelAndView("letter/company")
                .addObject("form", form)
                .addObject("brands", brands)
                .addObject("flaw", flaw)
                .addObject("kept", kept);
    }
}
