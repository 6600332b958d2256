package org.amends.cli.decide;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import org.amends.format.diagnosis.DiagnosisJson;
import org.amends.format.facts.FactsReader;
import org.amends.format.facts.FactsReading;
import org.amends.format.json.JsonLines;
import org.amends.policy.Policy;
import org.amends.recovery.Planner;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.Plight;

/** Answers facts line by line, so that memory does not grow with their number. */
final class Deciding {

    private static final int DONE = 0;
    private static final int BAD_INPUT = 2;

    /** Every bad line is answered in its place; a person needs to see the first of them only. */
    private static final int MOST_TOLD = 100;

    private final FactsReader reader;
    private final Diagnostician diagnostician;
    private final Planner planner;
    private final DiagnosisJson json;
    private final Duration horizon;
    private final String name;
    private final PrintWriter err;
    private long refusals;

    /**
     * Deciding by one policy for one horizon.
     *
     * @param name of the source, for messages
     * @param err where messages go
     */
    Deciding(Policy policy, Duration horizon, String name, PrintWriter err) {
        this.reader = new FactsReader(policy);
        this.diagnostician = new Diagnostician(policy);
        this.planner = new Planner(policy);
        this.json = new DiagnosisJson(policy.version(), horizon);
        this.horizon = horizon;
        this.name = name;
        this.err = err;
    }

    /** Answers every line and gives the exit code: bad input when a line could not be read, or when there was none. */
    int answer(InputStream in, Writer out) throws IOException {
        JsonLines lines = new JsonLines(in);
        int code = DONE;
        boolean empty = true;
        for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
            empty = false;
            switch (reading(line)) {
                case FactsReading.Read(String id, var facts) -> {
                    Plight plight = diagnostician.plight(facts, horizon);
                    out.write(json.write(id, plight.diagnosis(), planner.plan(plight)));
                }
                case FactsReading.Refused refused -> {
                    code = BAD_INPUT;
                    out.write(DiagnosisJson.write(line.number(), refused));
                    tell(line.number(), refused);
                }
            }
            out.write('\n');
            if (!lines.hasBuffered()) {
                out.flush();
            }
        }
        out.flush();
        tellHowManyMore();
        if (empty) {
            err.println("%s: there is nothing in it.\nMaybe write one object a line, for example {\"tenure_years\": 3}."
                    .formatted(name));
            err.flush();
            return BAD_INPUT;
        }
        return code;
    }

    private FactsReading reading(JsonLines.Line line) {
        return switch (line) {
            case JsonLines.Line.Text(long number, String text) -> reader.read(text);
            case JsonLines.Line.Unreadable unreadable ->
                new FactsReading.Refused(
                        null, "column " + unreadable.column(), unreadable.reason(), unreadable.remedy());
        };
    }

    private void tell(long line, FactsReading.Refused refused) {
        refusals++;
        if (refusals <= MOST_TOLD) {
            String place = refused.reason().startsWith(refused.place()) ? "" : refused.place() + ": ";
            err.println("%s:%d: %s%s.\n%s".formatted(name, line, place, refused.reason(), refused.remedy()));
            err.flush();
        }
    }

    private void tellHowManyMore() {
        if (refusals > MOST_TOLD) {
            err.println("%s: %d more lines cannot be read; each is answered with its error."
                    .formatted(name, refusals - MOST_TOLD));
            err.flush();
        }
    }
}
