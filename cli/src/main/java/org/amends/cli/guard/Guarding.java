package org.amends.cli.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.amends.format.json.JsonLines;
import org.amends.guard.act.ActGuard;
import org.amends.guard.act.AskedAct;
import org.amends.guard.json.AnswerJson;
import org.amends.guard.json.RequestReader;
import org.amends.guard.json.RequestReading;
import org.amends.guard.substitution.Candidate;
import org.amends.guard.substitution.Guard;
import org.amends.guard.substitution.SubstitutionRequest;

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
            case RequestReading.Understood asked
            when isOfUnknown(asked) ->
                AnswerJson.asked(
                        asked.id(),
                        named(asked),
                        "customer_unknown",
                        "What customer " + asked.customer()
                                + " needs is known to the service only: ask it, or tell stated and history, and facts of an act.");
            case RequestReading.Understood(var request, var customer, var isKnowing, AskedAct act)
            when act != null -> answer(line.number(), request, act);
            case RequestReading.Understood asked -> AnswerJson.of(guard.answer(asked.request()));
            case RequestReading.Refused refused -> refused(line.number(), refused);
        };
    }

    /** Of a customer of whom the request does not itself tell all that it asks about. */
    private static boolean isOfUnknown(RequestReading.Understood asked) {
        if (asked.customer() == null) {
            return false;
        }
        AskedAct act = asked.act();
        if (act == null) {
            return !asked.isKnowing();
        }
        boolean isAboutCandidates = !asked.request().candidates().isEmpty();
        return !act.told().isGiven() || (isAboutCandidates && !asked.isKnowing());
    }

    private String answer(long line, SubstitutionRequest request, AskedAct act) {
        Instant now = act.told().now();
        if (now == null) {
            return refused(
                    line,
                    new RequestReading.Refused(
                            request.id(),
                            named(request),
                            "now",
                            "there is no now, and an act is judged at a moment",
                            "Write the time with its zone, for example 2026-03-01T12:00:00Z."));
        }
        return AnswerJson.of(ActGuard.beside(guard.answer(request), ActGuard.judge(act, null, now)));
    }

    private static List<String> named(RequestReading.Understood asked) {
        return asked.act() == null
                ? asked.request().candidates().stream().map(Candidate::id).toList()
                : named(asked.request());
    }

    /** The ids of all candidates, and of the act. */
    private static List<String> named(SubstitutionRequest request) {
        return Stream.concat(request.candidates().stream().map(Candidate::id), Stream.of(ActGuard.ID))
                .toList();
    }

    private String refused(long line, RequestReading.Refused refused) {
        told(line, refused);
        return AnswerJson.of(refused);
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
