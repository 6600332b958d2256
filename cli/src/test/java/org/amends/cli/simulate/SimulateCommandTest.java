package org.amends.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SimulateCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    private int run(Path out, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--out", out.toString()));
        arguments.addAll(List.of(options));
        return new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
    }

    private String query(String sql) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet", "ndjson"})
    void theBytesDoNotDependOnTheRunOrOnTheThreads(String format) throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");

        assertThat(run(one, "--customers", "700", "--format", format, "--threads", "1"))
                .isZero();
        assertThat(run(two, "--customers", "700", "--format", format, "--threads", "3"))
                .isZero();

        String events = "events." + format;
        String truth = format.equals("parquet") ? "truth.parquet" : "truth.csv";
        for (String file : List.of(events, truth, "scenario.json")) {
            assertThat(one.resolve(file)).as(file).hasSameBinaryContentAs(two.resolve(file));
        }
        assertThat(one.toFile().list()).hasSize(3);
    }

    @Test
    void anotherSeedGivesOtherBytes() throws IOException {
        assertThat(run(folder.resolve("one"), "--customers", "50", "--seed", "1"))
                .isZero();
        assertThat(run(folder.resolve("two"), "--customers", "50", "--seed", "2"))
                .isZero();

        assertThat(Files.mismatch(folder.resolve("one/events.csv"), folder.resolve("two/events.csv")))
                .isNotNegative();
    }

    @Test
    void moreCustomersDoNotChangeTheFirst() throws IOException {
        assertThat(run(folder.resolve("few"), "--customers", "10")).isZero();
        assertThat(run(folder.resolve("more"), "--customers", "20")).isZero();

        assertThat(Files.readString(folder.resolve("more/events.csv")))
                .startsWith(Files.readString(folder.resolve("few/events.csv")));
    }

    @Test
    void allFormatsHoldTheSameEvents() throws SQLException {
        for (String format : List.of("csv", "parquet", "ndjson")) {
            assertThat(run(folder, "--customers", "300", "--format", format)).isZero();
        }

        String sums = "SELECT count(*) || ' ' || sum(amount::DOUBLE)::DECIMAL(18,2) || ' ' || sum(severity::DOUBLE)"
                + "::DECIMAL(18,2) || ' ' || count(text) || ' ' || count(attributes) FROM %s";
        String csv = query(sums.formatted("read_csv('%s/events.csv', all_varchar = true)".formatted(folder)));
        assertThat(query(sums.formatted("'%s/events.parquet'".formatted(folder))))
                .isEqualTo(csv);
        assertThat(query(sums.formatted("(SELECT unnest(data) FROM read_json('%s/events.ndjson', sample_size = -1))"
                        .formatted(folder))))
                .isEqualTo(csv);
    }

    @Test
    void daysAndEndSetTheTimeThatIsSimulated() throws SQLException {
        assertThat(run(folder, "--customers", "200", "--to", "2025-03-01", "--days", "90"))
                .isZero();

        assertThat(query(
                        "SELECT min(time) >= '2024-12-01T00:00:00Z' AND max(time) < '2025-03-01T00:00:00Z' FROM '%s/events.csv'"
                                .formatted(folder)))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            option,      value,           message
            --scenario,  grocery,         Maybe grocery-delivery
            --customers, 0,               Maybe give between 1 and
            --customers, many,            is not an int
            --threads,   0,               Maybe give between 1 and 1024
            --format,    parket,          Maybe parquet
            --days,      0,               Maybe give between 1 and 36500 days
            --to,        2026-13-01,      is not a time
            --seed,      x,               is not a long
            --policy,    no-such.yaml,    no-such.yaml
            --nonsense,  1,               Unknown option
            """)
    void wrongUsageIsExplainedAndExitsWithTwo(String option, String value, String message) {
        int code = run(folder, option, value);

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void aFolderThatCannotBeWrittenIsAFaultOfTheEnvironment() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        int code = run(file, "--customers", "5");

        assertThat(code).isEqualTo(3);
        assertThat(errors.toString()).contains("Cannot write to the folder").contains("--out");
    }
}
