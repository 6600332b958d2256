package org.amends.server.access.protection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.amends.server.access.Secret;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the nonce of an answer before anything writes into it. */
final class NonceFilter extends OncePerRequestFilter {

    private static final int NONCE_LETTERS = 26;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(Headers.NONCE, Secret.word(NONCE_LETTERS));
        chain.doFilter(request, response);
    }
}
