package org.amends.server.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.amends.server.access.AccessSettings;
import org.amends.server.access.Person;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.servlet.ModelAndView;

/** What all ways in have in common: the cookie, and a fresh token against forged forms. */
final class Doors {

    private final CsrfTokenRepository forms;
    private final AccessSettings settings;
    private final Passkeys passkeys;
    private final People people;

    Doors(CsrfTokenRepository forms, AccessSettings settings, Passkeys passkeys, People people) {
        this.forms = forms;
        this.settings = settings;
        this.passkeys = passkeys;
        this.people = people;
    }

    /** Lets a browser in with a new session, and leads it on. */
    ModelAndView through(HttpServletRequest request, HttpServletResponse response, String secret, String next) {
        open(request, response, secret);
        return new ModelAndView("redirect:" + next);
    }

    void open(HttpServletRequest request, HttpServletResponse response, String secret) {
        forget(request, response);
        SessionCookie.write(request, response, secret);
    }

    /** Takes from the browser what it was given. */
    void close(HttpServletRequest request, HttpServletResponse response) {
        forget(request, response);
        SessionCookie.clear(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private void forget(HttpServletRequest request, HttpServletResponse response) {
        forms.saveToken(null, request, response);
        @Nullable HttpSession ceremony = request.getSession(false);
        if (ceremony != null) {
            ceremony.invalidate();
        }
    }

    /** What the identity provider is called, or null without one. */
    @Nullable
    String outside() {
        AccessSettings.@Nullable Oidc oidc = settings.oidc();
        return oidc == null ? null : oidc.name() == null ? "OpenID Connect" : oidc.name();
    }

    /** Whether passkeys work at the address that the request came to. */
    boolean passkeys(HttpServletRequest request) {
        return passkeys.possible(request);
    }

    boolean hasPasskey(Person person) {
        return !passkeys.of(person).isEmpty();
    }

    /** By what a person can prove that it is still them: {@code code}, {@code password}, or {@code login} by signing in anew. */
    String proof(UUID person) {
        return people.find(person).map(Doors::proof).orElse("login");
    }

    private static String proof(Account account) {
        if (account.totpSecret() != null) {
            return "code";
        }
        return account.password() == null ? "login" : "password";
    }
}
