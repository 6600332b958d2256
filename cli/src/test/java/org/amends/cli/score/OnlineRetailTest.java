package org.amends.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's mapping, on the real file where it is at hand, and on a few rows written otherwise. */
class OnlineRetailTest {

    private static final Path MAPPING = upwards("examples/online-retail/mapping.sql");

    @TempDir
    private Path folder;

    private static Path upwards(String name) {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            if (Files.exists(up.resolve(name))) {
                return up.resolve(name);
            }
        }
        throw new IllegalStateException(
                "There is no %s above %s.".formatted(name, Path.of("").toAbsolutePath()));
    }

    private static Path data() {
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
                .map(each -> each.resolve("online_retail/online_retail_even_customers.csv.gz"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(() ->
                        Assumptions.abort("No online_retail found: set AMENDS_DATA to the folder that holds it."));
    }

    @Test
    void theRealFileKeepsItsTotals() {
        Path data = data();
        String lines = """
                (SELECT InvoiceNo, CustomerID, InvoiceNo LIKE 'C%%' AS cancelled,
                        sum(Quantity::DOUBLE * UnitPrice::DOUBLE) AS amount
                 FROM read_csv('%s', all_varchar = true, header = true) GROUP BY ALL)""".formatted(data);

        Run run = Run.score(folder.resolve("results"), "--events", data.toString(), "--map", MAPPING.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.query("SELECT count(*), sum(purchases) FROM '$/relationships.parquet'"))
                .isEqualTo(Run.sql(
                        "SELECT count(DISTINCT CustomerID), count(*) FILTER (NOT cancelled) FROM %s WHERE CustomerID IS NOT NULL"
                                .formatted(lines)));
        assertThat(run.query("SELECT events_by_type.purchase_cancelled FROM '$/summary.json'"))
                .isEqualTo(
                        Run.sql("SELECT count(*) FROM %s WHERE cancelled AND CustomerID IS NOT NULL".formatted(lines)));
        assertThat(run.query("SELECT count(*), any_value(reason) FROM '$/rejected.csv'"))
                .isEqualTo(Run.sql(
                        "SELECT count(*), 'customer is empty' FROM %s WHERE CustomerID IS NULL".formatted(lines)));
    }

    @Test
    void otherSpellingsOfDatesAndCustomersAreUnderstood() {
        Path file = SampleHistory.write(folder.resolve("h.csv"), """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                536365,85123A,"HEART, WHITE",6,12/1/2010 8:26,2.55,17850.0,United Kingdom
                536365,71053,LANTERN 6" HIGH,2,12/1/2010 8:27,3.50,17850,United Kingdom
                C536379,D,Discount,-1,2010-12-02 09:41,5.00,17850,United Kingdom
                536380,22752,SET,1,someday,7.65,17850,United Kingdom
                A563185,B,Adjust bad debt,1,2011-08-12 14:50,11062.06,,United Kingdom
                536414,22139,,56,2010-12-01 11:52,0,,United Kingdom
                """);

        Run run = Run.score(folder.resolve("results"), "--events", file.toString(), "--map", MAPPING.toString());

        assertThat(run.query("SELECT customer, purchases, last_purchase, currency FROM '$/relationships.parquet'"))
                .containsExactly("17850|1|2010-12-01T08:26Z|GBP");
        assertThat(run.query("SELECT * EXCLUDE (remedy) FROM read_csv('$/rejected.csv', all_varchar = true)"))
                .containsExactly(
                        "mapping: event 536380|time|time is not a date between 1900 and 2200|someday",
                        "mapping: event 536414|customer|customer is empty|null",
                        "mapping: event A563185|customer|customer is empty|null");
    }
}
