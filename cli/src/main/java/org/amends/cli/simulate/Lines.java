package org.amends.cli.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text that grows as UTF-8 bytes, without a string for each line: millions of lines are written. */
final class Lines {

    private byte[] bytes;
    private int length;

    /** @param capacity bytes at first */
    Lines(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Appends text as it is. */
    void add(String text) {
        int chars = text.length();
        ensure(3 * chars);
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | (c >> 6));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c) && i + 1 < chars && Character.isLowSurrogate(text.charAt(i + 1))) {
                addSupplementary(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                bytes[length++] = (byte) (0xE0 | (c >> 12));
                bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            }
        }
    }

    /** Appends one ASCII character. */
    void add(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
    }

    /** Appends a CSV field (RFC 4180): quoted where it must be. */
    void csv(String text) {
        if (text.indexOf('"') < 0 && text.indexOf(',') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            add(text);
            return;
        }
        add('"');
        add(text.replace("\"", "\"\""));
        add('"');
    }

    /** Appends a JSON string with its quotes. */
    void json(String text) {
        add('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < 0x20) {
                add(text.substring(from, i));
                add(c < 0x20 ? "\\u%04x".formatted((int) c) : "\\" + c);
                from = i + 1;
            }
        }
        add(from == 0 ? text : text.substring(from));
        add('"');
    }

    /** Everything so far. */
    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private void addSupplementary(int codePoint) {
        bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
