package org.amends.cli.history;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms in which histories come. */
public enum FileFormat {
    /** Rows of fields with a header row: commas, semicolons, tabs or bars between the fields. */
    DELIMITED,
    /** An array of objects, or one object a line; each may be a CloudEvent. */
    JSON,
    PARQUET;

    /** The form that a file name promises, or null when its ending says nothing. */
    static @Nullable FileFormat ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            name = name.substring(0, name.length() - ".gz".length());
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv", "tsv", "tab", "psv" -> DELIMITED;
            case "json", "ndjson", "jsonl" -> JSON;
            case "parquet", "pq", "parq" -> PARQUET;
            default -> null;
        };
    }

    /** The form that the first bytes of a file show. */
    static FileFormat ofContent(byte[] begin) {
        if (begin.length >= 4 && begin[0] == 'P' && begin[1] == 'A' && begin[2] == 'R' && begin[3] == '1') {
            return PARQUET;
        }
        for (byte b : begin) {
            if (b == '{' || b == '[') {
                return JSON;
            }
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                break;
            }
        }
        return DELIMITED;
    }
}
