package org.amends.cli.lint;

import java.util.Locale;
import org.amends.language.lint.Finding;
import org.amends.language.lint.LintReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports on letters, for people and for programs. */
public final class LintText {

    private static final JsonMapper JSON = new JsonMapper();

    private LintText() {}

    /** A report in lines: place, level, rule and words; below it why, and what to write instead. */
    public static String text(String letter, LintReport report) {
        StringBuilder text = new StringBuilder(1_024);
        for (Finding finding : report.findings()) {
            text.append("%s:%d:%d: %s %s"
                    .formatted(
                            letter,
                            finding.place().line(),
                            finding.place().column(),
                            level(finding),
                            finding.rule().id()));
            if (!finding.place().words().isEmpty()) {
                text.append(" \"").append(line(finding.place().words())).append('"');
            }
            text.append("\n  why: ").append(line(finding.why()));
            if (!finding.better().isEmpty()) {
                text.append("\n  better: ").append(line(finding.better()));
            }
            text.append('\n');
        }
        return text.append("%s: %s.%n".formatted(letter, report.isSendable() ? "may be sent" : "must not be sent"))
                .toString();
    }

    private static String level(Finding finding) {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }

    private static String line(String words) {
        return words.replaceAll("\\s+", " ");
    }

    /** A report as one line of JSON. */
    static String json(String letter, LintReport report) {
        ObjectNode object = JSON.createObjectNode();
        object.put("letter", letter);
        object.put("language", report.language().code());
        object.put("sendable", report.isSendable());
        ArrayNode findings = object.putArray("findings");
        for (Finding finding : report.findings()) {
            findings.addObject()
                    .put("rule", finding.rule().id())
                    .put("level", level(finding))
                    .put("line", finding.place().line())
                    .put("column", finding.place().column())
                    .put("start", finding.place().start())
                    .put("end", finding.place().end())
                    .put("words", finding.place().words())
                    .put("why", finding.why())
                    .put("better", finding.better());
        }
        return JSON.writeValueAsString(object) + "\n";
    }
}
