package org.amends.cli.json;

import java.util.Arrays;
import java.util.List;

/** Writes small answers as JSON text, on one line and in the order given. Numbers that do not exist are null. */
public final class Json {

    private Json() {}

    /** An object of {@link #field fields}. */
    public static String object(String... fields) {
        return object(Arrays.asList(fields));
    }

    /** An object of {@link #field fields}. */
    public static String object(List<String> fields) {
        return "{" + String.join(",", fields) + "}";
    }

    /** An array of values that are JSON already. */
    public static String array(List<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    /** One field of an object; the value is JSON already. */
    public static String field(String name, String json) {
        return quoted(name) + ":" + json;
    }

    /** A text with what JSON reserves escaped: a policy may be named anything. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** A number that reads back as the same; whole ones without a fraction. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
