package org.amends.format.table;

import java.util.ArrayList;
import java.util.List;

/** Takes the text of one row apart (RFC 4180; a quote inside an unquoted field is a character like any other). */
final class DelimitedRecord {

    /** How taking apart ended. */
    enum End {
        COMPLETE,
        /** Within quotes: the row may go on in the next line. */
        OPEN_QUOTE,
        TEXT_AFTER_QUOTE
    }

    private final char delimiter;
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder quoted = new StringBuilder();

    DelimitedRecord(char delimiter) {
        this.delimiter = delimiter;
    }

    /** The fields of the row that was taken apart last. */
    List<String> fields() {
        return fields;
    }

    End parse(String text) {
        fields.clear();
        int at = 0;
        while (true) {
            int begin = skipBlanks(text, at);
            if (begin < text.length() && text.charAt(begin) == '"') {
                at = parseQuoted(text, begin + 1);
                if (at < 0) {
                    return End.OPEN_QUOTE;
                }
                at = skipBlanks(text, at);
                if (at < text.length() && text.charAt(at) != delimiter) {
                    return End.TEXT_AFTER_QUOTE;
                }
            } else {
                int stop = text.indexOf(delimiter, at);
                int to = stop < 0 ? text.length() : stop;
                fields.add(text.substring(at, to).strip());
                at = to;
            }
            if (at >= text.length()) {
                return End.COMPLETE;
            }
            at++;
        }
    }

    /** Takes a quoted field up to its closing quote; the place after it, or -1 when there is none. */
    private int parseQuoted(String text, int from) {
        quoted.setLength(0);
        int at = from;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                return -1;
            }
            quoted.append(text, at, quote);
            if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                quoted.append('"');
                at = quote + 2;
            } else {
                fields.add(quoted.toString());
                return quote + 1;
            }
        }
    }

    private int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ' && delimiter != ' ') {
            at++;
        }
        return at;
    }
}
