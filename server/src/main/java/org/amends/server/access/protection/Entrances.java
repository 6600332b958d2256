package org.amends.server.access.protection;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.amends.server.access.Caller;
import org.amends.server.access.OwnPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Leads a person who is not signed in to where they can, and tells one who may not what they asked for. */
final class Entrances implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Entrances.class);

    /** Who asks, as the audit log names them. */
    static String actor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Caller caller ? caller.actor() : "nobody";
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            // A part of a page cannot be the login page; the script loads the whole page anew.
            response.setHeader("HX-Refresh", "true");
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            response.sendRedirect("/login");
            return;
        }
        String query = request.getQueryString();
        String next = OwnPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
        response.sendRedirect(
                next.equals("/") ? "/login" : "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        LOG.warn("Refused: {} may not {} {}.", actor(), request.getMethod(), request.getRequestURI());
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, denied);
        response.sendError(HttpStatus.FORBIDDEN.value());
    }
}
