package org.amends.server.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.amends.server.access.Confirmed;
import org.amends.server.access.OwnPath;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks whoever wants what is {@link Confirmed} to prove again who they are, if they have not done so lately. */
final class Confirmation implements HandlerInterceptor {

    private final InstantSource clock;

    Confirmation(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !asked(method)) {
            return true;
        }
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ConsoleLogin login
                && !login.session().freshAt(clock.instant())) {
            String there = "/confirm?next=" + URLEncoder.encode(back(request), StandardCharsets.UTF_8);
            if (request.getHeader("HX-Request") != null) {
                response.setHeader("HX-Redirect", there);
            } else {
                response.sendRedirect(there);
            }
            return false;
        }
        return true;
    }

    private static boolean asked(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), Confirmed.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Confirmed.class);
    }

    /** The page they were on: a form cannot be sent again for them. */
    private static String back(HttpServletRequest request) {
        if ("GET".equals(request.getMethod())) {
            String query = request.getQueryString();
            return OwnPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
        }
        @Nullable String referer = request.getHeader("Referer");
        try {
            return referer == null ? "/" : OwnPath.of(new URI(referer).getRawPath());
        } catch (java.net.URISyntaxException broken) {
            return "/";
        }
    }
}
