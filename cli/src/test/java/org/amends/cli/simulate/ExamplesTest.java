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
import org.amends.cli.Amends;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ExamplesTest {

    /** What every event must bring through a company's own tables and back, whatever the spelling of its numbers. */
    private static final String ESSENCE = """
            SELECT customer, type, time::TIMESTAMPTZ AS time, amount::DECIMAL(18, 2) AS amount, kind,
                   round(severity::DOUBLE, 2) AS severity, round(100 * quality::DOUBLE) AS quality, controllable = 'true'
                   OR controllable = 'yes' AS controllable, coalesce(hostility::INTEGER, 0) AS hostility,
                   due::TIMESTAMPTZ AS due
            FROM %s WHERE type <> 'feedback'""";

    @TempDir
    private Path folder;

    private static Path examples() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("examples"))) {
            here = here.getParent();
        }
        assertThat(here).as("a folder above this one that holds examples").isNotNull();
        return here.resolve("examples");
    }

    @ParameterizedTest
    @CsvSource({"grocery-delivery, orders, care", "telecom, bills, tickets"})
    void theMappingBringsTheCompanysOwnTablesBackToTheEvents(String name, String first, String second)
            throws IOException, SQLException {
        Path example = examples().resolve(name);
        StringWriter errors = new StringWriter();

        int code = new CommandLine(new SimulateCommand())
                .setErr(new PrintWriter(errors))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(
                        "--scenario",
                        name,
                        "--customers",
                        "300",
                        "--out",
                        folder.toString(),
                        "--policy",
                        example.resolve("policy.yaml").toString(),
                        "--export",
                        example.resolve("export/" + first + ".sql").toString(),
                        example.resolve("export/" + second + ".sql").toString());

        assertThat(errors.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(score(example, first, second)).isZero();
        assertThat(folder.resolve("diagnosis/report.html")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("diagnosis/relationships.csv")))
                .hasSize(301);
        assertThat(Files.readAllLines(folder.resolve("diagnosis/rejected.csv"))).hasSize(1);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            sql.execute(
                    "CREATE VIEW input AS SELECT * FROM read_csv(['%s', '%s'], all_varchar = true, union_by_name = true)"
                            .formatted(folder.resolve(first + ".csv"), folder.resolve(second + ".csv")));
            sql.execute("CREATE TABLE mapped AS " + Files.readString(example.resolve("mapping.sql")));
            sql.execute("""
                    CREATE VIEW written AS SELECT *, attributes->>'quality' AS quality,
                    attributes->>'controllable' AS controllable, attributes->>'hostility' AS hostility,
                    attributes->>'due' AS due FROM read_csv('%s/events.csv', all_varchar = true)""".formatted(folder));
            assertThat(number(sql, "SELECT count(*) FROM mapped")).isGreaterThan(5000);
            assertThat(number(sql, missing("written", "mapped"))).isZero();
            assertThat(number(sql, missing("mapped", "written"))).isZero();
            assertThat(number(sql, "SELECT count(*) - count(DISTINCT event_id) FROM mapped"))
                    .isZero();
        }
    }

    private int score(Path example, String first, String second) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Amends.execute(
                nowhere,
                nowhere,
                "score",
                "--events",
                folder.resolve(first + ".csv").toString(),
                folder.resolve(second + ".csv").toString(),
                "--map",
                example.resolve("mapping.sql").toString(),
                "--policy",
                example.resolve("policy.yaml").toString(),
                "--out",
                folder.resolve("diagnosis").toString());
    }

    private static String missing(String present, String other) {
        return "SELECT count(*) FROM (%s EXCEPT ALL %s)"
                .formatted(ESSENCE.formatted(present), ESSENCE.formatted(other));
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
