package org.amends.server.problem;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A request that is refused, and why. Thrown wherever the fault is found; answered as a problem detail.
 *
 * <p>Its types are {@code /problems/} and the kind, so that a program can tell them apart and a person can look them up.
 */
public final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String kind;
    private final String title;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    /**
     * A problem.
     *
     * @param status the HTTP status that it is answered with
     * @param kind its stable name, in lower case with hyphens
     * @param title what kind of problem it is, the same for all of the kind
     * @param detail what is wrong this time, naming place and value
     */
    public Problem(HttpStatus status, String kind, String title, String detail) {
        super(detail);
        this.status = status;
        this.kind = kind;
        this.title = title;
    }

    /** Something that was asked for is not there. */
    public static Problem notFound(String what, String name) {
        return new Problem(
                HttpStatus.NOT_FOUND, "not-found", "Not found", "There is no %s \"%s\".".formatted(what, name));
    }

    /** A value that cannot be. */
    public static Problem invalid(String place, String found, String remedy) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "Invalid request",
                        "%s is %s.".formatted(place, found))
                .with("place", place)
                .with("remedy", remedy);
    }

    /** With one more member. */
    public Problem with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /** With the header {@code Retry-After}: the same request may succeed after this long. */
    public Problem retryAfter(Duration patience) {
        retryAfter = patience;
        return this;
    }

    /** After how long the same request may succeed, or null when it will not. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The status that it is answered with. */
    public HttpStatus status() {
        return status;
    }

    /** As it is written into an answer. */
    public ProblemDetail detail() {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, String.valueOf(getMessage()));
        detail.setType(URI.create("/problems/" + kind));
        detail.setTitle(title);
        members.forEach(detail::setProperty);
        return detail;
    }
}
