package org.amends.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.amends.format.json.JsonElements;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /v1/events}: CloudEvents in structured, batched and binary mode, plain event columns as one object or an array of
 * them, and an endless stream of lines. Answered only when what is answered for is durable.
 */
@RestController
class EventsApi {

    /** The most events in one body. */
    static final int MOST_EVENTS = 10_000;

    private static final Set<String> OBJECTS = Set.of(
            "application/json", "application/cloudevents+json", "application/cloudevents-batch+json", "text/json");

    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    private final Intake intake;
    private final EventStream stream;
    private final RepeatedRequests repeated;

    EventsApi(Intake intake, EventStream stream, RepeatedRequests repeated) {
        this.intake = intake;
        this.stream = stream;
        this.repeated = repeated;
    }

    @PostMapping("/v1/events")
    @PreAuthorize("hasAuthority('SCOPE_ingest')")
    public void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = mediaType(request.getContentType());
        Sender sender = Sender.current();
        if (LINES.contains(type)) {
            repeated.refuseFor(request, "A stream of lines");
            stream.take(request, response, sender);
            return;
        }
        if (!OBJECTS.contains(type)) {
            throw unknown(type);
        }
        String body = BodyReading.text(request);
        repeated.once(request, sender, body, () -> answer(request, sender, body))
                .to(response);
    }

    private Answer answer(HttpServletRequest request, Sender sender, String body) {
        Understanding understanding = new Understanding(sender.brands());
        boolean binary = request.getHeader(BinaryEvent.SPEC_VERSION) != null;
        JsonElements.Reading<Sent> reading = JsonElements.read(
                body,
                MOST_EVENTS,
                (JsonNode json, long length) ->
                        understanding.event(binary ? BinaryEvent.envelope(request, json) : json, length));
        return switch (reading) {
            case JsonElements.Reading.Broken<Sent> broken -> throw Answers.broken(broken);
            case JsonElements.Reading.TooMany<Sent>(int most) -> throw Answers.tooMany(most);
            case JsonElements.Reading.All<Sent>(List<Sent> sent, boolean array) -> {
                Outcomes outcomes = intake.take(sent);
                yield array
                        ? Answers.toMany(outcomes)
                        : Answers.toOne(outcomes.all().getFirst());
            }
        };
    }

    static String mediaType(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return MediaType.APPLICATION_JSON_VALUE;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.getType() + "/" + type.getSubtype();
        } catch (InvalidMediaTypeException broken) {
            throw unknown(contentType);
        }
    }

    private static Problem unknown(String type) {
        return new Problem(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        "Content type not read",
                        "Content-Type is \"%s\".".formatted(type.length() > 100 ? type.substring(0, 100) : type))
                .with(
                        "remedy",
                        "Send application/json, application/cloudevents+json, application/cloudevents-batch+json or application/x-ndjson.");
    }
}
