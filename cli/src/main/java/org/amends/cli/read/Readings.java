package org.amends.cli.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.amends.format.json.JsonLines;
import org.amends.language.evaluation.Evaluations;
import org.amends.language.json.Labelled;
import org.amends.language.json.MessageJson;
import org.amends.language.json.ReadingJson;
import org.amends.language.reading.Message;
import org.amends.language.reading.Reader;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Reads messages line by line, so that memory does not grow with their number. */
final class Readings {

    private static final int DONE = 0;
    private static final int BAD_INPUT = 2;
    private static final int MOST_TOLD = 100;
    private static final JsonFactory JSON = new JsonFactory();

    private final Reader reader;
    private final @Nullable Language language;
    private final String name;
    private final PrintWriter err;
    private long refusals;

    Readings(Reader reader, @Nullable Language language, String name, PrintWriter err) {
        this.reader = reader;
        this.language = language;
        this.name = name;
        this.err = err;
    }

    /** Makes something of a line. */
    private interface Step {
        void take(long number, String json) throws IOException;
    }

    /** Reads every message and gives the exit code. */
    int read(InputStream in, Writer out) throws IOException {
        return each(in, out, (number, json) -> {
            Message message = MessageJson.message(json, String.valueOf(number));
            out.write(ReadingJson.of(reader.read(inLanguage(message))));
            out.write('\n');
        });
    }

    /** Compares what is read with what people said, and writes how well it agrees. */
    int evaluate(InputStream in, Writer out) throws IOException {
        Evaluations evaluations = new Evaluations();
        int code = each(in, null, (number, json) -> {
            Labelled labelled = MessageJson.labelled(json, String.valueOf(number));
            evaluations.add(labelled, reader.read(inLanguage(labelled.message())));
        });
        if (!evaluations.isEmpty()) {
            out.write(evaluations.text());
        }
        return code;
    }

    private Message inLanguage(Message message) {
        return language == null
                ? message
                : new Message(message.id(), message.text(), language, message.sent(), message.channel());
    }

    private int each(InputStream in, @Nullable Writer out, Step step) throws IOException {
        JsonLines lines = new JsonLines(in);
        boolean empty = true;
        for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
            empty = false;
            take(line, out, step);
            if (out != null && !lines.hasBuffered()) {
                out.flush();
            }
        }
        if (empty) {
            err.println("%s: there is nothing in it.\nMaybe write one message a line.".formatted(name));
        }
        if (refusals > MOST_TOLD) {
            err.println("%s: %d more lines cannot be read.".formatted(name, refusals - MOST_TOLD));
        }
        err.flush();
        return empty || refusals > 0 ? BAD_INPUT : DONE;
    }

    private void take(JsonLines.Line line, @Nullable Writer out, Step step) throws IOException {
        switch (line) {
            case JsonLines.Line.Text(long number, String json) -> {
                try {
                    step.take(number, json);
                } catch (IllegalArgumentException unreadable) {
                    refuse(number, unreadable.getMessage() + ".", out);
                }
            }
            case JsonLines.Line.Unreadable unreadable ->
                refuse(
                        unreadable.number(),
                        "column %d: %s. %s".formatted(unreadable.column(), unreadable.reason(), unreadable.remedy()),
                        out);
        }
    }

    private void refuse(long number, String reason, @Nullable Writer out) throws IOException {
        refusals++;
        if (refusals <= MOST_TOLD) {
            err.println("%s:%d: %s".formatted(name, number, reason));
        }
        if (out != null) {
            StringWriter error = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), error)) {
                json.writeStartObject();
                json.writeNumberProperty("line", number);
                json.writeStringProperty("error", reason);
                json.writeEndObject();
            }
            out.write(error.toString());
            out.write('\n');
        }
    }
}
