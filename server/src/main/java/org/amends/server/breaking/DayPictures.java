package org.amends.server.breaking;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.amends.server.console.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads how the company's relationships stood on past days. */
@Component
public final class DayPictures {

    private final JdbcClient database;

    DayPictures(JdbcClient database) {
        this.database = database;
    }

    /**
     * How many relationships broke in each way at the end of one day.
     *
     * @param day which, in UTC
     * @param modes how many, by the stable name of the way
     */
    public record Day(LocalDate day, Map<String, Long> modes) {

        /** How many broke in this way. */
        public long of(String mode) {
            return modes.getOrDefault(mode, 0L);
        }
    }

    /**
     * The pictures since a day, the oldest first; of each week one, and the latest. Relationships that are over are not counted.
     *
     * @param seen the brands of the reader; null means all
     */
    public List<Day> since(LocalDate from, @Nullable Set<String> seen) {
        Map<LocalDate, Map<String, Long>> days = new LinkedHashMap<>();
        database.sql("""
                        select day, mode, sum(relationships) as relationships from daily_picture
                        where day >= :from and standing in ('active', 'leaving')
                            and (:brands::text[] is null or brand = any (:brands))
                        group by day, mode order by day""")
                .param("from", from)
                .param("brands", seen == null ? null : seen.toArray(String[]::new))
                .query(row -> {
                    LocalDate day = Objects.requireNonNull(row.getObject("day", LocalDate.class));
                    days.computeIfAbsent(day, first -> new LinkedHashMap<>())
                            .put(Objects.requireNonNull(row.getString("mode")), row.getLong("relationships"));
                });
        List<Day> all = new ArrayList<>();
        days.forEach((day, modes) -> all.add(new Day(day, modes)));
        return weekly(all);
    }

    /** Of several days in one week only the last, so that a picture drawn weekly and one drawn daily go together. */
    private static List<Day> weekly(List<Day> days) {
        if (days.isEmpty()) {
            return days;
        }
        LocalDate last = days.getLast().day();
        Map<Long, Day> weeks = new LinkedHashMap<>();
        for (Day day : days) {
            weeks.put((last.toEpochDay() - day.day().toEpochDay()) / 7, day);
        }
        return List.copyOf(weeks.values());
    }

    /** The pictures as a page's script draws them: a line for each way of breaking. */
    public static String picture(List<Day> days, List<String> modes, String description, Texts texts) {
        ObjectNode picture = JsonMapper.shared().createObjectNode();
        picture.put("kind", "stack");
        picture.put("lines", true);
        picture.put("description", description);
        ArrayNode labels = picture.putArray("labels");
        for (Day day : days) {
            labels.add(day(day, days, texts));
        }
        ArrayNode series = picture.putArray("series");
        for (String mode : modes) {
            ObjectNode one = series.addObject();
            one.put("label", texts.text("mode." + mode));
            one.put("tone", mode);
            ArrayNode values = one.putArray("values");
            days.forEach(day -> values.add(day.of(mode)));
        }
        return picture.toString();
    }

    /** The day of one of these pictures in words, with the year where it is not that of the last. */
    public static String day(Day day, List<Day> days, Texts texts) {
        return texts.numerals()
                .day(
                        day.day().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        days.getLast().day().atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
