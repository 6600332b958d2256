package org.amends.cli.history;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what the database says of a mapping, with the mapping's own line. */
final class MappingFault {

    private static final Pattern LINE = Pattern.compile("^LINE (\\d+): (.*)$", Pattern.MULTILINE);
    private static final int SHOWN = 120;

    private MappingFault() {}

    /**
     * @param query the text of the mapping
     * @param prefix how many characters the statement has before it, on its first line
     */
    static HistoryException of(Path mapping, String query, DatabaseException failed, int prefix) {
        String said = failed.firstLine();
        Matcher matcher = LINE.matcher(String.valueOf(failed.getMessage()));
        if (!matcher.find()) {
            return new HistoryException(mapping.toString(), said, remedy(said));
        }
        int line = Integer.parseInt(matcher.group(1));
        String[] lines = query.split("\n", -1);
        String text = line <= lines.length
                ? lines[line - 1].strip()
                : matcher.group(2).substring(prefix);
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return new HistoryException(
                mapping + ":" + line, "%s%n  %s".formatted(said, shown), remedy(String.valueOf(failed.getMessage())));
    }

    private static String remedy(String said) {
        Matcher candidates = Pattern.compile("Candidate bindings: (.*)").matcher(said);
        if (candidates.find()) {
            return "Maybe one of these was meant: %s. Columns of text files are text: cast them, for example amount::DOUBLE."
                    .formatted(candidates.group(1).strip());
        }
        return said.contains("Conversion Error") || said.contains("No function matches")
                ? "Columns of text files are text: cast them, for example TRY_CAST(amount AS DOUBLE)."
                : "The mapping is one DuckDB query over the view input that yields event_id, customer, time, type and more.";
    }
}
