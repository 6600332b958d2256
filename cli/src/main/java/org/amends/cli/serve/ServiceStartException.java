package org.amends.cli.serve;

/** The service could not start here; the message has place, finding and remedy. */
public final class ServiceStartException extends RuntimeException {

    ServiceStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
