package org.amends.server.complaint.team;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fields of the company's own, beside what every case has. */
@Component
public final class Fields {

    private final JdbcClient database;

    Fields(JdbcClient database) {
        this.database = database;
    }

    /** What is filled in. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        CHOICE,
        YES_NO;

        /** The name in requests and in the store. */
        public String stableName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A field.
     *
     * @param tag as cases name it
     * @param choices of a {@link Type#CHOICE}
     * @param required a case cannot be closed without it
     * @param retired nobody fills it in any more
     */
    public record Field(String tag, String name, Type type, List<String> choices, boolean required, boolean retired) {
        public Field {
            choices = List.copyOf(choices);
        }

        static Field of(ResultSet row, int ignored) throws SQLException {
            return new Field(
                    row.getString("tag"),
                    row.getString("name"),
                    Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                    List.of((String[]) row.getArray("choices").getArray()),
                    row.getBoolean("required"),
                    row.getObject("retired_at") != null);
        }
    }

    /** All fields, retired ones too, by name. */
    public List<Field> all() {
        return database.sql("select * from case_field order by name, tag")
                .query(Field::of)
                .list();
    }

    /**
     * Refuses what may not be filled in.
     *
     * @param value null empties the field
     * @throws Problem when there is no such field, or it holds something else
     */
    public void check(String tag, @Nullable String value) {
        Field field = database.sql("select * from case_field where tag = ?")
                .param(tag)
                .query(Field::of)
                .optional()
                .orElseThrow(() -> Problem.invalid(
                        "field", "\"%s\", which nobody has made".formatted(tag), "An administrator makes fields."));
        if (value == null) {
            return;
        }
        if (field.retired()) {
            throw Problem.invalid("field", "retired", "Nobody fills in \"%s\" any more.".formatted(field.name()));
        }
        if (!fits(field, value)) {
            throw Problem.invalid("value", "\"%s\"".formatted(value), remedy(field));
        }
    }

    private static boolean fits(Field field, String value) {
        return switch (field.type()) {
            case TEXT -> true;
            case NUMBER -> isNumber(value);
            case DATE -> isDate(value);
            case CHOICE -> field.choices().contains(value);
            case YES_NO -> value.equals("yes") || value.equals("no");
        };
    }

    private static String remedy(Field field) {
        return switch (field.type()) {
            case TEXT -> "Write words.";
            case NUMBER -> "Write a number, as 12.5.";
            case DATE -> "Write a day, as 2026-01-31.";
            case CHOICE -> "Choose one of %s.".formatted(String.join(", ", field.choices()));
            case YES_NO -> "Write yes or no.";
        };
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).precision() > 0;
        } catch (NumberFormatException word) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException word) {
            return false;
        }
    }

    /** The names of fields that a case cannot be closed without and that are empty. */
    public List<String> missing(Map<String, String> filled) {
        return all().stream()
                .filter(each -> each.required() && !each.retired() && !filled.containsKey(each.tag()))
                .map(Field::name)
                .toList();
    }

    /** Makes a field, or changes it. What cases hold already stays as it is. */
    void keep(Field field, Instant now) {
        int ignored = database.sql("""
                        insert into case_field (tag, name, type, choices, required, created_at, retired_at)
                        values (:tag, :name, :type, :choices, :required, :now, case when :retired then :now end)
                        on conflict (tag) do update
                        set name = excluded.name, type = excluded.type, choices = excluded.choices,
                            required = excluded.required,
                            retired_at = case when :retired then coalesce(case_field.retired_at, :now) end""")
                .param("tag", field.tag())
                .param("name", field.name())
                .param("type", field.type().stableName())
                .param("choices", field.choices().toArray(String[]::new))
                .param("required", field.required())
                .param("retired", field.retired())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
