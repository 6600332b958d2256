package org.amends.language.weighing;

import java.nio.ByteBuffer;

/**
 * Names as bytes, each character by itself in one to three of them: the form of {@link java.io.DataOutput#writeUTF}, so that names
 * can be kept and compared as they stand in a file.
 */
final class NameBytes {

    private NameBytes() {}

    /** The bytes of a name. */
    static byte[] of(String name) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int length = length(c);
            for (int at = 0; at < length; at++) {
                bytes.put(part(c, at, length));
            }
        }
        byte[] of = new byte[bytes.position()];
        bytes.flip().get(of);
        return of;
    }

    private static int length(char c) {
        if (c < 0x80 && c != 0) {
            return 1;
        }
        return c < 0x800 ? 2 : 3;
    }

    private static byte part(char c, int at, int length) {
        if (length == 1) {
            return (byte) c;
        }
        int bits = c >> (6 * (length - 1 - at));
        int mark = length == 2 ? 0xC0 : 0xE0;
        return (byte) (at == 0 ? mark | bits : 0x80 | (bits & 0x3F));
    }

    /** Whether these bytes are those of a name. */
    static boolean are(ByteBuffer bytes, int from, int to, String name) {
        int at = from;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < 0x80 && c != 0) {
                if (at >= to || bytes.get(at++) != c) {
                    return false;
                }
                continue;
            }
            int length = length(c);
            for (int part = 0; part < length; part++) {
                if (at >= to || bytes.get(at++) != part(c, part, length)) {
                    return false;
                }
            }
        }
        return at == to;
    }

    /**
     * The name that bytes are.
     *
     * @throws IndexOutOfBoundsException if they break off
     */
    static String name(byte[] bytes, int from, int to) {
        StringBuilder name = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            char c = character(bytes, at);
            name.append(c);
            at += length(c);
        }
        return name.toString();
    }

    /**
     * What {@link String#hashCode} gives for the name that bytes are.
     *
     * @throws IndexOutOfBoundsException if they break off
     */
    static int hash(byte[] name) {
        int hash = 0;
        int at = 0;
        while (at < name.length) {
            char c = character(name, at);
            hash = 31 * hash + c;
            at += length(c);
        }
        return hash;
    }

    private static char character(byte[] bytes, int at) {
        int first = bytes[at];
        if (first > 0) {
            return (char) first;
        }
        int second = bytes[at + 1] & 0x3F;
        if ((first & 0xE0) == 0xC0) {
            return (char) ((first & 0x1F) << 6 | second);
        }
        return (char) ((first & 0x0F) << 12 | second << 6 | (bytes[at + 2] & 0x3F));
    }
}
