package org.amends.language.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.QPDecoderStream;
import org.eclipse.angus.mail.util.UUDecoderStream;
import org.jspecify.annotations.Nullable;

/** Undoes a {@code Content-Transfer-Encoding}. Broken encodings give what they hold up to the break. */
final class TransferEncoding {

    private static final Pattern JUNK = Pattern.compile("[\\s\"';:,.]");
    private static final List<String> BARE =
            List.of("", "7bit", "8bit", "binary", "7-bit", "8-bit", "8bits", "7bits", "none");
    /** Sound base64 may hold some dirt, but not as much as words have blanks: one byte in ten. */
    private static final long SOUND_OF_FOREIGN = 10;

    private static final int BUFFER_BYTES = 8192;

    private TransferEncoding() {}

    /** Decodes a body; what is wrong with its encoding goes to {@code problems}. */
    static byte[] decode(byte[] mail, int from, int to, @Nullable String encoding, List<String> problems) {
        String name =
                JUNK.matcher(encoding == null ? "" : encoding).replaceAll("").toLowerCase(Locale.ROOT);
        InputStream in = new ByteArrayInputStream(mail, from, to - from);
        return switch (name) {
            case "base64" -> base64(mail, from, to, problems);
            case "quoted-printable", "quotedprintable" -> drained(new QPDecoderStream(in));
            case "x-uuencode", "uuencode", "x-uue", "uue" -> drained(new UUDecoderStream(in, true, true));
            default -> {
                if (!BARE.contains(name)) {
                    problems.add("Unknown transfer encoding \"%s\": the part is taken as it stands."
                            .formatted(name.substring(0, Math.min(40, name.length()))));
                }
                yield Arrays.copyOfRange(mail, from, to);
            }
        };
    }

    private static byte[] base64(byte[] mail, int from, int to, List<String> problems) {
        int foreign = 0;
        for (int i = from; i < to; i++) {
            int b = mail[i];
            boolean known =
                    (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '/' && b <= '9') || b == '+' || b == '=';
            boolean gap = b == '\r' || b == '\n';
            foreign += known || gap ? 0 : 1;
        }
        if (foreign * SOUND_OF_FOREIGN > to - from) {
            problems.add("A part says that it is base64 and is not: it is taken as it stands.");
            return Arrays.copyOfRange(mail, from, to);
        }
        return drained(new BASE64DecoderStream(new ByteArrayInputStream(mail, from, to - from), true));
    }

    /** All that can be read before the stream ends or breaks. */
    static byte[] drained(InputStream in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // The bytes come from memory, so only their encoding can be broken: what was read before is what there is.
            return out.toByteArray();
        }
        return out.toByteArray();
    }
}
