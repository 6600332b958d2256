package org.amends.format.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of JSON objects, one at a time: memory does not grow with the stream. Blank lines are passed over.
 * Confined to one thread.
 */
public final class JsonLines {

    /** The longest line that is read, in bytes; a longer one is a fault of its own and is skipped. */
    public static final int LONGEST_LINE = 1 << 20;

    private static final int BUFFER = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** One line that is not blank. */
    public sealed interface Line {

        /** Counted from 1, blank lines included. */
        long number();

        /** A line of text. */
        record Text(long number, String text) implements Line {}

        /**
         * A line that is no text.
         *
         * @param column where, counted from 1
         * @param reason what is wrong there, without a full stop
         * @param remedy what to do about it
         */
        record Unreadable(long number, int column, String reason, String remedy) implements Line {}
    }

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private boolean ended;
    private long number;

    /** Reads from a stream, which the caller closes. */
    public JsonLines(InputStream in) {
        this.in = in;
    }

    /**
     * The next line that is not blank, or null at the end.
     *
     * @throws IOException when the stream cannot be read
     */
    public @Nullable Line next() throws IOException {
        while (true) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
            long length = readLine(bytes);
            if (length < 0) {
                return null;
            }
            number++;
            if (length > LONGEST_LINE) {
                return new Line.Unreadable(
                        number,
                        1,
                        "the line has %d bytes".formatted(length),
                        "A line holds one object of at most %d bytes.".formatted(LONGEST_LINE));
            }
            Line line = decoded(bytes.toByteArray());
            if (!(line instanceof Line.Text text && text.text().isBlank())) {
                return line;
            }
        }
    }

    /** Whether more has been read already; without it, the next line may have to be waited for. */
    public boolean hasBuffered() {
        return at < filled;
    }

    /** Collects a line up to the longest that is read, and gives its whole length; -1 at the end. */
    private long readLine(ByteArrayOutputStream bytes) throws IOException {
        long length = 0;
        while (fill()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            length += end - at;
            if (length <= LONGEST_LINE) {
                bytes.write(buffer, at, end - at);
            }
            boolean whole = end < filled;
            at = whole ? end + 1 : end;
            if (whole) {
                return length;
            }
        }
        return length == 0 ? -1 : length;
    }

    private boolean fill() throws IOException {
        if (at == filled && !ended) {
            filled = in.read(buffer, 0, BUFFER);
            at = 0;
            if (filled < 0) {
                ended = true;
                filled = 0;
            }
        }
        return at < filled;
    }

    private Line decoded(byte[] bytes) {
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(encoded, decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            return new Line.Unreadable(
                    number,
                    text.codePointCount(0, text.length()) + 1,
                    "the byte 0x%02X is no UTF-8".formatted(bytes[encoded.position()] & 0xFF),
                    "Maybe save the file as UTF-8.");
        }
        return new Line.Text(number, number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }
}
