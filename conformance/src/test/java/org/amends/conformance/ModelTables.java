package org.amends.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amends.policy.Element;
import org.amends.policy.FailureCatalogue;
import org.amends.policy.FailureProfile;
import org.amends.policy.Parameter;
import org.amends.policy.RemedyCatalogue;
import org.amends.policy.RemedyProfile;

/**
 * The tables of {@code docs/model.md} that are made from the code, each between two marks. Run this module's tests with
 * {@code -Dsurefire.extraArguments=-Ddocs.update=true} to write them anew.
 */
final class ModelTables {

    static final String DOCUMENT = "docs/model.md";

    private ModelTables() {}

    static List<String> findings(Tree tree) {
        return Stream.of(
                        findings(tree, "parameters", parameters()),
                        findings(tree, "failures", failures()),
                        findings(tree, "remedies", remedies()))
                .flatMap(List::stream)
                .toList();
    }

    static String parameters() {
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
                            word(parameter.confidence())));
        }
        return table.toString();
    }

    static String failures() {
        StringBuilder table = new StringBuilder("""
                | kind | type | severity | controllable | stable | betrayal | unfairness | owed | evidence | confidence |
                | --- | --- | ---: | --- | --- | ---: | ---: | --- | --- | --- |
                """);
        for (FailureProfile failure : FailureCatalogue.defaults()) {
            table.append("| `%s` | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            failure.kind().name(),
                            word(failure.type()),
                            plain(failure.severity()),
                            failure.controllable() ? "yes" : "no",
                            failure.stable() ? "yes" : "no",
                            plain(failure.betrayal()),
                            plain(failure.unfairness()),
                            failure.owed().stream().map(Element::word).collect(Collectors.joining(", ")),
                            cell(failure.evidence()),
                            word(failure.confidence())));
        }
        return table.toString();
    }

    static String remedies() {
        StringBuilder table = new StringBuilder("""
                | element | distributive | interactional | procedural | evidence | confidence |
                | --- | ---: | ---: | ---: | --- | --- |
                """);
        for (RemedyProfile remedy : RemedyCatalogue.defaults()) {
            table.append("| `%s` | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            remedy.element().word(),
                            plain(remedy.distributive()),
                            plain(remedy.interactional()),
                            plain(remedy.procedural()),
                            cell(remedy.evidence()),
                            word(remedy.confidence())));
        }
        return table.toString();
    }

    /** What is wrong with the table between the marks of this name; with {@code docs.update} it is mended instead. */
    private static List<String> findings(Tree tree, String name, String table) {
        Path file = tree.root().resolve(DOCUMENT);
        if (!Files.exists(file)) {
            return List.of("%s is not there; it must hold the table of %s".formatted(DOCUMENT, name));
        }
        String mark = "<!-- %s: made from the code, do not edit -->\n".formatted(name);
        String endMark = "<!-- end of %s -->".formatted(name);
        String text = tree.text(file);
        int begin = text.indexOf(mark) + mark.length();
        int end = text.indexOf(endMark);
        if (!text.contains(mark) || end < begin) {
            return List.of("%s must hold the table of %s between \"%s\" and \"%s\""
                    .formatted(DOCUMENT, name, mark.strip(), endMark));
        }
        String wanted = "\n" + table + "\n";
        if (text.substring(begin, end).equals(wanted)) {
            return List.of();
        }
        if (Boolean.getBoolean("docs.update")) {
            write(file, text.substring(0, begin) + wanted + text.substring(end));
            return List.of();
        }
        return List.of("the table of %s in %s differs from the code; write it anew with".formatted(name, DOCUMENT)
                + " ./mvnw -pl conformance -am test -Dsurefire.extraArguments=-Ddocs.update=true");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
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
