package org.amends.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.amends.policy.Parameter;

/**
 * The table of parameters in {@code docs/model.md}: it stands between two marks and is made from the code. Run the tests of
 * this module with {@code -Dsurefire.extraArguments=-Ddocs.update=true} to write it anew.
 */
final class ParameterTable {

    static final String DOCUMENT = "docs/model.md";
    private static final String BEGIN = "<!-- parameters: made from the code, do not edit -->\n";
    private static final String END = "<!-- end of parameters -->";

    private ParameterTable() {}

    static List<String> findings(Tree tree) {
        Path file = tree.root().resolve(DOCUMENT);
        if (!Files.exists(file)) {
            return List.of(DOCUMENT + " is not there; it must hold the table of parameters");
        }
        String text = tree.text(file);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            return List.of("%s must hold the table of parameters between \"%s\" and \"%s\""
                    .formatted(DOCUMENT, BEGIN.strip(), END));
        }
        String before = text.substring(0, begin + BEGIN.length());
        String table = "\n" + table() + "\n";
        if (text.substring(before.length(), end).equals(table)) {
            return List.of();
        }
        if (Boolean.getBoolean("docs.update")) {
            write(file, before + table + text.substring(end));
            return List.of();
        }
        return List.of("the table of parameters in %s differs from the code; write it anew with".formatted(DOCUMENT)
                + " ./mvnw -pl conformance -am test -Dsurefire.extraArguments=-Ddocs.update=true");
    }

    /** A row for each parameter, in the order of the code. */
    static String table() {
        StringBuilder table = new StringBuilder("""
                | key | default | range | unit | meaning | evidence | confidence |
                | --- | ---: | --- | --- | --- | --- | --- |
                """);
        for (Parameter parameter : Parameter.values()) {
            table.append("| `%s` | %s | %s to %s | %s | %s | %s | %s |\n"
                    .formatted(
                            parameter.key(),
                            plain(parameter.defaultValue()),
                            plain(parameter.least()),
                            plain(parameter.most()),
                            parameter.unit().text(),
                            cell(parameter.meaning()),
                            cell(parameter.evidence()),
                            parameter.confidence().name().toLowerCase(Locale.ROOT)));
        }
        return table.toString();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
