package org.amends.format.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strict UTF-8: what is not UTF-8 is told, never replaced. */
public final class Utf8 {

    private static final int SHOWN = 60;

    private Utf8() {}

    /** The text of these bytes, or null when they are not UTF-8. */
    public static @Nullable String decode(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return decodeStrictly(bytes);
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String decodeStrictly(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** The same bytes readable for a person: what is not ASCII is written as {@code \xE9}; long ones are cut. */
    public static String shown(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int from = Math.max(0, firstBeyondAscii(bytes) - SHOWN / 2);
        for (int i = from; i < bytes.length && text.length() < SHOWN; i++) {
            int b = bytes[i] & 0xff;
            text.append(b < 0x20 || b >= 0x7f ? "\\x%02X".formatted(b) : Character.toString(b));
        }
        return text.toString();
    }

    private static int firstBeyondAscii(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return i;
            }
        }
        return 0;
    }
}
