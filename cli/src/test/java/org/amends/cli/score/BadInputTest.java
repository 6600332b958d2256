package org.amends.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the input is told with its place, its value and a remedy; never as a stack trace, never in silence. */
class BadInputTest {

    private static final String GOOD = "g1,c9,2025-01-01,purchase,9.50,,\n";
    private static final String HEADER = "event_id,customer,time,type,amount,kind,severity\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) {
        return SampleHistory.write(folder.resolve(name), text);
    }

    private Run score(Path file, String... further) {
        List<String> arguments = new ArrayList<>(List.of("--events", file.toString()));
        arguments.addAll(Arrays.asList(further));
        return Run.score(folder.resolve("results"), arguments.toArray(String[]::new));
    }

    private void assertRefused(Run run, String... told) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(told).doesNotContain("Exception", "\tat ");
        assertThat(run.folder()).doesNotExist();
    }

    @Test
    void aMissingFileIsNamedWithItsNeighbour() {
        Path neighbour = file("orders.csv", HEADER + GOOD);

        Run run = score(folder.resolve("ordes.csv"));

        assertRefused(run, "ordes.csv", "no such file", "Maybe \"" + neighbour.getFileName() + "\"");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(score(file("h.csv", "")), "h.csv", "empty");
    }

    @Test
    void aHeaderWithoutRowsIsRefused() {
        assertRefused(score(file("h.csv", HEADER)), "h.csv", "no rows");
    }

    @Test
    void aPatternWithoutFilesIsRefused() {
        assertRefused(score(folder.resolve("*.csv")), "*.csv", "no file matches");
    }

    @Test
    void aWrongColumnIsNamedWithWhatWasProbablyMeant() {
        Run run = score(file("h.csv", "event_id,CustomerID,time,type\ne1,c1,2025-01-01,purchase\n"));

        assertRefused(run, "h.csv", "customer is missing", "\"CustomerID\" is the customer", "--map");
    }

    @Test
    void everyUnknownTypeIsListedWithItsNearestName() {
        Run run = score(file("h.csv", HEADER + GOOD + "e1,c1,2025-01-01,purchse,,,\ne2,c1,2025-01-01,Complaint,,,\n"));

        assertRefused(
                run, "\"purchse\" in 1 rows. Maybe purchase", "\"Complaint\" in 1 rows. Maybe complaint", "--lenient");
    }

    @Test
    void aLenientRunCountsUnknownTypesAndLeavesThemOut() {
        Run run = score(file("h.csv", HEADER + GOOD + "e1,c1,2025-01-01,parade,,,\n"), "--lenient");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("left out: 1 rows of the unknown type \"parade\"");
        assertThat(run.query("SELECT unknown_types.parade, rows.events FROM '$/summary.json'"))
                .containsExactly("1|1");
    }

    @Test
    void everyBadRowIsRejectedWithItsLineAndReason() {
        byte[] bytes = (HEADER + GOOD
                        + "e1,c1,yesterday,purchase,1,,\n"
                        + "e2,c1,2025-01-01,failure,,late_delivery,-0.5\n"
                        + "e3,c1,2025-01-01,failure,,late_delivry,0.5\n"
                        + "e4,,2025-01-01,purchase,1,,\n"
                        + ",c1,2025-01-01,purchase,1,,\n"
                        + "e6,c1,2025-01-01,purchase,a lot,,\n"
                        + "e7,c1,2025-01-01,purchase,-4,,\n"
                        + "e8,c1,2025-01-01,purchase,1\n"
                        + "e9,c\u00e9,2025-01-01,purchase,1,,\n"
                        + "e10,c1,2025-01-01,purchase,\"1,,\n"
                        + "e11,c1,,purchase,1,,\n"
                        + "e12,c1,2025-01-01,,1,,\n"
                        + "e13,c1,1066-10-14,purchase,1,,\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        Run run = score(SampleHistory.write(folder.resolve("h.csv"), bytes));

        assertThat(run.exit()).isZero();
        assertThat(
                        run.query(
                                "SELECT split_part(\"row\", '/', -1), place, reason, coalesce(value, '') FROM read_csv('$/rejected.csv', all_varchar = true)"))
                .containsExactly(
                        "h.csv:3|time|time is not a date between 1900 and 2200|yesterday",
                        "h.csv:4|severity|severity is -0.5|-0.5",
                        "h.csv:5|kind|the policy amends-default-1 has no failure kind \"late_delivry\"|late_delivry",
                        "h.csv:6|customer|customer is empty|",
                        "h.csv:7|event_id|event_id is empty|",
                        "h.csv:8|amount|amount is not a number of at most 12 digits before the point|a lot",
                        "h.csv:9|amount|amount is -4.000000|-4.000000",
                        "h.csv:10|row|the row has 5 columns where the header has 7|e8,c1,2025-01-01,purchase,1",
                        "h.csv:11|customer|the text is not UTF-8|e9,c\\xE9,2025-01-01,purchase,1,,",
                        "h.csv:12|row|a quote is opened and not closed|e10,c1,2025-01-01,purchase,\"1,,",
                        "h.csv:13|time|time is empty|",
                        "h.csv:14|type|type is empty|",
                        "h.csv:15|time|time is not a date between 1900 and 2200|1066-10-14");
        assertThat(run.query("SELECT customer FROM '$/relationships.parquet'")).containsExactly("c9");
    }

    @Test
    void aBrokenLineOfJsonIsRejectedAlone() {
        Path file = file("h.ndjson", """
                {"event_id": "e1", "customer": "c1", "time": "2025-01-01T00:00:00Z", "type": "purchase"}
                {"event_id": "e2", "customer": "c1", "time": "2025-01-02T00:00:00Z", "type
                {"event_id": "e3", "customer": "c1", "time": "2025-01-03T00:00:00Z", "type": "purchase"}
                """);

        Run run = score(file);

        assertThat(run.query("SELECT purchases FROM '$/relationships.parquet'")).containsExactly("2");
        assertThat(run.lines("rejected.csv").get(1)).contains("h.ndjson:2,row,the line is no JSON object");
    }

    @Test
    void anInputWithoutOneGoodRowIsRefusedWithTheFirstReasons() {
        Run run = score(file("h.csv", HEADER + "e1,c1,yesterday,purchase,1,,\ne2,c1,2025-13-01,purchase,1,,\n"));

        assertRefused(run, "every row was refused, 2 in all", "h.csv:2: time", "h.csv:3: time");
    }

    @Test
    void aTruncatedParquetFileIsRefused() throws IOException {
        Path whole = SampleHistory.parquet(
                folder.resolve("w.parquet"), SampleHistory.csv(folder.resolve("h.csv"), SampleHistory.rows(50)));
        byte[] bytes = Files.readAllBytes(whole);

        Run run = score(SampleHistory.write(folder.resolve("h.parquet"), Arrays.copyOf(bytes, bytes.length / 2)));

        assertRefused(run, "h.parquet", "no readable Parquet file", "Maybe it is cut short");
    }

    @Test
    void aTruncatedGzipFileIsRefused() throws IOException {
        Path whole = SampleHistory.csv(folder.resolve("w.csv.gz"), SampleHistory.rows(50));
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("h.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));

        assertRefused(score(half), "h.csv.gz", "cannot be read to its end");
    }

    @Test
    void aMistakeInAMappingIsToldWithItsLine() {
        Path mapping = file("m.sql", "SELECT\n    id AS event_id,\n    custmer AS customer\nFROM input");

        Run run = score(file("h.csv", "id,customer\n1,c1\n"), "--map", mapping.toString());

        assertRefused(run, "m.sql:3", "custmer", "customer");
    }

    @Test
    void aMappingMustYieldTheEventColumns() {
        Path mapping = file("m.sql", "SELECT id AS event_id, customer AS client FROM input -- the rest later\n;");

        Run run = score(file("h.csv", "id,customer\n1,c1\n"), "--map", mapping.toString());

        assertRefused(run, "m.sql", "customer, time, type are missing", "\"client\" is the customer");
    }

    @Test
    void optionsAreRefusedWithTheirValue() {
        Path file = file("h.csv", HEADER + GOOD);

        assertRefused(score(file, "--at", "soon"), "--at", "\"soon\"", "2026-03-01T12:00:00Z");
        assertRefused(score(file, "--at", "2024-01-01"), "--at", "every event is later");
        assertRefused(score(file, "--horizon", "0d"), "--horizon", "\"0d\"", "90d");
        assertRefused(score(file, "--lang", "tlh"), "--lang", "\"tlh\"");
        assertRefused(score(file, "--policy", folder.resolve("none.yaml").toString()), "none.yaml", "no such file");
    }
}
