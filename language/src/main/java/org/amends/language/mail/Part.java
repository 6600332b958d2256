package org.amends.language.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One part of a mail: its headers, and where its body lies among the bytes of the mail, which are not copied.
 *
 * <p>The library's own multipart reader makes an object of every part and of every header before anybody can say stop; here
 * a mail of a million parts costs no more than its bytes.
 */
final class Part {

    private static final int MOST_HEADER_BYTES = 256 * 1024;
    private static final int LONGEST_BOUNDARY = 200;
    private static final Pattern ENCODED = Pattern.compile("base64|quoted-printable", Pattern.CASE_INSENSITIVE);
    private static final Pattern USUAL_HEADER = Pattern.compile(
            "^(?:received|from|to|cc|date|subject|message-id|mime-version|content-|x-|return-path|reply-to|references|in-reply-to"
                    + "|list-|dkim|delivered)",
            Pattern.CASE_INSENSITIVE);

    private final byte[] mail;
    private final MailHeaders headers;
    private final int from;
    private final int to;

    private Part(byte[] mail, MailHeaders headers, int from, int to) {
        this.mail = mail;
        this.headers = headers;
        this.from = from;
        this.to = to;
    }

    /** A part between two places; its headers end at the first empty line, or where no header can be. */
    static Part of(byte[] mail, int from, int to, List<String> problems) {
        List<MailHeaders.Field> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int line = from;
        boolean toldLength = false;
        while (line < to) {
            int next = nextLine(mail, line, to);
            if (isBlank(mail, line, next)) {
                if (isEmptyLine(mail, line, next) || field.isEmpty()) {
                    line = next;
                    break;
                }
            } else if (mail[line] == ' ' || mail[line] == '\t') {
                append(field, " ", mail, line, next);
            } else if (isHeader(mail, line, next)) {
                add(fields, field);
                append(field, "", mail, line, next);
            } else if (line > from && !followedByHeader(mail, next, to)) {
                break;
            }
            if (line - from > MOST_HEADER_BYTES && !toldLength) {
                problems.add("The headers are longer than %d bytes: the rest of them is left out."
                        .formatted(MOST_HEADER_BYTES));
                toldLength = true;
                line = endOfHeaders(mail, next, to);
                break;
            }
            line = next;
        }
        add(fields, field);
        return new Part(mail, new MailHeaders(fields), Math.min(line, to), to);
    }

    MailHeaders headers() {
        return headers;
    }

    /** How many bytes its body has, transfer encoding included. */
    int size() {
        return to - from;
    }

    /** What lies between two places of the same bytes. */
    Part within(int start, int end, List<String> problems) {
        return of(mail, start, end, problems);
    }

    /** The mail that is its body. */
    Part mailWithin(List<String> problems) {
        String encoding = headers.raw("Content-Transfer-Encoding");
        if (encoding == null || !ENCODED.matcher(encoding).find()) {
            return of(mail, from, to, problems);
        }
        byte[] bytes = decoded(problems);
        return of(bytes, 0, bytes.length, problems);
    }

    HeaderValue type(String standard) {
        String value = headers.raw("Content-Type");
        HeaderValue type = HeaderValue.of(value == null || value.isBlank() ? standard : value);
        return type.first().isEmpty() ? HeaderValue.of(standard) : type;
    }

    /** The body without its transfer encoding. */
    byte[] decoded(List<String> problems) {
        return TransferEncoding.decode(mail, from, to, headers.raw("Content-Transfer-Encoding"), problems);
    }

    /**
     * The places of the parts of a multipart body, each {from, to}; the last one may lack its end.
     *
     * @param boundary what the header says; null to take the first line that looks like one
     * @param most how many parts are looked for
     */
    List<int[]> pieces(@Nullable String boundary, int most) {
        byte[] delimiter =
                boundary == null ? guessedDelimiter() : ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        List<int[]> pieces = new ArrayList<>();
        int start = -1;
        int line = from;
        while (delimiter.length > 2 && line < to && pieces.size() < most) {
            int next = nextLine(mail, line, to);
            int after = delimits(delimiter, line, next);
            if (after != 0) {
                if (start >= 0) {
                    pieces.add(new int[] {start, withoutLineEnd(line, start)});
                }
                start = after > 0 ? next : -1;
                if (after < 0) {
                    break;
                }
            }
            line = next;
        }
        if (start >= 0 && pieces.size() < most) {
            pieces.add(new int[] {start, to});
        }
        return pieces;
    }

    private byte[] guessedDelimiter() {
        int line = from;
        while (line < to) {
            int next = nextLine(mail, line, to);
            int end = next;
            while (end > line && mail[end - 1] <= ' ' && mail[end - 1] >= 0) {
                end--;
            }
            boolean dashes =
                    end - line > 2 && end - line < LONGEST_BOUNDARY && mail[line] == '-' && mail[line + 1] == '-';
            if (dashes && next < to && isHeader(mail, next, nextLine(mail, next, to))) {
                return Arrays.copyOfRange(mail, line, end);
            }
            line = next;
        }
        return new byte[0];
    }

    /** 1 if the line begins a part, -1 if it ends the last one, 0 if it does neither. */
    private int delimits(byte[] delimiter, int line, int next) {
        if (next - line < delimiter.length) {
            return 0;
        }
        for (int i = 0; i < delimiter.length; i++) {
            if (mail[line + i] != delimiter[i]) {
                return 0;
            }
        }
        int after = line + delimiter.length;
        boolean last = next - after >= 2 && mail[after] == '-' && mail[after + 1] == '-';
        if (!isBlank(mail, last ? after + 2 : after, next)) {
            return 0;
        }
        return last ? -1 : 1;
    }

    private int withoutLineEnd(int line, int start) {
        int end = line;
        if (end > start && mail[end - 1] == '\n') {
            end--;
        }
        return end > start && mail[end - 1] == '\r' ? end - 1 : end;
    }

    private static void add(List<MailHeaders.Field> fields, StringBuilder field) {
        int colon = field.indexOf(":");
        if (colon > 0) {
            fields.add(new MailHeaders.Field(
                    field.substring(0, colon).strip(),
                    field.substring(colon + 1).strip()));
        }
        field.setLength(0);
    }

    private static void append(StringBuilder field, String gap, byte[] mail, int line, int next) {
        String text = new String(mail, line, next - line, StandardCharsets.ISO_8859_1);
        field.append(gap).append(text.strip());
    }

    private static boolean followedByHeader(byte[] mail, int line, int to) {
        if (line >= to) {
            return false;
        }
        int next = nextLine(mail, line, to);
        String start = new String(mail, line, Math.min(next - line, 80), StandardCharsets.ISO_8859_1);
        return isHeader(mail, line, next) && USUAL_HEADER.matcher(start).find();
    }

    private static boolean isHeader(byte[] mail, int line, int next) {
        int i = line;
        while (i < next && mail[i] > ' ' && mail[i] != ':' && mail[i] < 127) {
            i++;
        }
        int colon = i;
        while (colon < next && (mail[colon] == ' ' || mail[colon] == '\t')) {
            colon++;
        }
        return i > line && colon < next && mail[colon] == ':';
    }

    private static int endOfHeaders(byte[] mail, int from, int to) {
        int line = from;
        while (line < to) {
            int next = nextLine(mail, line, to);
            if (isBlank(mail, line, next)) {
                return next;
            }
            line = next;
        }
        return to;
    }

    private static boolean isEmptyLine(byte[] mail, int line, int next) {
        return mail[line] == '\n' || (mail[line] == '\r' && next - line <= 2);
    }

    private static boolean isBlank(byte[] mail, int line, int next) {
        for (int i = line; i < next; i++) {
            if (mail[i] > ' ' || mail[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the next line begins. */
    static int nextLine(byte[] mail, int from, int to) {
        for (int i = from; i < to; i++) {
            if (mail[i] == '\n') {
                return i + 1;
            }
        }
        return to;
    }
}
