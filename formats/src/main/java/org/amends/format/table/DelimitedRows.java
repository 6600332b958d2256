package org.amends.format.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amends.format.table.TextRow.Fields;
import org.amends.format.table.TextRow.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a delimited file. A row that is broken is told and left out; it never takes the rows after it with it.
 *
 * <p>A quoted field may run over several lines. Where an opened quote leads to no proper row, its line alone is at fault and
 * reading goes on with the next.
 */
public final class DelimitedRows implements TextRows {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int MOST_LINES_OF_A_ROW = 1000;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final LineSource lines;
    private final InputStream in;
    private final List<String> columns;
    private final DelimitedRecord parsed;
    private final int longestRow;

    private DelimitedRows(
            InputStream in, LineSource lines, List<String> columns, DelimitedRecord parsed, int longestRow) {
        this.in = in;
        this.lines = lines;
        this.columns = columns;
        this.parsed = parsed;
        this.longestRow = longestRow;
    }

    /**
     * Reads the header of a file.
     *
     * @param in its bytes; closed with the rows, and when this fails
     * @param name as the user knows it; one in {@code .tsv} or {@code .tab} is separated by tabs
     * @param longestRow the most bytes of a row
     * @throws TableFormatException when the header cannot be understood
     */
    public static DelimitedRows open(InputStream in, String name, int longestRow) throws IOException {
        try {
            LineSource lines = new LineSource(in, longestRow);
            String header = header(name, lines);
            DelimitedRecord parsed = new DelimitedRecord(delimiter(name, header));
            if (parsed.parse(header) != DelimitedRecord.End.COMPLETE) {
                throw new TableFormatException(
                        place(name, lines.line()), "the header has a quote that is not closed", "Maybe close it.");
            }
            return new DelimitedRows(in, lines, names(name, parsed.fields()), parsed, longestRow);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    /** The names in the header. */
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable TextRow next() throws IOException {
        byte[] bytes = lines.next();
        while (bytes != null && isBlank(bytes)) {
            bytes = lines.next();
        }
        return bytes == null ? null : row(bytes);
    }

    private TextRow row(byte[] first) throws IOException {
        long begin = lines.line();
        String text = Utf8.decode(first);
        if (text == null) {
            return notUtf8(begin, first);
        }
        DelimitedRecord.End end = parsed.parse(text);
        if (end == DelimitedRecord.End.OPEN_QUOTE) {
            return rowOfSeveralLines(begin, first);
        }
        return finished(begin, first, end);
    }

    private TextRow rowOfSeveralLines(long begin, byte[] first) throws IOException {
        List<byte[]> further = new ArrayList<>();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(first);
        while (further.size() < MOST_LINES_OF_A_ROW && whole.size() <= longestRow) {
            byte[] more = lines.next();
            if (more == null) {
                break;
            }
            further.add(more);
            whole.write('\n');
            whole.writeBytes(more);
            // Only a quote that is not doubled closes what is open.
            String text = closesQuote(more) ? Utf8.decode(whole.toByteArray()) : null;
            DelimitedRecord.End end = text == null ? DelimitedRecord.End.OPEN_QUOTE : parsed.parse(text);
            if (end == DelimitedRecord.End.COMPLETE && fits(parsed.fields())) {
                return finished(begin, first, end);
            }
            // A row that has all its fields and goes on is none; looking further would take long for nothing.
            if (end != DelimitedRecord.End.OPEN_QUOTE
                    || (text != null && parsed.fields().size() >= columns.size())) {
                break;
            }
        }
        lines.putBack(further);
        return new Malformed(
                begin,
                "row",
                "a quote is opened and not closed",
                Utf8.shown(first),
                "Close it, or double a quote that belongs to the text.");
    }

    private TextRow finished(long line, byte[] shown, DelimitedRecord.End end) {
        List<String> fields = parsed.fields();
        if (end == DelimitedRecord.End.TEXT_AFTER_QUOTE) {
            return new Malformed(
                    line,
                    columns.get(Math.min(Math.max(fields.size() - 1, 0), columns.size() - 1)),
                    "text follows the closing quote",
                    Utf8.shown(shown),
                    "Double a quote that belongs to the text.");
        }
        if (!fits(fields)) {
            return new Malformed(
                    line,
                    "row",
                    "the row has %d columns where the header has %d".formatted(fields.size(), columns.size()),
                    Utf8.shown(shown),
                    "Quote a field that contains the separator.");
        }
        Map<String, String> values = HashMap.newHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                values.put(columns.get(i), fields.get(i));
            }
        }
        return new Fields(line, values);
    }

    /** As many fields as the header has; further ones must be empty. */
    private boolean fits(List<String> fields) {
        return fields.size() >= columns.size()
                && fields.subList(columns.size(), fields.size()).stream().allMatch(String::isEmpty);
    }

    private TextRow notUtf8(long line, byte[] bytes) {
        String place = "row";
        if (parsed.parse(new String(bytes, StandardCharsets.ISO_8859_1)) == DelimitedRecord.End.COMPLETE
                && fits(parsed.fields())) {
            for (int i = 0; i < columns.size(); i++) {
                byte[] field = parsed.fields().get(i).getBytes(StandardCharsets.ISO_8859_1);
                if (Utf8.decode(field) == null) {
                    place = columns.get(i);
                    break;
                }
            }
        }
        return new Malformed(
                line, place, "the text is not UTF-8", Utf8.shown(bytes), "Export the file as UTF-8, or convert it.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static String header(String file, LineSource lines) throws IOException {
        byte[] first = lines.next();
        while (first != null && isBlank(first)) {
            first = lines.next();
        }
        if (first == null) {
            throw new TableFormatException(file, "the file holds only blank lines", "Maybe the export failed.");
        }
        if (contains(first, '\0')) {
            throw new TableFormatException(
                    place(file, 1),
                    "this is not UTF-8 text",
                    "Maybe it is UTF-16 or a spreadsheet: save it as CSV UTF-8.");
        }
        byte[] unmarked = first.length >= 3 && Arrays.equals(first, 0, 3, MARK, 0, 3)
                ? Arrays.copyOfRange(first, 3, first.length)
                : first;
        String text = Utf8.decode(unmarked);
        if (text == null) {
            throw new TableFormatException(
                    place(file, lines.line()),
                    "the header is not UTF-8: %s".formatted(Utf8.shown(unmarked)),
                    "Export the file as UTF-8, or convert it.");
        }
        return text;
    }

    private static char delimiter(String file, String header) {
        if (file.toLowerCase(Locale.ROOT).matches(".*\\.(tsv|tab)(\\.gz)?")) {
            return '\t';
        }
        char best = ',';
        int most = 0;
        for (char candidate : DELIMITERS) {
            DelimitedRecord record = new DelimitedRecord(candidate);
            int fields = record.parse(header) == DelimitedRecord.End.COMPLETE
                    ? record.fields().size()
                    : 0;
            if (fields > most) {
                most = fields;
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> names(String file, List<String> header) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name =
                    header.get(i).isBlank() ? "column" + (i + 1) : header.get(i).strip();
            if (!taken.add(name.toLowerCase(Locale.ROOT))) {
                throw new TableFormatException(
                        place(file, 1),
                        "the header names the column \"%s\" twice".formatted(name),
                        "Rename one of them.");
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static String place(String file, long line) {
        return file + ":" + line;
    }

    /** Whether a line that begins within quotes has the quote that ends them. */
    private static boolean closesQuote(byte[] line) {
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '"') {
                if (i + 1 == line.length || line[i + 1] != '"') {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] bytes, char wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }
}
