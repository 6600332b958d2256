package org.amends.server.access.protection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.ExpressionAuthorizationDecision;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Tells a program why it was not let in, as a problem detail. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Pattern SCOPE = Pattern.compile("SCOPE_([a-z]+)");

    private final HandlerExceptionResolver answers;

    /** Over what answers every other failure of a request. */
    Refusals(HandlerExceptionResolver answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failed) {
        boolean presented = failed instanceof BadCredentialsException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                presented ? "Bearer realm=\"Amends\", error=\"invalid_token\"" : "Bearer realm=\"Amends\"");
        Problem problem = new Problem(
                        HttpStatus.UNAUTHORIZED,
                        presented ? "invalid-token" : "token-missing",
                        presented ? "Token not accepted" : "Token missing",
                        presented
                                ? "The token is unknown, expired or revoked."
                                : "%s needs a token.".formatted(request.getRequestURI()))
                .with("remedy", "Send \"Authorization: Bearer amends_...\" with a token of \"amends token create\".");
        answer(request, response, problem);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        LOG.warn("Refused: {} may not {} {}.", Entrances.actor(), request.getMethod(), request.getRequestURI());
        String scope = missing(denied);
        Problem problem = new Problem(
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "Not allowed",
                        scope == null
                                ? "This token may not do that."
                                : "This token may not do that: it needs the scope \"%s\".".formatted(scope))
                .with("scope", scope);
        answer(request, response, problem);
    }

    private static @Nullable String missing(AccessDeniedException denied) {
        if (denied instanceof AuthorizationDeniedException refused
                && refused.getAuthorizationResult() instanceof ExpressionAuthorizationDecision decision) {
            Matcher scope = SCOPE.matcher(decision.getExpression().getExpressionString());
            return scope.find() ? scope.group(1) : null;
        }
        return null;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        if (answers.resolveException(request, response, null, problem) == null) {
            throw new IllegalStateException("Nothing answers problems.", problem);
        }
    }
}
