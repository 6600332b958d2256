package org.amends.server.casework;

import java.util.List;
import org.amends.server.access.Caller;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.team.Presence;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The part of the page of a case that tells who else is at it, and says that the reader is. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_read')")
@RequestMapping("/cases/{reference}/presence")
class PresencePages {

    private static final String PART = "casework/present";

    private final Cases cases;
    private final Presence presence;
    private final CasePanelPortraits portraits;

    PresencePages(Cases cases, Presence presence, CasePanelPortraits portraits) {
        this.cases = cases;
        this.presence = presence;
        this.portraits = portraits;
    }

    @GetMapping
    String others(@PathVariable String reference, Model model) {
        Caller caller = Caller.current();
        return part(model, portraits.present(number(reference, caller), caller.actor()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_write')")
    String here(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean writing, Model model) {
        Caller caller = Caller.current();
        return part(
                model,
                presence.here(number(reference, caller), caller.actor(), writing).stream()
                        .map(CasePanelPortraits::present)
                        .toList());
    }

    @PostMapping("/gone")
    @PreAuthorize("hasAuthority('SCOPE_write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone(@PathVariable String reference) {
        Caller caller = Caller.current();
        presence.gone(number(reference, caller), caller.actor());
    }

    private long number(String reference, Caller caller) {
        return cases.seen(reference, caller.brands()).id();
    }

    private static String part(Model model, List<CasePanels.PresentLine> present) {
        model.addAttribute("present", present);
        return PART;
    }
}
