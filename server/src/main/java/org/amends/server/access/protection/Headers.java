package org.amends.server.access.protection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers that tell a browser what an answer of ours may never do. */
final class Headers {

    /** Where pages find the nonce of this answer, which {@link NonceFilter} made. */
    static final String NONCE = "org.amends.nonce";

    private static final String CSP = "Content-Security-Policy";

    private Headers() {}

    /** For pages: scripts of ours only, nothing from elsewhere, in nobody's frame. */
    static void ofPages(HttpSecurity http) {
        http.headers(headers -> common(headers).addHeaderWriter(Headers::pagePolicy));
    }

    /** For data: nothing in it is ever shown or run. */
    static void ofData(HttpSecurity http) {
        http.headers(headers -> common(headers).addHeaderWriter(Headers::dataPolicy));
    }

    /** For what comes with the program and is the same for all: it may be kept. */
    static void ofAssets(HttpSecurity http) {
        http.headers(headers -> common(headers)
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(Headers::dataPolicy));
    }

    private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
        return headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                // Written for https only.
                .httpStrictTransportSecurity(
                        hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(31_536_000))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static void pagePolicy(HttpServletRequest request, HttpServletResponse response) {
        write(
                response,
                "default-src 'none'; script-src 'self' 'nonce-%s'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                        .formatted(request.getAttribute(NONCE)));
    }

    private static void dataPolicy(HttpServletRequest request, HttpServletResponse response) {
        write(response, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    }

    private static void write(HttpServletResponse response, String policy) {
        if (!response.containsHeader(CSP)) {
            response.setHeader(CSP, policy);
        }
    }
}
