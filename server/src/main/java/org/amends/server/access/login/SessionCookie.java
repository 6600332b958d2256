package org.amends.server.access.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that holds a session's secret. Over https its name binds it to this host, to https and to the whole site. */
final class SessionCookie {

    private static final String PLAIN = "amends";
    private static final String SECURE = "__Host-amends";
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{52}");

    private SessionCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, name(request));
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(value -> FORM.matcher(value).matches());
    }

    static void write(HttpServletRequest request, HttpServletResponse response, String secret) {
        add(request, response, secret, Session.LONGEST);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    private static void add(HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), value)
                        .path("/")
                        .maxAge(kept)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
