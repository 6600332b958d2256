package org.amends.server.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.amends.story.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** Puts the frame into the model of every page, under the name {@code frame}. */
@Component
final class Framing implements HandlerInterceptor {

    static final String LANGUAGE_COOKIE = "amends_language";
    static final String THEME_COOKIE = "amends_theme";

    /** Where the filter that writes the content security policy leaves the nonce of this answer. */
    public static final String NONCE = "org.amends.nonce";

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getModel().containsKey("frame")) {
            page.addObject("frame", frame(request));
        }
    }

    /** The frame of the page that answers this request. */
    static Frame frame(HttpServletRequest request) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        @Nullable Authentication who = whoIsLoggedIn();
        Object nonce = request.getAttribute(NONCE);
        return new Frame(
                Texts.in(language(request)),
                request.getRequestURI(),
                request.getQueryString(),
                theme(request),
                nonce == null ? "" : nonce.toString(),
                csrf == null ? null : csrf.getToken(),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "X-CSRF-TOKEN" : csrf.getHeaderName(),
                who == null ? null : who.getName(),
                who == null ? Set.of() : authorities(who));
    }

    private static @Nullable Authentication whoIsLoggedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean nobody = who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken;
        return nobody ? null : who;
    }

    private static Set<String> authorities(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The language chosen, else the first one that the browser asks for and the console speaks, else English. */
    static Language language(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, LANGUAGE_COOKIE);
        if (chosen != null) {
            Language known = Language.of(chosen.getValue());
            if (known != null) {
                return known;
            }
        }
        Enumeration<Locale> wanted = request.getLocales();
        while (wanted.hasMoreElements()) {
            Language known = Language.of(wanted.nextElement().toLanguageTag());
            if (known != null) {
                return known;
            }
        }
        return Language.EN;
    }

    static String theme(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, THEME_COOKIE);
        String theme = chosen == null ? "auto" : chosen.getValue();
        return theme.equals("dark") || theme.equals("light") ? theme : "auto";
    }
}
