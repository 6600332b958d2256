package org.amends.server.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every request a name, which its answer, its problem and its lines in the log carry, and writes a line for it.
 *
 * <p>The line names the route and never the path: a path may hold a customer. It names no address and no person either.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";
    static final String KEY = "request_id";

    private static final Logger LOG = LoggerFactory.getLogger("org.amends.access");
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request.getHeader(HEADER));
        long begun = System.nanoTime();
        response.setHeader(HEADER, id);
        MDC.put(KEY, id);
        try {
            chain.doFilter(request, response);
            if (!isRoutine(request, response)) {
                LOG.atInfo()
                        .addKeyValue("method", request.getMethod())
                        .addKeyValue("route", route(request))
                        .addKeyValue("status", response.getStatus())
                        .addKeyValue("duration_ms", (System.nanoTime() - begun) / 1_000_000)
                        .log("{} {} {}", request.getMethod(), route(request), response.getStatus());
            }
        } finally {
            MDC.remove(KEY);
        }
    }

    private static String id(@Nullable String offered) {
        return offered != null && SANE.matcher(offered).matches() ? offered : made(ThreadLocalRandom.current());
    }

    /** It is a name and no secret: strong chance would only cost time. */
    private static String made(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Health, assets and events that were taken come in such numbers that measures tell more about them than lines. */
    private static boolean isRoutine(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        return response.getStatus() < 400
                && (path.startsWith("/health/")
                        || path.startsWith("/assets/")
                        || (path.startsWith("/v1/")
                                && "POST".equals(request.getMethod())
                                && response.getStatus() < 300));
    }

    private static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(none)" : pattern.toString();
    }
}
