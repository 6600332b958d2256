package org.amends.server.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.amends.format.json.JsonElements;
import org.amends.format.json.JsonLines;
import org.amends.guard.json.AnswerJson;
import org.amends.guard.json.RequestReader;
import org.amends.guard.json.RequestReading;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.ingest.BodyReading;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /v1/guard/verdicts}: one request, an array of them, or an endless stream of lines. Whatever is JSON is answered with
 * verdicts and status 200; only what is no JSON at all is refused.
 */
@RestController
class GuardApi {

    /** The most requests in one array; more are sent as lines. */
    static final int MOST_REQUESTS = 1_000;

    private static final int BUFFER = 1 << 16;

    private final GuardDesk desk;
    private final NearMisses misses;
    private final Patience patience;
    private final InstantSource clock;

    GuardApi(GuardDesk desk, NearMisses misses, Patience patience, InstantSource clock) {
        this.desk = desk;
        this.misses = misses;
        this.patience = patience;
        this.clock = clock;
    }

    @PostMapping("/v1/guard/verdicts")
    @PreAuthorize("hasAnyAuthority('SCOPE_guard', 'SCOPE_read')")
    public void verdicts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = Caller.current();
        String header = request.getHeader(Patience.HEADER);
        if (isLines(request.getContentType())) {
            lines(request, response, caller, header);
            return;
        }
        long arrived = System.nanoTime();
        JsonElements.Reading<RequestReading> reading =
                JsonElements.read(BodyReading.text(request), MOST_REQUESTS, (json, length) -> RequestReader.read(json));
        switch (reading) {
            case JsonElements.Reading.Broken<RequestReading>(int line, int column, String reason) ->
                throw noJson(line, column, reason);
            case JsonElements.Reading.TooMany<RequestReading>(int most) -> throw tooMany(most);
            case JsonElements.Reading.All<RequestReading>(List<RequestReading> all, boolean array) -> {
                Deadline deadline =
                        new Deadline(arrived + patience.of(header, array).toNanos());
                write(response, array ? array(all, caller, deadline) : answer(all.getFirst(), caller, deadline));
            }
        }
    }

    private String array(List<RequestReading> all, Caller caller, Deadline deadline) {
        StringBuilder answers = new StringBuilder("[");
        for (RequestReading each : all) {
            answers.append(answers.length() == 1 ? "" : ",").append(answer(each, caller, deadline));
        }
        return answers.append(']').toString();
    }

    private String answer(RequestReading reading, Caller caller, Deadline deadline) {
        return switch (reading) {
            case RequestReading.Refused refused -> AnswerJson.of(refused);
            case RequestReading.Understood asked -> {
                Answered answered = desk.answer(asked, caller.brands(), deadline);
                if (answered.isNearMiss()) {
                    misses.add(NearMiss.of(answered, brand(answered, caller.brands()), clock.instant()));
                }
                yield AnswerJson.of(answered.answer());
            }
        };
    }

    /** Of the customer, or of a caller who asks for one brand only. */
    private static String brand(Answered answered, BrandScope seen) {
        KnownCustomer.Found known = answered.known();
        if (known != null) {
            return known.brand();
        }
        return seen.listed().size() == 1 ? seen.listed().getFirst() : "";
    }

    /** Answers line by line, each within a deadline of its own. */
    private void lines(HttpServletRequest request, HttpServletResponse response, Caller caller, @Nullable String header)
            throws IOException {
        JsonLines lines = new JsonLines(BodyReading.stream(request));
        response.setContentType("application/x-ndjson");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        JsonLines.Line line = lines.next();
        while (line != null) {
            Deadline deadline = Deadline.in(patience.of(header, false));
            out.write(answer(read(line), caller, deadline).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            if (!lines.hasBuffered()) {
                out.flush();
            }
            line = lines.next();
        }
        out.flush();
    }

    private static RequestReading read(JsonLines.Line line) {
        return switch (line) {
            case JsonLines.Line.Text(long number, String text) -> RequestReader.read(text);
            case JsonLines.Line.Unreadable(long number, int at, String reason, String remedy) ->
                new RequestReading.Refused(null, List.of(), "column " + at, reason, remedy);
        };
    }

    private static void write(HttpServletResponse response, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isLines(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        return type.contains("ndjson") || type.contains("jsonl");
    }

    static Problem noJson(int line, int column, String reason) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "no-json",
                        "This is no JSON",
                        "Line %d, column %d: %s.".formatted(line, column, reason))
                .with("remedy", "Send one request, an array of them, or one a line as application/x-ndjson.");
    }

    static Problem tooMany(int most) {
        return new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-many-requests-in-array",
                        "Too many requests in one array",
                        "The array has more than %d requests.".formatted(most))
                .with("remedy", "Send fewer at a time, or one a line as application/x-ndjson.");
    }
}
