package org.amends.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import org.amends.cli.Amends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BacktestCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void comparesTheDiagnosisWithSimplerForecasts() throws IOException {
        int exit = run("--events", histories(150, 365).toString(), "--resamples", "10");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("| RFM regression |")
                .contains("| Pareto/NBD |")
                .contains("| diagnosis, fitted by mode |")
                .contains("Who bought nothing from 2025-10-03 00:00 to 2026-01-01 00:00 (UTC)");
    }

    @Test
    void printsOneJsonObjectThatIsTheSameEveryTime() throws IOException {
        Path file = histories(150, 365);

        assertThat(run("--events", file.toString(), "--resamples", "10", "--json"))
                .isZero();
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("--events", file.toString(), "--resamples", "10", "--json"))
                .isZero();

        assertThat(out).hasToString(first);
        assertThat(first)
                .startsWith("{\"split\":\"2025-10-03T00:00:00Z\",\"end\":\"2026-01-01T00:00:00Z\",\"horizon_days\":90,")
                .contains("\"rfm\":{\"auc\":{\"estimate\":0.")
                .endsWith("}\n");
    }

    @Test
    void refusesAHistoryShorterThanTwoHoldouts() throws IOException {
        int exit = run("--events", histories(150, 100).toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("amends backtest: Only 0 customers with a purchase before the window that is learned from")
                .contains("Maybe the history is too short");
    }

    @Test
    void refusesAFileThatIsNotThereAndOptionsThatMakeNoSense() throws IOException {
        assertThat(run("--events", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.csv").contains("there is no such file");
        assertThat(run("--events", histories(150, 365).toString(), "--holdout", "soon"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--holdout").contains("\"soon\" is no span of time");
        assertThat(run("--events", "x", "--resamples", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--resamples must be between 10 and 100000 but was 3.");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "backtest";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new CommandLine(new Amends())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    /** Customers who buy every 5 to 40 days and now and then leave, until the end of 2025. */
    private Path histories(int customers, int days) throws IOException {
        SplittableRandom random = new SplittableRandom(20260301);
        Instant begin = Instant.parse("2025-12-31T12:00:00Z").minusSeconds(86_400L * (days - 1));
        StringBuilder csv = new StringBuilder("event_id,customer,time,type,amount,currency\n");
        int serial = 0;
        for (int customer = 0; customer < customers; customer++) {
            int gap = random.nextInt(5, 40);
            for (int day = random.nextInt(gap); day < days; day += random.nextInt(1, 2 * gap)) {
                csv.append("%d,c%d,%s,purchase,%d.50,EUR%n"
                        .formatted(serial++, customer, begin.plusSeconds(86_400L * day), random.nextInt(1, 90)));
                if (random.nextInt(20) == 0) {
                    break;
                }
            }
        }
        csv.append("last,c0,2025-12-31T12:00:00Z,purchase,1.00,EUR\n");
        return Files.writeString(folder.resolve("histories.csv"), csv);
    }
}
