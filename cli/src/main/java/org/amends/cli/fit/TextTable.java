package org.amends.cli.fit;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text file row by row: CSV with a header and commas, semicolons or tabs, or the published CDNOW form, which has no
 * header and spaces. Gzip is read through. The text must be UTF-8.
 */
final class TextTable implements AutoCloseable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> PUBLISHED = List.of("customer", "sample", "date", "count", "amount");

    private final String name;
    private final BufferedReader reader;
    private long line;
    private long headerLine;
    private char separator = ',';
    private List<String> header = List.of();
    private @Nullable Row first;

    private TextTable(String name, BufferedReader reader) {
        this.name = name;
        this.reader = reader;
    }

    /** Opens a file and reads its header. */
    static TextTable open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new FitInputException(
                    file.toString(),
                    Files.exists(file) ? "is not a file." : "there is no such file.",
                    "Maybe the path is relative to another folder than "
                            + Path.of("").toAbsolutePath() + ".");
        }
        try {
            InputStream bytes = Files.newInputStream(file);
            boolean zipped = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            var strict = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            InputStream text = zipped ? new GZIPInputStream(bytes) : bytes;
            var table = new TextTable(file.toString(), new BufferedReader(new InputStreamReader(text, strict)));
            table.readHeader();
            return table;
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /** The file's name, for messages. */
    String name() {
        return name;
    }

    /** The names of the columns. */
    List<String> header() {
        return header;
    }

    /** The line of the header, counted from 1. */
    long headerLine() {
        return headerLine;
    }

    /** The next row that is not blank, or null at the end. */
    @Nullable
    Row next() {
        Row waiting = first;
        if (waiting != null) {
            first = null;
            return waiting;
        }
        String text = nextLine();
        return text == null ? null : new Row(name, line, fields(text));
    }

    private void readHeader() {
        String text = nextLine();
        if (text == null) {
            throw new FitInputException(name, "the file is empty.", "Maybe the export failed.");
        }
        headerLine = line;
        String start = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<String> words = words(start);
        if (isPublishedForm(words)) {
            separator = ' ';
            header = words.size() == 5 ? PUBLISHED : List.of("customer", "date", "count", "amount");
            first = new Row(name, line, words);
            return;
        }
        separator = likeliestSeparator(start);
        header = fields(start);
    }

    /** The CDNOW master file has customer, date, number of CDs and dollars; the sample has an id of its own in second place. */
    private static boolean isPublishedForm(List<String> words) {
        return (words.size() == 5 || words.size() == 4)
                && words.get(words.size() - 3).matches("\\d{8}");
    }

    private static char likeliestSeparator(String text) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(text, candidate) > count(text, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private @Nullable String nextLine() {
        try {
            String text = reader.readLine();
            line++;
            while (text != null && text.isBlank()) {
                text = reader.readLine();
                line++;
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new FitInputException(
                    name + ":" + (line + 1), "the text from here on is not UTF-8.", "Maybe save the file as UTF-8.");
        } catch (IOException e) {
            throw unreadable(name + ":" + (line + 1), e);
        }
    }

    private static FitInputException unreadable(String place, IOException e) {
        boolean truncated = e instanceof EOFException || e instanceof ZipException;
        return new FitInputException(
                place,
                truncated ? "the gzip file is damaged or cut short." : "cannot be read: " + e.getMessage() + ".",
                truncated ? "Maybe copy it again." : "Maybe you have no right to read it.");
    }

    private List<String> fields(String text) {
        return separator == ' ' ? words(text) : separated(text);
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.trim().split("\\s+", -1));
    }

    private List<String> separated(String text) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                fields.add(field.toString().trim());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw new FitInputException(
                    name + ":" + line, "a quote is not closed.", "Maybe double the quotes within a field.");
        }
        fields.add(field.toString().trim());
        return fields;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }
}
