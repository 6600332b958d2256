package org.amends.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.amends.cli.Amends;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FitBaseCommandTest {

    private static final String GOOD_ROWS = "1,2,30.4,38.9\n2,0,0,38.9\n3,1,5,30\n4,4,20,22\n";

    @TempDir
    private Path folder;

    private record Outcome(int exit, String out, String err) {}

    private static Outcome run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new Amends())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Outcome(exit, out.toString(), err.toString());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Path published(String name) {
        List<Path> folders = new ArrayList<>();
        for (String named : Arrays.asList(System.getProperty("amends.data"), System.getenv("AMENDS_DATA"))) {
            if (named != null && !named.isBlank()) {
                folders.add(Path.of(named));
            }
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            folders.add(up.resolve("shared/data"));
        }
        return folders.stream()
                .map(data -> data.resolve("btyd").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("No btyd/" + name + " found: set AMENDS_DATA."));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            model       | file                                         | parameters                                           | logLikelihood
            bg-nbd      | cdnow_customers_summary.csv                  | "r":0.2425 "alpha":4.413 "a":0.792 "b":2.425         | -9582.425
            pareto-nbd  | cdnow_customers_summary.csv                  | "r":0.553 "alpha":10.577 "s":0.606 "beta":11.66      | -9594.973
            mbg-nbd     | cdnow_customers_summary.csv                  | "r":0.52 "alpha":6.18 "a":0.89 "b":1.61              | -9582.13
            bg-bb       | donations.csv                                | "alpha":1.203 "beta":0.749 "gamma":0.656 "delta":2.78 | -33225.581
            gamma-gamma | cdnow_customers_summary_with_transactions.csv | "p":6.248 "q":3.744 "v":15.44 "gamma":15.44          | -4055.923
            """)
    void publishedSummariesGiveThePublishedParameters(
            String model, String file, String parameters, String logLikelihood) {
        Outcome outcome = run("fit", "base", "--model", model, "--summary", published(file), "--json");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains(parameters.split(" ", -1));
        assertThat(outcome.out()).contains("\"model\":\"" + model + "\"", "\"log_likelihood\":" + logLikelihood);
        assertThat(outcome.out()).contains("\"converged\":true", "\"holdout\":null");
    }

    @Test
    void thePublishedLogIsSplitAndForetold() {
        Outcome outcome = run(
                "fit",
                "base",
                "--model",
                "pareto-nbd",
                "--transactions",
                published("CDNOW_sample.txt"),
                "--unit",
                "week",
                "--calibration-end",
                "1997-09-30");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("Pareto/NBD fitted to 2,357 customers")
                .contains("hold-out of 39 weeks")
                .contains("0               1,411      0.237      0.138")
                .contains("7+                 64      6.359      6.403")
                .contains("in total 1,882 actual against 1,665.5 expected");
    }

    @Test
    void aCsvLogOfTheSamePurchasesGivesTheSameFit() throws IOException {
        Path log = published("CDNOW_sample.txt");
        StringBuilder csv = new StringBuilder("Customer,Time,Amount\n");
        for (String line : Files.readAllLines(log)) {
            String[] words = line.trim().split("\\s+", -1);
            String day = words[2].substring(0, 4) + "-" + words[2].substring(4, 6) + "-" + words[2].substring(6);
            csv.append(words[0])
                    .append(",")
                    .append(day)
                    .append("T12:00:00Z,")
                    .append(words[4])
                    .append("\n");
        }
        Path copy = file("log.csv", csv.toString());

        Outcome fromCsv = run("fit", "base", "--model", "bg-nbd", "--transactions", copy, "--holdout", "39", "--json");
        Outcome fromLog = run("fit", "base", "--model", "bg-nbd", "--transactions", log, "--holdout", "39", "--json");

        assertThat(fromCsv).isEqualTo(fromLog);
        assertThat(fromCsv.out()).contains("\"actual_total\":1882");
    }

    @Test
    void aSummaryWithHoldoutPurchasesIsForetold() {
        Outcome outcome = run(
                "fit",
                "base",
                "--model",
                "bg-nbd",
                "--summary",
                published("btyd_cdnowSummary_cbs.csv"),
                "--holdout",
                "39");

        assertThat(outcome.out()).contains("0               1,411      0.237      0.225");
    }

    @Test
    void headersSeparatorsZipAndByteOrderMarkDoNotMatter() throws IOException {
        String rows = GOOD_ROWS.replace(',', ';');
        Path plain = file("a.csv", "ID,frequency,recency,T\n" + GOOD_ROWS);
        Path fancy = folder.resolve("b.csv.gz");
        try (var zip = new GZIPOutputStream(Files.newOutputStream(fancy))) {
            zip.write(("\uFEFF\"id\";X;\"t.x\";T.cal\r\n" + rows).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(run("fit", "base", "--model", "bg-nbd", "--summary", fancy, "--json")
                        .out())
                .isEqualTo(run("fit", "base", "--model", "BG/NBD", "--summary", plain, "--json")
                        .out())
                .contains("\"customers\":4");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            rows            | message
            1,2,40,38.9     | :2: recency (t_x) must be between 0 and age (T) 38.9 but was 40.0.
            1,2,30,-38.9    | :2: the age (T) is negative: -38.9.
            1,-2,30,38.9    | :2: the repeat purchases (x) is negative: -2.
            1,1.5,30,38.9   | :2: the repeat purchases (x) is 1.5, not a whole number
            1,two,30,38.9   | :2: the repeat purchases (x) is "two", not a number.
            1,NaN,30,38.9   | :2: the repeat purchases (x) is "NaN", not a number.
            1,0,30,38.9     | :2: recency (t_x) must be 0 without a repeat purchase but was 30.0.
            1,2             | :2: there is no field 3 (the recency (t_x)).
            1,"2,30,38.9    | :2: a quote is not closed.
            1,0,0,38.9      | no customer bought again
            """)
    void aWrongRowIsNamedWithPlaceValueAndRemedy(String rows, String message) throws IOException {
        Path file = file("customers.csv", "ID,frequency,recency,T\n" + rows + "\n");

        Outcome outcome = run("fit", "base", "--model", "bg-nbd", "--summary", file);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(file.toString()).contains(message).contains("Maybe ");
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            rows             | message
            ana,31.01.2026,5 | :2: the time is "31.01.2026".
            ana,2026-02-30,5 | :2: the time "2026-02-30" names no day of the calendar.
            ana,2026-01-31,-5| :2: the amount is negative: -5.
            ,2026-01-31,5    | :2: the customer is empty.
            """)
    void aWrongPurchaseIsNamedWithPlaceValueAndRemedy(String rows, String message) throws IOException {
        Path file = file("log.csv", "customer,time,amount\n" + rows + "\n");

        Outcome outcome = run("fit", "base", "--model", "mbg-nbd", "--transactions", file);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(file.toString()).contains(message).contains("Maybe ");
    }

    @Test
    void aWrongFileIsNamedWithARemedy() throws IOException {
        Path notUtf8 = folder.resolve("latin.csv");
        Files.write(notUtf8, "ID,frequency,recency,T\n\u00e9,1,2,3\n".getBytes(StandardCharsets.ISO_8859_1));
        Path notZip = file("cut.csv.gz", "not gzip at all");

        assertFault(folder.resolve("nowhere.csv"), "there is no such file");
        assertFault(folder, "is not a file");
        assertFault(file("empty.csv", ""), "the file is empty");
        assertFault(file("header.csv", "ID,frequency,recency,T\n"), "there is a header but no customer");
        assertFault(
                file("column.csv", "ID,frequency,recency\n1,2,3\n"), "no column for the age (T); found ID, frequency");
        assertFault(notUtf8, "is not UTF-8");
        assertFault(notZip, "the gzip file is damaged or cut short");
    }

    private static void assertFault(Path file, String fault) {
        Outcome outcome = run("fit", "base", "--model", "bg-nbd", "--summary", file);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(file.toString()).contains(fault).contains("Maybe ");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            option                         | message
            --model lasso                  | is no base model. Maybe one of: bg-nbd, mbg-nbd
            --unit fortnight               | is no unit of time. Maybe one of: day, week
            --calibration-end 30.9.97      | is no day. Maybe write it like 1997-09-30.
            --calibration-end 1997-09-30   | a summary cannot be split by day.
            --holdout soon                 | "soon" is not a positive number of units.
            --sumary x                     | Unknown option
            """)
    void aWrongOptionIsNamedWithARemedy(String option, String message) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("fit", "base"));
        if (!option.startsWith("--model")) {
            arguments.addAll(List.of("--model", "bg-nbd"));
        }
        arguments.addAll(List.of("--summary", file("good.csv", "ID,frequency,recency,T\n" + GOOD_ROWS)));
        arguments.addAll(List.of(option.split(" ", -1)));

        Outcome outcome = run(arguments.toArray());

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(message).doesNotContain("Exception");
    }
}
