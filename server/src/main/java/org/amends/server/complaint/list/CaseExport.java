package org.amends.server.complaint.list;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a whole list of cases, however long, as comma-separated values (RFC 4180) in UTF-8. */
@Component
public final class CaseExport {

    private static final String HEADING =
            "reference,brand,customer,channel,language,subject,stage,outcome,opened_at,updated_at,"
                    + "answered_at,closed_at,owner,team,severity,want,hostility,danger,vulnerable,failures,tags,approval,priority,due_at,"
                    + "due_duty,paused";

    private static final int BUFFER = 1 << 16;

    private final CaseList list;

    CaseExport(CaseList list) {
        this.list = list;
    }

    /** Writes those of a filter in an order. */
    public void csv(CaseFilter filter, CaseSort sort, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        writer.write(HEADING);
        writer.write("\r\n");
        StringBuilder line = new StringBuilder();
        try {
            list.each(filter, sort, each -> {
                line.setLength(0);
                write(line, each);
                try {
                    writer.append(line);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        writer.flush();
    }

    private static void write(StringBuilder line, CaseLine each) {
        cell(line, each.reference());
        cell(line, each.brand());
        cell(line, each.customer());
        cell(line, each.channel());
        cell(line, each.language());
        cell(line, each.subject());
        cell(line, word(each.stage()));
        cell(line, word(each.outcome()));
        cell(line, at(each.openedAt()));
        cell(line, at(each.updatedAt()));
        cell(line, at(each.answeredAt()));
        cell(line, at(each.closedAt()));
        cell(line, each.owner());
        cell(line, each.team());
        cell(line, Float.toString(each.severity()));
        cell(line, word(each.want()));
        cell(line, word(each.hostility()));
        cell(line, Boolean.toString(each.danger()));
        cell(line, Boolean.toString(each.vulnerable()));
        cell(line, String.join(" ", each.failures()));
        cell(line, String.join(" ", each.tags()));
        cell(line, Boolean.toString(each.approval()));
        line.append(each.priority()).append(',');
        cell(line, at(each.dueAt()));
        cell(line, each.dueDuty());
        line.append(each.paused()).append("\r\n");
    }

    static String word(@Nullable Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
    }

    private static String at(@Nullable Instant moment) {
        return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A spreadsheet would take a text that begins like a formula for one, and run it. */
    private static void cell(StringBuilder line, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            boolean formula = "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
            if (formula || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
                line.append('"')
                        .append(formula ? "'" : "")
                        .append(text.replace("\"", "\"\""))
                        .append('"');
            } else {
                line.append(text);
            }
        }
        line.append(',');
    }
}
