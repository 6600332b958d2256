package org.amends.server.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the whole audit log as lines of JSON, the oldest entry first, with all that its hashes are made of: whoever holds the
 * file can walk the chain without us.
 */
public final class AuditExport {

    private static final int STEP = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient sql;

    /** Over a database. */
    public AuditExport(JdbcClient sql) {
        this.sql = sql;
    }

    private record Line(long sequence, String json) {}

    /** Writes all lines and flushes, but does not close. */
    public void write(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        long last = 0;
        for (List<Line> lines = after(last); !lines.isEmpty(); lines = after(last)) {
            for (Line line : lines) {
                writer.write(line.json());
                writer.write('\n');
                last = line.sequence();
            }
        }
        writer.flush();
    }

    private List<Line> after(long sequence) {
        return sql.sql("""
                select sequence, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action,
                       subject, details, salt, content, previous, hash
                from audit_entry left join audit_content using (sequence)
                where sequence > :after order by sequence limit :step""")
                .param("after", sequence)
                .param("step", STEP)
                .query((row, number) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("sequence", row.getLong("sequence"));
                    for (String name : List.of("at", "actor", "action", "subject", "details", "salt", "content")) {
                        fields.put(name, row.getString(name));
                    }
                    fields.put("previous", row.getString("previous"));
                    fields.put("hash", row.getString("hash"));
                    return new Line(row.getLong("sequence"), JSON.writeValueAsString(fields));
                })
                .list();
    }
}
