package org.amends.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Reads the body of a request as text, within limits: plain or compressed by gzip, always UTF-8. */
public final class BodyReading {

    /** The largest body that is read as a whole, in bytes after decompression. */
    static final int LARGEST = 10 * 1024 * 1024;

    private static final int GZIP_BUFFER = 16 * 1024;

    private BodyReading() {}

    /**
     * The whole body.
     *
     * @throws Problem when it is too large, broken off, wrongly compressed or no UTF-8
     */
    public static String text(HttpServletRequest request) {
        return text(request, LARGEST);
    }

    /** The whole body, which has at most so many bytes. */
    static String text(HttpServletRequest request, int most) {
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        byte[] bytes;
        try (InputStream in = stream(request)) {
            bytes = in.readNBytes(most + 1);
        } catch (IOException brokenOff) {
            throw brokenOff(brokenOff);
        }
        if (bytes.length > most) {
            throw tooLarge(most);
        }
        return decoded(bytes);
    }

    /**
     * The body as it comes in, decompressed.
     *
     * @throws Problem when it is compressed in a way that is not read, or not as it says
     */
    public static InputStream stream(HttpServletRequest request) {
        requireUtf8(request);
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        try {
            InputStream in = request.getInputStream();
            if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
                return in;
            }
            if (encoding.strip().equalsIgnoreCase("gzip")) {
                return new BoundedExpansion(in, packed -> new GZIPInputStream(packed, GZIP_BUFFER));
            }
        } catch (IOException broken) {
            throw brokenOff(broken);
        }
        throw new Problem(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-encoding",
                        "Encoding not read",
                        "Content-Encoding is \"%s\".".formatted(encoding))
                .with("remedy", "Send the body as it is, or compressed by gzip.");
    }

    private static void requireUtf8(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return;
        }
        String charset = charset(type);
        if (charset != null && !charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
            throw new Problem(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-charset",
                            "Character set not read",
                            "The charset of Content-Type is \"%s\".".formatted(charset))
                    .with("remedy", "Send UTF-8.");
        }
    }

    private static @Nullable String charset(String type) {
        int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return null;
        }
        String rest = type.substring(at + "charset=".length());
        int end = rest.indexOf(';');
        return (end < 0 ? rest : rest.substring(0, end)).replace("\"", "").strip();
    }

    static String decoded(byte[] bytes) {
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(encoded, decoded, true);
        if (result.isError()) {
            throw new Problem(
                            HttpStatus.BAD_REQUEST,
                            "not-utf-8",
                            "This is no UTF-8",
                            "Byte %d of the body is 0x%02X, which is no UTF-8 there."
                                    .formatted(encoded.position() + 1, bytes[encoded.position()] & 0xFF))
                    .with("remedy", "Send UTF-8.");
        }
        CharBuffer text = decoded.flip();
        return text.length() > 0 && text.charAt(0) == '\uFEFF'
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    static Problem tooLarge(int most) {
        return new Problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The body is too large",
                        "The body has more than %d bytes.".formatted(most))
                .with("remedy", "Send less at a time, or a stream of lines (application/x-ndjson).");
    }

    static Problem brokenOff(IOException cause) {
        String why = cause.getMessage();
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "body-unreadable",
                        "The body cannot be read",
                        "The body breaks off or is not compressed as it says%s."
                                .formatted(why == null ? "" : " (" + why + ")"))
                .with("remedy", "Send it again.");
    }
}
