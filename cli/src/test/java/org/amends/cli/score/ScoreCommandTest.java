package org.amends.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories in, diagnosed relationships out. */
class ScoreCommandTest {

    private static final List<String[]> ROWS = SampleHistory.rows(120);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"h.csv.gz", "h.tsv", "h.ndjson", "h.json", "h.jsonl.gz", "events.ndjson", "h.parquet", "h.txt"})
    void everyFormGivesTheSameResults(String name) {
        Run csv = Run.score(folder.resolve("expected"), "--events", csv().toString());

        Run other =
                Run.score(folder.resolve("results"), "--events", written(name).toString());

        assertThat(other.err()).isEmpty();
        assertThat(other.exit()).isZero();
        assertThat(other.lines("relationships.csv")).isEqualTo(csv.lines("relationships.csv"));
        assertThat(other.bytes("relationships.parquet")).isEqualTo(csv.bytes("relationships.parquet"));
        assertThat(other.bytes("contributions.parquet")).isEqualTo(csv.bytes("contributions.parquet"));
    }

    private Path written(String name) {
        Path file = folder.resolve(name);
        return switch (name) {
            case "h.csv.gz" -> SampleHistory.csv(file, ROWS);
            case "h.tsv" -> SampleHistory.write(file, SampleHistory.delimited(ROWS, "\t"));
            case "h.txt" -> SampleHistory.write(file, SampleHistory.delimited(ROWS, ";"));
            case "h.json" ->
                SampleHistory.write(
                        file,
                        ROWS.stream().map(SampleHistory::object).collect(Collectors.joining(",\n", "[\n", "\n]")));
            case "events.ndjson" ->
                SampleHistory.write(
                        file, ROWS.stream().map(SampleHistory::cloudEvent).collect(Collectors.joining("\n")));
            case "h.parquet" -> SampleHistory.parquet(file, csv());
            default ->
                SampleHistory.write(
                        file, ROWS.stream().map(SampleHistory::object).collect(Collectors.joining("\n")));
        };
    }

    private Path csv() {
        return SampleHistory.csv(folder.resolve("h.csv"), ROWS);
    }

    @Test
    void theOrderOfTheInputAndTheNumberOfThreadsDoNotMatter() {
        Run one = Run.score(folder.resolve("one"), "--events", csv().toString(), "--threads", "1");
        Path shuffled = SampleHistory.csv(folder.resolve("s.csv"), SampleHistory.shuffled(ROWS));

        Run other = Run.score(folder.resolve("other"), "--events", shuffled.toString(), "--threads", "4");

        for (String name :
                List.of("relationships.csv", "relationships.parquet", "contributions.parquet", "rejected.csv")) {
            assertThat(other.bytes(name)).as(name).isEqualTo(one.bytes(name));
        }
        assertThat(other.text("summary.json").replace("s.csv", "h.csv")).isEqualTo(one.text("summary.json"));
    }

    @Test
    void contributionsSumToTheLogitOfTheProbability() {
        Run run = Run.score(folder.resolve("results"), "--events", csv().toString());

        List<String> apart = run.query("""
                SELECT customer FROM '$/relationships.parquet' JOIN
                    (SELECT customer, sum(contribution) AS logit FROM '$/contributions.parquet' GROUP BY customer) USING (customer)
                WHERE abs(ln(leave_probability / (1 - leave_probability)) - logit) > 1e-9
                   OR abs(base + acute_failure + accumulation + fading + competitor_pull + betrayed_trust - logit) > 1e-9""");

        assertThat(apart).isEmpty();
        assertThat(run.query("SELECT count(DISTINCT customer) FROM '$/contributions.parquet'"))
                .containsExactly("120");
    }

    @Test
    void severalFilesAndPatternsAreOneHistory() {
        Run whole = Run.score(folder.resolve("whole"), "--events", csv().toString());
        Path rest = SampleHistory.csv(folder.resolve("rest.csv"), ROWS.subList(300, ROWS.size()));
        List<Path> written = List.of(
                SampleHistory.csv(folder.resolve("part-1.csv"), ROWS.subList(0, 300)),
                SampleHistory.parquet(folder.resolve("part-2.parquet"), rest));

        Run parts = Run.score(
                folder.resolve("parts"), "--events", folder.resolve("part-*").toString());

        assertThat(written).allMatch(Files::exists);
        assertThat(parts.bytes("relationships.parquet")).isEqualTo(whole.bytes("relationships.parquet"));
    }

    @Test
    void eventsThatComeAgainCountOnce() {
        List<String[]> twice = new ArrayList<>(ROWS);
        twice.addAll(ROWS.subList(0, 50));
        Run once = Run.score(folder.resolve("once"), "--events", csv().toString());

        Run run = Run.score(
                folder.resolve("twice"),
                "--events",
                SampleHistory.csv(folder.resolve("t.csv"), twice).toString());

        assertThat(run.bytes("relationships.parquet")).isEqualTo(once.bytes("relationships.parquet"));
        assertThat(run.query("SELECT rows.duplicates, rows.events, rows.read FROM '$/summary.json'"))
                .containsExactly("50|%d|%d".formatted(ROWS.size(), ROWS.size() + 50));
    }

    @Test
    void anIdOfTwoCustomersStaysWithTheEarlierEvent() {
        Path file = SampleHistory.write(folder.resolve("h.csv"), """
                event_id,customer,time,type
                e1,late,2025-02-01,purchase
                e1,early,2025-01-01,purchase
                e2,late,2025-02-02,purchase
                """);

        Run run = Run.score(folder.resolve("results"), "--events", file.toString());

        assertThat(run.query("SELECT customer, purchases FROM '$/relationships.parquet'"))
                .containsExactly("early|1", "late|1");
        assertThat(run.lines("rejected.csv").get(1))
                .contains("h.csv:2,event_id,")
                .contains("early");
    }

    @Test
    void laterEventsAreNotUsed() {
        Path file = SampleHistory.write(folder.resolve("h.csv"), """
                event_id,customer,time,type,amount
                e1,c1,2025-01-01T00:00:00Z,purchase,5
                e2,c1,2025-03-01,failure,
                e3,c1,2025-03-02 10:00,purchase,7
                """);

        Run run = Run.score(folder.resolve("results"), "--events", file.toString(), "--at", "2025-02-01");

        assertThat(run.query("SELECT customer, purchases, tenure_days, last_purchase FROM '$/relationships.parquet'"))
                .containsExactly("c1|1|31.0|2025-01-01T00:00Z");
        assertThat(run.query("SELECT \"at\", rows.after FROM '$/summary.json'")).containsExactly("2025-02-01T00:00Z|2");
    }

    @Test
    void aBrandMakesARelationshipOfItsOwn() {
        Path file = SampleHistory.write(folder.resolve("h.csv"), """
                event_id,customer,brand,time,type
                e1,c1,north,2025-01-01,purchase
                e2,c1,south,2025-01-02,purchase
                e3,c1,north,2025-01-03,purchase
                """);

        Run run = Run.score(folder.resolve("results"), "--events", file.toString());

        assertThat(run.query("SELECT customer, brand, purchases FROM '$/relationships.parquet'"))
                .containsExactly("c1|north|2", "c1|south|1");
    }

    @Test
    void anEndlessHistoryOfOneCustomerIsFoldedWhileItIsRead() {
        Path file = folder.resolve("h.parquet");
        Run.execute("""
                COPY (SELECT 'e' || i AS event_id, 'guest' AS customer, 'purchase' AS type, 1.5 AS amount,
                             TIMESTAMPTZ '2024-01-01 00:00:00Z' + INTERVAL 1 MINUTE * (i // 3) AS time
                      FROM range(120000) t(i)) TO '%s' (FORMAT parquet)""".formatted(file));

        Run run = Run.score(folder.resolve("results"), "--events", file.toString());

        assertThat(run.query("SELECT customer, purchases, last_purchase FROM '$/relationships.parquet'"))
                .containsExactly("guest|120000|2024-01-28T18:39Z");
    }

    @Test
    void attributesComeAsColumnsOrAsJson() {
        Path columns = SampleHistory.write(folder.resolve("c.csv"), """
                event_id,customer,time,type,ref,motive,hostility,due,about
                e1,c1,2025-01-01,complaint,r1,esteem,3,,
                e2,c1,2025-01-02,promise_made,p1,,,2025-01-09,r1
                e3,c1,2025-01-10,promise_broken,p1,,,,
                """);
        Path json = SampleHistory.write(folder.resolve("j.csv"), """
                event_id,customer,time,type,ref,attributes
                e1,c1,2025-01-01,complaint,r1,"{""motive"": ""esteem"", ""hostility"": 3}"
                e2,c1,2025-01-02,promise_made,p1,"{""due"": ""2025-01-09T00:00:00Z"", ""about"": ""r1""}"
                e3,c1,2025-01-10,promise_broken,p1,
                """);

        Run one = Run.score(folder.resolve("one"), "--events", columns.toString());
        Run other = Run.score(folder.resolve("other"), "--events", json.toString());

        assertThat(other.lines("relationships.csv")).isEqualTo(one.lines("relationships.csv"));
        assertThat(one.query("SELECT count(*) FROM '$/contributions.parquet' WHERE cause = 'hostility'"))
                .containsExactly("1");
    }

    @Test
    void resultsReplaceEarlierOnesButNothingElse() throws IOException {
        Path results = folder.resolve("results");
        assertThat(Run.score(results, "--events", csv().toString()).exit()).isZero();
        assertThat(Run.score(results, "--events", csv().toString()).exit()).isZero();
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "years of work");

        Run refused = Run.score(foreign, "--events", csv().toString());
        Run forced = Run.score(foreign, "--events", csv().toString(), "--force");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("something else than earlier results")
                .contains("--force");
        assertThat(forced.exit()).isZero();
        assertThat(foreign.resolve("thesis.txt")).hasContent("years of work");
        try (var left = Files.list(folder)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    @Test
    void aQuietRunSaysNothing() {
        Run run = Run.score(folder.resolve("results"), "--events", csv().toString(), "--quiet");

        assertThat(run.out() + run.err()).isEmpty();
    }
}
