package org.amends.server.problem;

import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every failure of a request as a problem detail. What we did not foresee is logged, and told without its inside. */
@RestControllerAdvice
@Order(0)
class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration patience = problem.retryAfter();
        if (patience != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, patience.toSeconds())));
        }
        return answer.body(problem.detail());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception failed) {
        LOG.error("The database cannot be reached.", failed);
        ProblemDetail detail = new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database-unavailable",
                        "Database unavailable",
                        "The database cannot be reached at the moment; nothing was stored.")
                .with("remedy", "Send the same request again later.")
                .detail();
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> unforeseen(Exception failed) throws Exception {
        if (failed instanceof AccessDeniedException || failed instanceof AuthenticationException) {
            throw failed;
        }
        if (isHangUp(failed)) {
            LOG.debug("Whoever asked hung up before the answer was written.", failed);
            return null;
        }
        LOG.error("A request failed unforeseen.", failed);
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "unforeseen",
                                "Unforeseen failure",
                                "Amends failed to answer; its log says why.")
                        .detail());
    }

    /** Whether the connection to the caller broke off, as when somebody leaves a page: nobody is left to tell, and nothing is wrong. */
    private static boolean isHangUp(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }
}
