package org.amends.cli.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.amends.format.json.JsonLines;
import org.amends.guard.json.AnswerJson;
import org.amends.guard.json.RequestReader;
import org.amends.guard.json.RequestReading;
import org.amends.guard.substitution.Guard;

/** Answers requests line by line, so that memory does not grow with their number. */
final class Guarding {

    private static final int DONE = 0;
    private static final int BAD_INPUT = 2;

    /** Every bad line is answered in its place; a person needs to see the first of them only. */
    private static final int MOST_TOLD = 100;

    private final Guard guard;
    private final String name;
    private final PrintWriter err;
    private long refusals;

    Guarding(Guard guard, String name, PrintWriter err) {
        this.guard = guard;
        this.name = name;
        this.err = err;
    }

    /** Answers every line and gives the exit code: bad input when a line could not be read, or when there was none. */
    int answer(InputStream in, Writer out) throws IOException {
        JsonLines lines = new JsonLines(in);
        boolean empty = true;
        for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
            empty = false;
            out.write(answer(line));
            out.write('\n');
            if (!lines.hasBuffered()) {
                out.flush();
            }
        }
        out.flush();
        if (empty) {
            tell("%s: there is nothing in it.\nMaybe write one request a line.".formatted(name));
            return BAD_INPUT;
        }
        if (refusals > MOST_TOLD) {
            tell("%s: %d more lines cannot be read; each is answered with its error."
                    .formatted(name, refusals - MOST_TOLD));
        }
        return refusals > 0 ? BAD_INPUT : DONE;
    }

    private String answer(JsonLines.Line line) {
        return switch (reading(line)) {
            case RequestReading.Understood(var request, String customer, boolean isKnowing)
            when customer != null && !isKnowing ->
                AnswerJson.asked(
                        request.id(),
                        request.candidates().stream().map(it -> it.id()).toList(),
                        "customer_unknown",
                        "What customer " + customer
                                + " needs is known to the service only: ask it, or tell stated and history.");
            case RequestReading.Understood understood -> AnswerJson.of(guard.answer(understood.request()));
            case RequestReading.Refused refused -> {
                told(line.number(), refused);
                yield AnswerJson.of(refused);
            }
        };
    }

    private static RequestReading reading(JsonLines.Line line) {
        return switch (line) {
            case JsonLines.Line.Text(long number, String text) -> RequestReader.read(text);
            case JsonLines.Line.Unreadable unreadable ->
                new RequestReading.Refused(
                        null, List.of(), "column " + unreadable.column(), unreadable.reason(), unreadable.remedy());
        };
    }

    private void told(long line, RequestReading.Refused refused) {
        refusals++;
        if (refusals <= MOST_TOLD) {
            tell("%s:%d: %s: %s.\n%s".formatted(name, line, refused.place(), refused.reason(), refused.remedy()));
        }
    }

    private void tell(String message) {
        err.println(message);
        err.flush();
    }
}
