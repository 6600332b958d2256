package org.amends.server.access.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address of the network; behind a proxy that is trusted, the one that the proxy saw
 * @param browser what the browser calls itself
 */
record Client(String address, String browser) {

    static Client of(HttpServletRequest request) {
        @Nullable String browser = request.getHeader("User-Agent");
        return new Client(request.getRemoteAddr(), browser == null ? "" : browser);
    }
}
