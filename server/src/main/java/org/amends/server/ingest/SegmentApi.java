package org.amends.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.amends.format.json.JsonText;
import org.amends.format.segment.SegmentCall;
import org.amends.format.segment.SegmentReader;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /v1/segment/...}: calls as Segment's libraries send them, so that an existing tracking plan can be pointed here. The
 * write key is a token, given as the user name of basic authentication.
 */
@RestController
class SegmentApi {

    /** Segment's own libraries send half of this at most. */
    private static final int LARGEST = 1 << 20;

    private static final int MOST_CALLS = 2_500;
    private static final String BATCH = "batch";

    private final Intake intake;
    private final RepeatedRequests repeated;
    private final InstantSource clock;

    SegmentApi(Intake intake, RepeatedRequests repeated, InstantSource clock) {
        this.intake = intake;
        this.repeated = repeated;
        this.clock = clock;
    }

    @PostMapping("/v1/segment/{call}")
    @PreAuthorize("hasAuthority('SCOPE_ingest')")
    public void take(@PathVariable String call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SegmentCall named = SegmentCall.named(call);
        if (named == null && !call.equals(BATCH)) {
            throw Problem.notFound("Segment call", call);
        }
        Sender sender = Sender.current();
        String body = BodyReading.text(request, LARGEST);
        repeated.once(request, sender, body, () -> answer(body, named, sender)).to(response);
    }

    private Answer answer(String body, @Nullable SegmentCall named, Sender sender) {
        JsonNode json = switch (JsonText.read(body)) {
            case JsonText.Reading.Value(JsonNode value) -> value;
            case JsonText.Reading.Broken(int column, String reason) -> throw Answers.broken(1, column, reason);
        };
        Instant now = clock.instant();
        Understanding understanding = new Understanding(sender.brands());
        if (named != null) {
            Sent sent = understanding.call(new SegmentReader(now, null), json, named);
            Answer answer = Answers.toOne(intake.take(List.of(sent)).all().getFirst());
            return answer.status() == Answer.CREATED ? Answer.json(Answer.OK, answer.body()) : answer;
        }
        return Answers.toMany(intake.take(calls(json, now, understanding)));
    }

    private static List<Sent> calls(JsonNode json, Instant now, Understanding understanding) {
        JsonNode batch = json.isObject() ? json.get(BATCH) : null;
        if (batch == null || !batch.isArray()) {
            throw Problem.invalid(
                    BATCH,
                    batch == null ? "missing" : JsonText.shown(batch),
                    "Send an object with the calls in a list named batch.");
        }
        if (batch.size() > MOST_CALLS) {
            throw Answers.tooMany(MOST_CALLS);
        }
        JsonNode sentAt = json.get("sentAt");
        SegmentReader reader =
                new SegmentReader(now, sentAt != null && sentAt.isString() ? sentAt.stringValue() : null);
        List<Sent> calls = new ArrayList<>(batch.size());
        batch.forEach(call -> calls.add(understanding.call(reader, call, null)));
        return calls;
    }
}
