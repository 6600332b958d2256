package org.amends.language.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of a header like {@code text/plain; charset=utf-8}: what stands first, and its parameters, RFC 2231 included.
 *
 * <p>It takes what it can from a broken value, where a parser of the standard's grammar gives up and loses the boundary with it.
 */
final class HeaderValue {

    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*+([\\w!#$%&'*+.^`|~-]{1,80})\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.){0,4000}+)\"?|([^;]{0,4000}+))");
    private static final Pattern EXTENDED = Pattern.compile("([^*]+)\\*(?:(\\d{1,3})(\\*)?)?");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private final String first;
    private final Map<String, String> parameters;

    private HeaderValue(String first, Map<String, String> parameters) {
        this.first = first;
        this.parameters = parameters;
    }

    static HeaderValue of(String value) {
        int semicolon = value.indexOf(';');
        String first = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
        Map<String, String> plain = new HashMap<>();
        Map<String, SortedMap<Integer, String>> pieces = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(value);
        while (parameter.find()) {
            String name = parameter.group(1).toLowerCase(Locale.ROOT);
            Matcher extended = EXTENDED.matcher(name);
            if (extended.matches()) {
                int number = extended.group(2) == null ? 0 : Integer.parseInt(extended.group(2));
                boolean encoded = extended.group(2) == null || extended.group(3) != null;
                pieces.computeIfAbsent(extended.group(1), any -> new TreeMap<>())
                        .putIfAbsent(number, encoded ? "%" + content(parameter) : content(parameter));
            } else {
                plain.putIfAbsent(name, content(parameter));
            }
        }
        pieces.forEach((name, parts) -> plain.put(name, joined(parts)));
        return new HeaderValue(first.toLowerCase(Locale.ROOT), plain);
    }

    /** What stands before the first semicolon, in lower case. */
    String first() {
        return first;
    }

    /** A parameter, its bytes as characters of ISO-8859-1 or already decoded; null if there is none. */
    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    private static String content(Matcher parameter) {
        String quoted = parameter.group(2);
        return quoted != null
                ? ESCAPE.matcher(quoted).replaceAll("$1")
                : parameter.group(3).strip();
    }

    /** Joins the pieces of RFC 2231; those marked by "%" in front are percent-encoded, the first of them with its charset. */
    private static String joined(SortedMap<Integer, String> pieces) {
        StringBuilder latin = new StringBuilder();
        String charset = null;
        boolean first = true;
        for (String piece : pieces.values()) {
            if (!piece.startsWith("%")) {
                latin.append(piece);
            } else {
                String encoded = piece.substring(1);
                String[] marked = first ? encoded.split("'", 3) : new String[0];
                if (marked.length == 3) {
                    charset = marked[0];
                    encoded = marked[2];
                }
                latin.append(percentDecoded(encoded));
            }
            first = false;
        }
        byte[] bytes = latin.toString().getBytes(StandardCharsets.ISO_8859_1);
        return CharsetJudgement.decode(bytes, charset).text();
    }

    private static String percentDecoded(String text) {
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int high = digit(text, i + 1);
            int low = digit(text, i + 2);
            if (text.charAt(i) == '%' && high >= 0 && low >= 0) {
                decoded.append((char) (high * 16 + low));
                i += 2;
            } else {
                decoded.append(text.charAt(i));
            }
        }
        return decoded.toString();
    }

    private static int digit(String text, int place) {
        return place < text.length() ? Character.digit(text.charAt(place), 16) : -1;
    }
}
