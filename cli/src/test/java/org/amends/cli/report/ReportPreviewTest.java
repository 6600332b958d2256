package org.amends.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import org.amends.cli.report.ReportData.BaseModel;
import org.amends.cli.report.ReportData.ModelParameter;
import org.amends.cli.report.ReportData.Run;
import org.amends.story.Language;
import org.junit.jupiter.api.Test;

/** Writes the report of a whole invented shop under {@code target/preview}, to be looked at. */
class ReportPreviewTest {

    @Test
    void writesAPageInEachLanguage() throws IOException {
        ReportCollector collector = new ReportCollector(Town.NOW, ReportCollector.USUAL_THRESHOLD);
        new Town(Currency.getInstance("EUR")).stream(0, 1_500, collector);
        ReportData data = new ReportData(run(), collector.findings());
        Path folder = Files.createDirectories(Path.of("target", "preview"));

        for (Language language : Language.values()) {
            Path page = folder.resolve("report-" + language.code() + ".html");
            Files.writeString(page, ReportPage.html(data, language));
            assertThat(page).content().endsWith("</html>\n");
        }
    }

    private static Run run() {
        return new Run(
                Town.NOW,
                Town.HORIZON,
                ReportCollector.USUAL_THRESHOLD,
                "amends-default-1",
                List.of("orders-2019-2026.csv.gz", "care-tickets.ndjson"),
                118_204,
                37,
                112,
                0,
                new BaseModel(
                        "MBG/NBD",
                        List.of(
                                new ModelParameter("r", 0.5241),
                                new ModelParameter("alpha", 6.183),
                                new ModelParameter("a", 0.8912),
                                new ModelParameter("b", 1.6132))));
    }
}
