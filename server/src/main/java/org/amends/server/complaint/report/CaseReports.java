package org.amends.server.complaint.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.amends.server.access.BrandScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a team leader asks every week: how many, how old, why, how fast, and how many in time. */
@Component
public final class CaseReports {

    /** Overdue cases are counted no further. */
    public static final int MOST_OVERDUE = 10_000;

    private static final Duration FIRST_STEP = Duration.ofMinutes(15);
    private static final double STEPS_A_DOUBLING = 4;

    private static final Map<String, Long> AGES = ages();

    private final Counts counts;
    private final JdbcClient database;
    private final InstantSource clock;

    CaseReports(Counts counts, JdbcClient database, InstantSource clock) {
        this.counts = counts;
        this.database = database;
        this.clock = clock;
    }

    private static Map<String, Long> ages() {
        Map<String, Long> ages = new LinkedHashMap<>();
        ages.put("1_day", 1L);
        ages.put("7_days", 7L);
        ages.put("14_days", 14L);
        ages.put("28_days", 28L);
        ages.put("56_days", 56L);
        ages.put("older", Long.MAX_VALUE);
        return ages;
    }

    /**
     * Numbers of the cases that came within a span of days.
     *
     * @param all how many came
     * @param open how many of them are open
     * @param overdue how many open ones, whenever they came, are past their nearest deadline; {@link #MOST_OVERDUE} and one when more
     * @param by how many have each value, by stage, outcome, channel, language, cause and team; the most frequent first
     * @param ageOfOpen how many open ones are at most so old
     * @param answered how many have an answer
     * @param medianToAnswer half of them had it within, to a fifth more or less; null when none has one
     * @param ninetyPercentToAnswer nine in ten had it within, likewise
     * @param inTime how many had their final answer within the deadline
     * @param late how many had it later
     */
    public record Report(
            LocalDate from,
            LocalDate until,
            long all,
            long open,
            int overdue,
            Map<String, Map<String, Long>> by,
            Map<String, Long> ageOfOpen,
            long answered,
            @Nullable Duration medianToAnswer,
            @Nullable Duration ninetyPercentToAnswer,
            long inTime,
            long late) {

        /** The share of final answers that were in time, or null when there was none. */
        public @Nullable Double shareInTime() {
            return inTime + late == 0 ? null : (double) inTime / (inTime + late);
        }
    }

    /** The report over cases of these brands that came from a day on and before another. */
    public Report report(BrandScope brands, LocalDate from, LocalDate until) {
        counts.refresh();
        Map<String, Map<String, Long>> by = new TreeMap<>();
        for (Counts.Counted each : counts.between(brands, from, until)) {
            by.computeIfAbsent(each.dimension(), dimension -> new LinkedHashMap<>())
                    .put(each.value().toLowerCase(Locale.ROOT), each.cases());
        }
        Map<String, Long> answers = by.remove("answer");
        Map<String, Long> deadline = by.remove("deadline");
        Map<String, Long> stages = by.getOrDefault("stage", Map.of());
        long all = sum(stages);
        SortedMap<Integer, Long> steps = new TreeMap<>();
        if (answers != null) {
            answers.forEach((step, cases) -> steps.put(Integer.valueOf(step), cases));
        }
        return new Report(
                from,
                until,
                all,
                all - stages.getOrDefault("closed", 0L),
                overdue(brands),
                by,
                ages(counts.open(brands, from, until)),
                sum(steps),
                within(steps, 0.5),
                within(steps, 0.9),
                deadline == null ? 0 : deadline.getOrDefault("in_time", 0L),
                deadline == null ? 0 : deadline.getOrDefault("late", 0L));
    }

    /** Today, by the clock of the server, in UTC. */
    public LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> ages(List<Counts.OpenOfDay> open) {
        LocalDate today = today();
        Map<String, Long> counted = new LinkedHashMap<>();
        AGES.keySet().forEach(age -> counted.put(age, 0L));
        for (Counts.OpenOfDay each : open) {
            long days = ChronoUnit.DAYS.between(each.day(), today);
            String age = AGES.entrySet().stream()
                    .filter(limit -> days <= limit.getValue())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            long before = counted.merge(age, each.cases(), Long::sum);
            assert before > 0;
        }
        return counted;
    }

    /** The upper end of the step in which this share is reached, set back by half a step. */
    private static @Nullable Duration within(SortedMap<Integer, Long> steps, double share) {
        long all = sum(steps);
        long seen = 0;
        for (Map.Entry<Integer, Long> step : steps.entrySet()) {
            seen += step.getValue();
            if (seen >= share * all) {
                double doublings = (step.getKey() + 0.5) / STEPS_A_DOUBLING;
                return Duration.ofSeconds(Math.round(FIRST_STEP.toSeconds() * Math.pow(2, doublings)));
            }
        }
        return null;
    }

    private int overdue(BrandScope brands) {
        Instant now = clock.instant();
        return database.sql("""
                        select count(*) from (
                            select 1 from complaint
                            where stage <> 'CLOSED' and due_at is not null and due_at < :now
                                and (:brands::text[] is null or brand = any (:brands))
                            limit :most) counted""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("brands", brands.names())
                .param("most", MOST_OVERDUE + 1)
                .query(Integer.class)
                .single();
    }
}
