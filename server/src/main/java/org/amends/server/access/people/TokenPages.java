package org.amends.server.access.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.access.Confirmed;
import org.amends.server.access.token.TokenCheck;
import org.amends.server.access.token.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which tokens are made, replaced and revoked. Nobody gives a token more than they may do and see themselves. */
@Controller
@PreAuthorize("hasAnyAuthority('SCOPE_admin', 'ROLE_integrator')")
class TokenPages {

    private static final Duration OVERLAP = Duration.ofHours(24);

    private final Tokens tokens;
    private final TokenCheck check;
    private final InstantSource clock;

    TokenPages(Tokens tokens, TokenCheck check, InstantSource clock) {
        this.tokens = tokens;
        this.check = check;
        this.clock = clock;
    }

    @GetMapping("/people/tokens")
    ModelAndView list(@RequestParam(required = false) @Nullable String told) {
        Instant now = clock.instant();
        return new ModelAndView("access/people/tokens")
                .addObject(
                        "tokens",
                        tokens.list().stream()
                                .filter(each -> Caller.current().scopes().containsAll(each.scopes()))
                                .map(each -> TokenLine.of(each, now))
                                .toList())
                .addObject("told", told);
    }

    @Confirmed
    @GetMapping("/people/tokens/new")
    ModelAndView form() {
        Caller maker = Caller.current();
        return form(
                TokenForm.empty(maker.scopes(), String.join(", ", maker.brands().listed())));
    }

    @Confirmed
    @PostMapping("/people/tokens/new")
    ModelAndView make(
            @RequestParam String name,
            @RequestParam(required = false) @Nullable List<String> scopes,
            @RequestParam(defaultValue = "") String brands,
            @RequestParam(defaultValue = "") String days) {
        Caller maker = Caller.current();
        TokenForm typed = TokenForm.typed(name, scopes, maker.scopes(), brands, days);
        if (typed.fault() != null) {
            return form(typed);
        }
        Instant now = clock.instant();
        @Nullable Instant end = typed.days().isEmpty() ? null : now.plus(Duration.ofDays(typed.count()));
        Tokens.Issued issued = tokens.create(
                new Tokens.Wish(typed.name(), typed.scopes(), within(maker, typed.brands()), end), maker.actor(), now);
        return made(issued, false);
    }

    @Confirmed
    @PostMapping("/people/tokens/{id}/rotate")
    ModelAndView rotate(@PathVariable String id) {
        if (!mayTouch(id)) {
            return new ModelAndView("redirect:/people/tokens");
        }
        ModelAndView page = tokens.rotate(id, OVERLAP, Caller.current().actor(), clock.instant())
                .map(issued -> made(issued, true))
                .orElseGet(() -> new ModelAndView("redirect:/people/tokens"));
        check.forget(id);
        return page;
    }

    @Confirmed
    @PostMapping("/people/tokens/{id}/revoke")
    String revoke(@PathVariable String id) {
        if (!mayTouch(id)) {
            return "redirect:/people/tokens";
        }
        boolean revoked = tokens.revoke(id, Caller.current().actor(), clock.instant());
        check.forget(id);
        return revoked ? "redirect:/people/tokens?told=revoked" : "redirect:/people/tokens";
    }

    private boolean mayTouch(String id) {
        return tokens.find(id)
                .filter(token -> Caller.current().scopes().containsAll(token.scopes()))
                .isPresent();
    }

    private static BrandScope within(Caller maker, String brands) {
        BrandScope wanted = PersonForm.scope(brands);
        if (maker.brands().all()) {
            return wanted;
        }
        return wanted.all()
                ? maker.brands()
                : BrandScope.of(wanted.listed().stream()
                        .filter(maker.brands()::includes)
                        .toList());
    }

    private static ModelAndView form(TokenForm form) {
        return new ModelAndView("access/people/token").addObject("form", form);
    }

    private static ModelAndView made(Tokens.Issued issued, boolean replaces) {
        return new ModelAndView("access/people/token_made")
                .addObject("name", issued.token().name())
                .addObject("text", issued.text())
                .addObject("replaces", replaces);
    }
}
