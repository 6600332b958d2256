package org.amends.language.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.QDecoderStream;
import org.jspecify.annotations.Nullable;

/** Decodes the text of a header: encoded words (RFC 2047), broken ones too, and bare bytes beyond ASCII. */
final class HeaderText {

    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s*]{1,60})(?:\\*[^?\\s]{0,20})?\\?([bBqQ])\\?([^?]*+)\\?=");

    private final @Nullable String charset;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private @Nullable String pendingCharset;

    private HeaderText(@Nullable String charset) {
        this.charset = charset;
    }

    /**
     * Decodes a header.
     *
     * @param value its bytes as characters of ISO-8859-1
     * @param charset in which bare bytes may be; null if nobody knows
     */
    static String decode(String value, @Nullable String charset) {
        return new HeaderText(charset).decoded(value).strip();
    }

    private String decoded(String value) {
        Matcher word = WORD.matcher(value);
        int end = 0;
        while (word.find()) {
            String between = value.substring(end, word.start());
            if (!between.isBlank() || end == 0) {
                bare(between);
            }
            encoded(word.group(1), word.group(2), word.group(3));
            end = word.end();
        }
        bare(value.substring(end));
        return text.toString();
    }

    private void bare(String piece) {
        flush();
        boolean bytes = false;
        for (int i = 0; i < piece.length(); i++) {
            bytes |= piece.charAt(i) >= 0x80 && piece.charAt(i) <= 0xFF;
        }
        text.append(
                bytes
                        ? CharsetJudgement.decode(piece.getBytes(StandardCharsets.ISO_8859_1), charset)
                                .text()
                        : piece);
    }

    /** Words of one charset are decoded together, for some mailers cut letters in two. */
    private void encoded(String name, String encoding, String payload) {
        String wordCharset = name.toLowerCase(Locale.ROOT);
        if (!wordCharset.equals(pendingCharset)) {
            flush();
        }
        pendingCharset = wordCharset;
        InputStream in = new ByteArrayInputStream(payload.getBytes(StandardCharsets.ISO_8859_1));
        InputStream decoder =
                encoding.equalsIgnoreCase("b") ? new BASE64DecoderStream(in, true) : new QDecoderStream(in);
        pending.writeBytes(TransferEncoding.drained(decoder));
    }

    private void flush() {
        if (pendingCharset != null) {
            String word = CharsetJudgement.decode(pending.toByteArray(), pendingCharset)
                    .text();
            text.append(word.replace('\n', ' ').replace('\r', ' '));
            pending.reset();
            pendingCharset = null;
        }
    }
}
