package org.amends.server.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.amends.server.console.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in only so much at a time of what anybody may send, before any of it is read: bodies of a known and bearable size, and a
 * few of them at once.
 */
final class Sluice extends OncePerRequestFilter {

    /** Somewhat more than files may have together, so that a form that is a little too large is answered with its words kept. */
    static final long MOST_BYTES = 48L * 1024 * 1024;

    private static final int MOST_AT_ONCE = 24;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        long length = request.getContentLengthLong();
        if (length < 0) {
            refuse(request, response, HttpStatus.LENGTH_REQUIRED);
        } else if (length > MOST_BYTES) {
            refuse(request, response, HttpStatus.CONTENT_TOO_LARGE);
        } else if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        }
    }

    /** In words that need no page: whoever goes back finds what they wrote. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setContentType("text/plain;charset=UTF-8");
        Texts texts = Texts.in(PageLanguage.of(request));
        response.getWriter()
                .write(texts.text(
                        status == HttpStatus.SERVICE_UNAVAILABLE ? "form.refused.busy" : "form.refused.size"));
    }
}
