package org.amends.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.amends.event.RowReading.Rejected;
import org.amends.format.json.JsonLines;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/**
 * Takes events line by line for as long as they come. What has arrived is committed together and answered with one line: up to
 * which line of the request everything is durable, how many were accepted, and which were not and why. While the log is busy
 * nothing more is read, so that the sender waits.
 */
@Component
class EventStream {

    private static final int MOST_AT_ONCE = 500;
    private static final int BYTES_OF_ANSWER = 256;

    private final Intake intake;

    EventStream(Intake intake) {
        this.intake = intake;
    }

    /** What was answered for so far. */
    private static final class Totals {
        private long through;
        private long accepted;
        private long duplicate;
        private long rejected;
    }

    void take(HttpServletRequest request, HttpServletResponse response, Sender sender) throws IOException {
        JsonLines lines = new JsonLines(BodyReading.stream(request));
        response.setContentType("application/x-ndjson");
        Totals totals = new Totals();
        try {
            Chunk chunk = next(lines, sender);
            while (chunk != null) {
                Outcomes outcomes = intake.takeWaiting(chunk.sent());
                count(totals, chunk, outcomes);
                write(response, answer(chunk, outcomes));
                chunk = next(lines, sender);
            }
            write(response, ended(totals));
        } catch (Problem problem) {
            if (!response.isCommitted()) {
                throw problem;
            }
            write(response, failed(totals, problem));
        }
    }

    /** Lines that are committed together, with the number of each. */
    private record Chunk(List<Sent> sent, List<Long> lines) {

        long through() {
            return lines.getLast();
        }
    }

    /** What has arrived, as far as it fits into one commit; null at the end. */
    private @Nullable Chunk next(JsonLines lines, Sender sender) {
        Understanding understanding = new Understanding(sender.brands());
        Chunk chunk = new Chunk(new ArrayList<>(), new ArrayList<>());
        do {
            JsonLines.Line line = nextLine(lines);
            if (line == null) {
                return chunk.sent().isEmpty() ? null : chunk;
            }
            chunk.lines().add(line.number());
            chunk.sent()
                    .add(
                            switch (line) {
                                case JsonLines.Line.Text(long number, String text) -> understanding.line(text);
                                case JsonLines.Line.Unreadable(long number, int at, String reason, String remedy) ->
                                    new Sent.Refused(null, new Rejected("column " + at, reason, remedy));
                            });
        } while (chunk.sent().size() < MOST_AT_ONCE && lines.hasBuffered());
        return chunk;
    }

    private static JsonLines.@Nullable Line nextLine(JsonLines lines) {
        try {
            return lines.next();
        } catch (IOException brokenOff) {
            throw BodyReading.brokenOff(brokenOff);
        }
    }

    private static void count(Totals totals, Chunk chunk, Outcomes outcomes) {
        totals.through = chunk.through();
        totals.accepted += outcomes.accepted();
        totals.duplicate += outcomes.duplicate();
        totals.rejected += outcomes.refused();
    }

    private static byte[] answer(Chunk chunk, Outcomes outcomes) {
        return OutcomeJson.object(BYTES_OF_ANSWER, json -> {
            json.writeNumberProperty("through", chunk.through());
            OutcomeJson.counts(json, outcomes);
            Long position = outcomes.lastPosition();
            if (position != null) {
                json.writeNumberProperty("position", position);
            }
            if (outcomes.refused() > 0) {
                refusals(json, chunk, outcomes);
            }
        });
    }

    private static void refusals(JsonGenerator json, Chunk chunk, Outcomes outcomes) {
        json.writeArrayPropertyStart("results");
        for (int i = 0; i < outcomes.all().size(); i++) {
            if (outcomes.all().get(i) instanceof Outcome.Refused refused) {
                OutcomeJson.result(json, "line", chunk.lines().get(i), refused);
            }
        }
        json.writeEndArray();
    }

    private static byte[] ended(Totals totals) {
        return OutcomeJson.object(BYTES_OF_ANSWER, json -> {
            json.writeBooleanProperty("done", true);
            totals(json, totals);
        });
    }

    private static byte[] failed(Totals totals, Problem problem) {
        return OutcomeJson.object(BYTES_OF_ANSWER, json -> {
            json.writeBooleanProperty("done", false);
            totals(json, totals);
            json.writeObjectPropertyStart("problem");
            json.writeStringProperty("type", String.valueOf(problem.detail().getType()));
            json.writeStringProperty("title", String.valueOf(problem.detail().getTitle()));
            json.writeNumberProperty("status", problem.status().value());
            json.writeStringProperty("detail", String.valueOf(problem.getMessage()));
            json.writeEndObject();
        });
    }

    private static void totals(JsonGenerator json, Totals totals) {
        json.writeNumberProperty("through", totals.through);
        json.writeNumberProperty("accepted", totals.accepted);
        json.writeNumberProperty("duplicate", totals.duplicate);
        json.writeNumberProperty("rejected", totals.rejected);
    }

    private static void write(HttpServletResponse response, byte[] line) throws IOException {
        OutputStream out = response.getOutputStream();
        out.write(line);
        out.write('\n');
        out.flush();
    }
}
