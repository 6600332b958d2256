package org.amends.cli.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.amends.format.json.JsonText;
import org.amends.format.table.LineSource;
import org.amends.format.table.TextRow;
import org.amends.format.table.TextRow.Fields;
import org.amends.format.table.TextRow.Malformed;
import org.amends.format.table.TextRows;
import org.amends.format.table.Utf8;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * The objects of a JSON file: one a line, or an array, or one after the other.
 *
 * <p>With one object a line, a broken line is told and left out. Within an array or an object of several lines nothing tells
 * where the next one begins, so that a mistake there spoils the file.
 */
final class JsonRows implements TextRows {

    private final HistoryFile file;
    private final InputStream in;
    private final @Nullable LineSource lines;
    private final @Nullable JsonParser parser;
    private boolean inArray;

    private JsonRows(HistoryFile file, InputStream in, @Nullable LineSource lines, @Nullable JsonParser parser) {
        this.file = file;
        this.in = in;
        this.lines = lines;
        this.parser = parser;
    }

    static JsonRows open(HistoryFile file) throws IOException {
        boolean byLine;
        try (InputStream look = file.open()) {
            byLine = isOneALine(new LineSource(look));
        }
        InputStream in = file.open();
        return byLine
                ? new JsonRows(file, in, new LineSource(in), null)
                : new JsonRows(file, in, null, JsonObject.JSON.createParser(ObjectReadContext.empty(), in));
    }

    /** Whether the first line that is not blank is not the mere beginning of an array or object. */
    private static boolean isOneALine(LineSource lines) throws IOException {
        byte[] first = lines.next();
        while (first != null && new String(first, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
            first = lines.next();
        }
        String text = first == null ? null : Utf8.decode(first);
        if (text == null) {
            return true;
        }
        String begin = unmarked(text).strip();
        if (begin.startsWith("[")) {
            return false;
        }
        return !begin.startsWith("{") || !isUnfinished(begin);
    }

    private static boolean isUnfinished(String text) {
        int depth = 0;
        try (JsonParser parser = JsonObject.JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                token = parser.nextToken();
            }
            return depth > 0;
        } catch (tools.jackson.core.exc.UnexpectedEndOfInputException cutShort) {
            // Objects that go over several lines break after a comma or an opening brace, not within a value.
            return text.endsWith("{") || text.endsWith(",") || text.endsWith("[");
        } catch (JacksonException broken) {
            return false;
        }
    }

    @Override
    public @Nullable TextRow next() throws IOException {
        return lines != null ? nextLine(lines) : parser != null ? nextObject(parser) : null;
    }

    private static @Nullable TextRow nextLine(LineSource lines) throws IOException {
        while (true) {
            byte[] bytes = lines.next();
            if (bytes == null) {
                return null;
            }
            String text = Utf8.decode(bytes);
            if (text == null) {
                return new Malformed(
                        lines.line(),
                        "row",
                        "the text is not UTF-8",
                        Utf8.shown(bytes),
                        "JSON is UTF-8: export it again.");
            }
            String object = unmarked(text).strip();
            if (!object.isEmpty()) {
                return row(lines.line(), object);
            }
        }
    }

    private static TextRow row(long line, String object) {
        try {
            return new Fields(line, JsonObject.columns(JsonObject.members(object)));
        } catch (IllegalArgumentException broken) {
            return new Malformed(
                    line,
                    "row",
                    "the line is no JSON object (%s)".formatted(broken.getMessage()),
                    Utf8.shown(object.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    "Write one whole object on each line.");
        }
    }

    private @Nullable TextRow nextObject(JsonParser open) {
        try {
            JsonToken token = open.nextToken();
            if (token == JsonToken.START_ARRAY && !inArray) {
                inArray = true;
                token = open.nextToken();
            }
            if (token == JsonToken.END_ARRAY) {
                inArray = false;
                token = open.nextToken();
            }
            if (token == null) {
                if (inArray) {
                    throw cutShort(open);
                }
                return null;
            }
            long line = open.currentTokenLocation().getLineNr();
            if (token != JsonToken.START_OBJECT) {
                open.skipChildren();
                return new Malformed(
                        line,
                        "row",
                        "this is no object",
                        String.valueOf(token),
                        "Each entry of the array is one event.");
            }
            Map<String, String> members = JsonObject.read(open);
            return columns(line, members);
        } catch (JacksonException broken) {
            throw new HistoryException(
                    file.name() + ":" + Math.max(1, broken.getLocation().getLineNr()),
                    "the JSON is broken (%s)".formatted(JsonText.flaw(broken)),
                    "Maybe the file is cut short: export it again, or write one object a line.");
        }
    }

    private static TextRow columns(long line, Map<String, String> members) {
        try {
            return new Fields(line, JsonObject.columns(members));
        } catch (IllegalArgumentException broken) {
            return new Malformed(
                    line,
                    "data",
                    "the CloudEvent's data are no object (%s)".formatted(broken.getMessage()),
                    members.getOrDefault("data", ""),
                    "Give the event columns as an object.");
        }
    }

    private HistoryException cutShort(JsonParser open) {
        return new HistoryException(
                file.name() + ":" + open.currentLocation().getLineNr(),
                "the JSON ends within its array",
                "Maybe the file is cut short: export it again.");
    }

    private static String unmarked(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    @Override
    public void close() throws IOException {
        if (parser != null) {
            parser.close();
        }
        in.close();
    }
}
